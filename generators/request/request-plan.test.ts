import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildContract } from '../../spec/contract/build-contract.ts';
import type { Operation } from '../../spec/contract/contract.ts';
import { type Change, NO_CHANGE } from './change.ts';
import { type Arguments, applyChange, planRequest } from './request-plan.ts';

const { operations } = buildContract({
  file: 'a.yaml',
  root: parse(`
openapi: 3.1.0
info: { title: a, version: "1" }
paths:
  /v2/{namespace}/repositories/{repository}:
    patch:
      operationId: change
      x-content-type: application/json
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { "200": { description: OK } }
    get:
      operationId: read
      security: []
      responses: { "200": { description: OK } }
    put:
      operationId: replace
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { "200": { description: OK } }
security: [{ token: [] }]
components: { securitySchemes: { token: { type: apiKey, in: header, name: X-Auth-Token } } }
`),
  digest: 'sha256:0',
  lineOf: () => 1,
});
const operation = (id: string): Operation => {
  const found = operations.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`there is no ${id}`);
  return found;
};

const ARGUMENTS: Arguments = {
  path: { namespace: 'group', repository: 'a$b' },
  query: {},
  headers: {},
  body: { permit: 'read', deadline: 'forever' },
};
const plan = (change: Change = NO_CHANGE, args: Partial<Arguments> = {}, id = 'change') =>
  planRequest(operation(id), { ...ARGUMENTS, ...args }, change);
const text = (body: Uint8Array | null) => (body === null ? null : new TextDecoder().decode(body));

describe('the plan of a valid request', () => {
  it('says all that goes on the wire but the token', () => {
    const { body, ...rest } = plan();
    expect(rest).toEqual({
      operation: 'change',
      method: 'PATCH',
      path: '/v2/group/repositories/a$b',
      headers: [['Content-Type', 'application/json']],
      tokenHeader: 'X-Auth-Token',
      credential: { kind: 'good' },
      connection: 'shared',
    });
    expect(text(body)).toBe('{"permit":"read","deadline":"forever"}');
  });

  it('encodes names once, and query and headers as they are', () => {
    const path = { namespace: 'a b/c', repository: '100%' };
    const { path: written, headers } = plan(NO_CHANGE, {
      path,
      query: { 'a b': 'c&d', e: '' },
      headers: { 'X-One': '1' },
    });
    expect(written).toBe('/v2/a%20b%2Fc/repositories/100%25?a%20b=c%26d&e=');
    expect(headers).toEqual([
      ['X-One', '1'],
      ['Content-Type', 'application/json'],
    ]);
  });

  it('asks for no token where the operation does not', () => {
    expect(plan(NO_CHANGE, { body: undefined }, 'read')).toMatchObject({
      tokenHeader: null,
      headers: [],
      body: null,
    });
  });

  it('declares a body by its media type where the operation always declares nothing', () => {
    expect(plan(NO_CHANGE, {}, 'replace').headers).toEqual([['Content-Type', 'application/json']]);
    expect(plan(NO_CHANGE, { body: undefined }, 'replace').headers).toEqual([]);
  });
});

describe('the plan of a changed request', () => {
  const rest = (change: Change) => {
    const { body, ...others } = plan(change);
    return { ...others, body: text(body) };
  };
  const plain = rest(NO_CHANGE);

  it.each<[string, Change, Partial<typeof plain>]>([
    [
      'a name',
      { kind: 'parameter', in: 'path', name: 'namespace', value: 'A b' },
      { path: '/v2/A%20b/repositories/a$b' },
    ],
    [
      'a name that is written in another way',
      { kind: 'parameter', in: 'path', name: 'repository', value: 'a$b', encoded: 'a%24b' },
      { path: '/v2/group/repositories/a%24b' },
    ],
    [
      'a query parameter',
      { kind: 'parameter', in: 'query', name: 'limit', value: '0' },
      { path: '/v2/group/repositories/a$b?limit=0' },
    ],
    [
      'a header',
      { kind: 'parameter', in: 'header', name: 'X-One', value: 'a b' },
      {
        headers: [
          ['X-One', 'a b'],
          ['Content-Type', 'application/json'],
        ],
      },
    ],
    [
      'a member',
      { kind: 'member', pointer: '/permit', value: 7 },
      { body: '{"permit":7,"deadline":"forever"}' },
    ],
    ['a member left out', { kind: 'member', pointer: '/permit' }, { body: '{"deadline":"forever"}' }],
    ['members left out', { kind: 'without', pointers: ['/permit', '/deadline'] }, { body: '{}' }],
    ['the body', { kind: 'body', text: 'hello' }, { body: 'hello' }],
    ['an empty body', { kind: 'body', text: '' }, { body: '' }],
    ['no body', { kind: 'body', text: null }, { body: null }],
    ['bytes for a body', { kind: 'body', text: 'x', bytes: [0x61, 0x62] }, { body: 'ab' }],
    [
      'a body in an array',
      { kind: 'derived-body', form: 'in-array', variant: 0 },
      { body: `[${plain.body}]` },
    ],
    [
      'a content type',
      { kind: 'content-type', value: 'text/plain' },
      { headers: [['Content-Type', 'text/plain']] },
    ],
    ['no content type', { kind: 'content-type', value: null }, { headers: [] }],
    [
      'a credential',
      { kind: 'credential', credential: { kind: 'empty' }, connection: 'fresh' },
      { credential: { kind: 'empty' }, connection: 'fresh' },
    ],
    ['the path', { kind: 'path', from: '/repositories/', to: '/repos/' }, { path: '/v2/group/repos/a$b' }],
  ])('differs in %s and in nothing else', (_, change, difference) => {
    expect(rest(change)).toEqual({ ...plain, ...difference });
  });
});

describe('applyChange', () => {
  it('changes arguments, and keeps the order of what names a share', () => {
    const changed = applyChange(ARGUMENTS, { kind: 'parameter', in: 'path', name: 'namespace', value: 'x' });
    expect(Object.entries(changed.path)).toEqual([
      ['namespace', 'x'],
      ['repository', 'a$b'],
    ]);
    expect(ARGUMENTS.path['namespace']).toBe('group');
  });

  it('leaves a parameter out', () => {
    const args = { ...ARGUMENTS, query: { limit: '1' }, headers: { 'X-One': '1' } };
    expect(applyChange(args, { kind: 'parameter', in: 'query', name: 'limit', value: null }).query).toEqual(
      {},
    );
    expect(
      applyChange(args, { kind: 'parameter', in: 'header', name: 'X-One', value: null }).headers,
    ).toEqual({});
  });

  it('leaves arguments alone where the change is about something else', () => {
    for (const change of [
      NO_CHANGE,
      { kind: 'body', text: '' },
      { kind: 'content-type', value: null },
    ] as const)
      expect(applyChange(ARGUMENTS, change)).toBe(ARGUMENTS);
  });
});
