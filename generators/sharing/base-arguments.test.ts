import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildContract } from '../../spec/contract/build-contract.ts';
import type { Contract } from '../../spec/contract/contract.ts';
import { ownDescription } from '../../spec/package-root.ts';
import { baseArguments } from './base-arguments.ts';
import { shareResource } from './share-resource.ts';

const contractOf = (text: string): Contract =>
  buildContract({ file: 'a.yaml', root: parse(text), digest: 'sha256:0', lineOf: () => 1 });
const sharing = contractOf(readFileSync(ownDescription(), 'utf8'));
const foreign = contractOf(`
openapi: 3.1.0
info: { title: a, version: "1" }
paths:
  /shelves/{shelf}:
    post:
      operationId: addBook
      parameters:
        - { name: shelf, in: path, required: true, schema: { type: string, pattern: "^[A-Z]{2}$" } }
        - { name: copies, in: query, required: true, schema: { type: integer, minimum: 3 } }
        - { name: note, in: query, schema: { type: string } }
        - { name: X-Trace, in: header, required: true, schema: { type: string, minLength: 2 } }
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [title, place]
              properties:
                title: { type: string, minLength: 1 }
                pages: { type: integer }
                place: { type: object, required: [row], properties: { row: { type: integer, minimum: 5 } } }
      responses: { "201": { description: done } }
`);
const CONTEXT = { clock: new Date('2030-01-15T12:00:00Z') };
const NAMES = { namespace: 'group', repository: 'busybox', access_domain: 'acme' };
const of = (contract: Contract, id: string, names = {}) => {
  const operation = contract.operations.find((one) => one.id === id);
  if (operation === undefined) throw new RangeError(`there is no ${id}`);
  return baseArguments(operation, names, CONTEXT);
};

describe('baseArguments', () => {
  it('names the share in path and body, and takes the simplest of the rest', () => {
    expect(of(sharing, 'createRepoDomains', NAMES)).toEqual({
      path: { namespace: 'group', repository: 'busybox' },
      query: {},
      headers: {},
      body: { access_domain: 'acme', permit: 'read', deadline: 'forever' },
    });
    expect(of(sharing, 'updateRepoDomains', NAMES)).toMatchObject({
      path: NAMES,
      body: { permit: 'read', deadline: 'forever' },
    });
    expect(of(sharing, 'deleteRepoDomains', NAMES)).toMatchObject({ path: NAMES, body: undefined });
  });

  it('finds valid names where none are given', () => {
    expect(of(sharing, 'listRepoDomains').path).toEqual({ namespace: 'a', repository: 'a' });
  });

  it('fills what a foreign operation requires, and leaves out what it does not', () => {
    const { path, query, headers, body } = of(foreign, 'addBook');
    expect(path['shelf']).toMatch(/^[A-Z]{2}$/);
    expect(query).toEqual({ copies: '3' });
    expect(headers['X-Trace']).toHaveLength(2);
    expect(body).toMatchObject({ title: expect.stringMatching(/^.+$/), place: { row: expect.any(Number) } });
    expect(Object.keys(Object(body))).toEqual(['title', 'place']);
  });

  it('gives the same every time', () => {
    expect(of(foreign, 'addBook')).toEqual(of(foreign, 'addBook'));
  });
});

describe('shareResource', () => {
  it('knows the operations by their role, and what names a share', () => {
    const { operations, parents, account } = shareResource(sharing);
    expect([...operations].map(([role, { id }]) => [role, id]).toSorted()).toEqual([
      ['create', 'createRepoDomains'],
      ['delete', 'deleteRepoDomains'],
      ['list', 'listRepoDomains'],
      ['show', 'showAccessDomain'],
      ['update', 'updateRepoDomains'],
    ]);
    expect(parents).toEqual(['namespace', 'repository']);
    expect(account).toBe('access_domain');
  });

  it('knows nothing of a foreign contract', () => {
    expect(shareResource(foreign)).toEqual({ operations: new Map(), parents: [], account: null });
  });
});
