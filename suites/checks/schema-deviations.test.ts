import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../spec/contract/contract.ts';
import { parseJson } from './parse-json.ts';
import { deviationsFrom } from './schema-deviations.ts';

const kinds = (schema: JsonSchema, body: unknown) => deviationsFrom(schema, body).map(({ kind }) => kind);

describe('deviationsFrom', () => {
  it('finds nothing in a body that conforms', () => {
    expect(deviationsFrom({ type: 'array', items: { type: 'string' } }, ['a', ''])).toEqual([]);
  });

  it.each<[JsonSchema, unknown, string, string]>([
    [{ type: 'string' }, 7, 'the body is of type string', 'the body is 7'],
    [{ type: ['string', 'null'] }, 7, 'the body is of type string or null', 'the body is 7'],
    [{ const: 'read' }, 'write', 'the body is "read"', 'the body is "write"'],
    [{ enum: ['a', 'b'] }, 'c', 'the body is one of ["a","b"]', 'the body is "c"'],
    [{ pattern: '^a$' }, 'b', 'the body matches ^a$', 'the body is "b"'],
    [{ format: 'date' }, 'b', 'the body has the format date', 'the body is "b"'],
    [{ minLength: 1 }, '', 'the body has at least 1 characters', 'the body is ""'],
    [{ maxLength: 1 }, 'ab', 'the body has at most 1 characters', 'the body is "ab"'],
    [{ minItems: 1 }, [], 'the body has at least 1 items', 'the body is []'],
    [{ maxItems: 0 }, [1], 'the body has at most 0 items', 'the body is [1]'],
    [{ maxProperties: 0 }, { a: 1 }, 'the body has at most 0 members', 'the body is {"a":1}'],
    [{ required: ['exist'] }, {}, 'the body has the member exist', 'the body has no member exist'],
    [{ additionalProperties: false }, { b: 1 }, 'the body has no further member b', 'the body is {"b":1}'],
    [{ minimum: 3 }, 2, 'the body keeps minimum 3', 'the body is 2'],
    [{ anyOf: [{ type: 'null' }] }, 2, 'the body has one of the documented shapes', 'the body is 2'],
    [{ oneOf: [{ type: 'null' }] }, 2, 'the body has exactly one of the documented shapes', 'the body is 2'],
  ])('says in words what %j expects', (schema, body, expected, actual) => {
    expect(deviationsFrom(schema, body)).toMatchObject([{ expected, actual }]);
  });

  it('names the place within the body', () => {
    const schema = { items: { properties: { status: { type: 'boolean' } } } };
    expect(deviationsFrom(schema, [{ status: true }, { status: 'no' }])).toEqual([
      { kind: '/*/status#type', expected: '/1/status is of type boolean', actual: '/1/status is "no"' },
    ]);
  });

  it('gives the same kind to every position and every value', () => {
    const schema = { items: { type: 'array', items: { type: 'string' } } };
    const found = [[[7]], [['a'], ['b', null]], [[], [], ['a', 'b', {}]]].map((body) => kinds(schema, body));
    expect(found).toEqual([['/*/*#type'], ['/*/*#type'], ['/*/*#type']]);
  });

  it('does not take a member called by a number in a longer name for a position', () => {
    const schema = { properties: { a1: { type: 'string' }, '1a': { type: 'string' } } };
    expect(kinds(schema, { a1: 1, '1a': 1 })).toEqual(['/a1#type', '/1a#type']);
  });

  it('tells each kind once, and different ones apart', () => {
    const schema = { items: { required: ['a', 'b'], properties: { a: { type: 'string' } } } };
    expect(kinds(schema, [{ a: 1 }, { a: 2 }, {}]).toSorted()).toEqual([
      '/*#required:a',
      '/*#required:b',
      '/*/a#type',
    ]);
  });

  it('tells that no branch fits, and not what each branch complains about', () => {
    const branch = { type: 'object', required: ['errors'], properties: { errors: { minItems: 1 } } };
    expect(kinds({ anyOf: [{ type: 'array' }, branch] }, { errors: [] })).toEqual(['#anyOf']);
    const nested = { properties: { a: { anyOf: [{ type: 'null' }] }, b: { type: 'null' } } };
    expect(kinds(nested, { a: 1, b: 1 })).toEqual(['/a#anyOf', '/b#type']);
  });

  it('shortens what is long', () => {
    const [deviation] = deviationsFrom({ type: 'null' }, 'x'.repeat(500));
    expect(deviation?.actual).toMatch(/^the body is "x{116}…$/);
  });

  it('does not trip over a body that is not an object, or a schema that it has seen', () => {
    const schema = { type: 'object' };
    for (const body of [null, undefined, 7, 'text', [], true]) expect(kinds(schema, body)).toEqual(['#type']);
    expect(kinds(schema, {})).toEqual([]);
  });
});

describe('parseJson', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('reads a body of JSON in UTF-8', () => {
    expect(parseJson(bytes('{"a":["ä"]}'))).toEqual({ ok: true, value: { a: ['ä'] } });
    expect(parseJson(bytes(' null\n'))).toEqual({ ok: true, value: null });
  });

  it.each([
    ['it is empty', bytes('')],
    ['it is not JSON', bytes('{')],
    ['it is not JSON', bytes('<html>')],
    ['it is not JSON', bytes('{} x')],
    ['it is not UTF-8', Uint8Array.of(0x22, 0xc3, 0x22)],
  ])('says that %s', (reason, body) => {
    expect(parseJson(body)).toEqual({ ok: false, reason });
    expect(parseJson(body)).toEqual({ ok: false, reason });
  });
});
