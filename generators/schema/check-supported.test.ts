import { describe, expect, it } from 'vitest';
import { Fault } from '../../spec/fault.ts';
import { checkSupported } from './check-supported.ts';

const PLACE = { file: 'openapi.yaml', pointer: '/components/schemas/Name' };

describe('checkSupported', () => {
  it('lets every keyword pass that has a generator', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'string', pattern: '^a$', minLength: 1 }, b: { enum: [1, 2] } },
      required: ['a'],
      additionalProperties: false,
      anyOf: [{ minProperties: 1 }],
    };
    expect(() => checkSupported(schema, PLACE)).not.toThrow();
  });

  it.each([
    [{ not: {} }, '/components/schemas/Name/not'],
    [{ properties: { 'a/b': { if: {} } } }, '/components/schemas/Name/properties/a~1b/if'],
    [{ allOf: [{}, { contains: {} }] }, '/components/schemas/Name/allOf/1/contains'],
    [{ items: { pattern: '^(?!a)b$' } }, '/components/schemas/Name/items/pattern'],
    [{ pattern: '^(a)\\1$' }, '/components/schemas/Name/pattern'],
  ])('refuses %j and names its pointer', (schema, pointer) => {
    const fault = faultOf(() => checkSupported(schema, PLACE));
    expect(fault.code).toBe('unsupported-keyword');
    expect(fault.kind).toBe('usage');
    expect(fault.place).toEqual({ file: 'openapi.yaml', pointer });
  });
});

function faultOf(run: () => void): Fault {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error('Nothing was refused');
}
