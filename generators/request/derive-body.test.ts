import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../labelled.ts';
import type { BodyForm } from './change.ts';
import { deriveBody } from './derive-body.ts';

const BODY = { access_domain: 'acme', permit: 'read', deadline: 'forever' };
const bytes = (form: BodyForm, variant = 0, body: Json = BODY) => deriveBody(body, form, variant);
const text = (form: BodyForm, variant = 0, body: Json = BODY) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes(form, variant, body));
const parses = (json: string) => {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
};

/** Any object that a body may be: members of every type, names and texts with whatever JSON has to escape. */
const bodies = fc.dictionary(
  fc.string({ unit: 'grapheme' }).filter((name) => !/^(?:\d+|__proto__)$/.test(name)),
  fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null), fc.constant('a\n"\\\u0007é')),
  { maxKeys: 4 },
);

describe('deriveBody', () => {
  it('cuts a body anywhere, and never leaves valid JSON', () => {
    const whole = JSON.stringify(BODY);
    const cuts = Array.from({ length: whole.length * 2 }, (_, variant) => text('truncated', variant));
    expect(cuts.filter((cut) => parses(cut) || !whole.startsWith(cut) || cut === '')).toEqual([]);
    expect(new Set(cuts).size).toBe(whole.length - 1);
    expect(cuts[0]).toBe('{');
    expect(text('truncated', 7, {})).toBe('{');
  });

  it('wraps a body into an array or a string', () => {
    expect(JSON.parse(text('in-array'))).toEqual([BODY]);
    expect(JSON.parse(JSON.parse(text('in-string')))).toEqual(BODY);
  });

  it('spoils the encoding of a body, and nothing else', () => {
    const spoilt = bytes('invalid-utf8');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(spoilt)).toThrow();
    expect(JSON.parse(new TextDecoder().decode(spoilt))).toEqual({ ...BODY, deadline: 'forever\ufffd' });
  });

  it('puts a byte order mark in front', () => {
    expect([...bytes('byte-order-mark').subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x7b]);
    expect(JSON.parse(text('byte-order-mark').slice(1))).toEqual(BODY);
  });

  it('repeats the first member with its value', () => {
    expect(text('duplicate-members')).toBe(`{"access_domain":"acme",${JSON.stringify(BODY).slice(1)}`);
    expect(text('duplicate-members', 0, { n: 1, m: null })).toBe('{"n":1,"n":1,"m":null}');
    expect(text('duplicate-members', 0, { a: 'q"\\$1' })).toBe('{"a":"q\\"\\\\$1","a":"q\\"\\\\$1"}');
  });

  it('adds text behind the body that makes it no JSON', () => {
    const trailing = [0, 1, 2, 3].map((variant) => text('trailing-text', variant));
    expect(trailing.filter(parses)).toEqual([]);
    expect(trailing.every((one) => one.startsWith(JSON.stringify(BODY)))).toBe(true);
    expect(new Set(trailing).size).toBe(4);
  });

  it('adds a member that the body does not have', () => {
    const found = [0, 1, 2, 3, 4].map((variant) => {
      const added: Record<string, unknown> = JSON.parse(text('unknown-member', variant));
      return Object.keys(added).filter((name) => !Object.hasOwn(BODY, name));
    });
    expect(found.map((names) => names.length)).toEqual([1, 1, 1, 1, 1]);
    expect(found.flat()).toContain('__proto__');
    expect(JSON.parse(text('unknown-member', 0, {}))).toEqual({ unknown: 'x' });
  });

  it.each(['reversed', 'spaced', 'escaped'] as const)('writes the same body in another way: %s', (form) => {
    expect(JSON.parse(text(form))).toEqual(BODY);
    expect(text(form)).not.toBe(JSON.stringify(BODY));
    fc.assert(
      fc.property(bodies, (body) => {
        expect(JSON.parse(text(form, 0, body))).toEqual(body);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('reverses the order of the members, and escapes every small letter', () => {
    expect(Object.keys(JSON.parse(text('reversed')))).toEqual(Object.keys(BODY).toReversed());
    expect(text('escaped').replaceAll(/\\u[0-9a-f]{4}/g, '')).not.toMatch(/[a-z]/);
  });
});
