import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildContract } from '../contract/build-contract.ts';
import type { Operation } from '../contract/contract.ts';
import { Fault } from '../fault.ts';
import { ID_GRAMMAR, kebabCase, requirementId } from './identifier.ts';

const [operation] = buildContract({
  file: 'a.yaml',
  root: parse(`
openapi: 3.1.0
info: { title: a, version: "1" }
paths: { /a: { get: { operationId: getA.v2, responses: { "200": { description: OK } } } } }
`),
  digest: 'sha256:0',
  lineOf: () => 1,
}).operations;

describe('requirementId', () => {
  it('joins its parts in kebab-case under the operation', () => {
    expect(idOf('access_domain', 'maxLength', 'accepted')).toBe('getA.v2/access-domain-max-length-accepted');
    expect(idOf('response', 200, 'schema')).toBe('getA.v2/response-200-schema');
  });

  it.each([[['名']], [['']], [['a', '—']]])('refuses %j, of which nothing is left', (parts) => {
    let fault: unknown;
    try {
      idOf(...parts);
    } catch (thrown) {
      fault = thrown;
    }
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ code: 'bad-requirement-id', place: { pointer: '/paths/~1a/get' } });
  });
});

describe('kebabCase', () => {
  it.each([
    ['maxLength', 'max-length'],
    ['access_domain', 'access-domain'],
    ['X-Auth-Token', 'x-auth-token'],
    ['uniqueItems', 'unique-items'],
    ['$filter', 'filter'],
    ['a.b[0]', 'a-b-0'],
    ['v2Name', 'v2-name'],
  ])('turns %s into %s', (name, expected) => {
    expect(kebabCase(name)).toBe(expected);
  });
});

describe('the grammar of ids', () => {
  it('lets pass what it describes, and nothing else', () => {
    for (const id of ['createRepoDomains/success-status', 'a.b_c-d/e', 'a/response-200-schema'])
      expect(ID_GRAMMAR.test(id)).toBe(true);
    for (const id of ['a', 'a/', '/a', 'a/B', 'a/b--c', 'a/-b', 'a/b-', 'a/b/c', 'a b/c', 'a/b\n', '1a/b'])
      expect([id, ID_GRAMMAR.test(id)]).toEqual([id, false]);
  });
});

function idOf(...parts: readonly (string | number)[]): string {
  return requirementId(operation as Operation, ...parts);
}
