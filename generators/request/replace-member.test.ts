import { describe, expect, it } from 'vitest';
import { replaceMember } from './replace-member.ts';

describe('replaceMember', () => {
  const body = { a: 1, b: { c: 2, d: 3 }, e: 'x' };

  it('replaces a member in its place', () => {
    expect(JSON.stringify(replaceMember(body, '/a', null))).toBe('{"a":null,"b":{"c":2,"d":3},"e":"x"}');
    expect(JSON.stringify(replaceMember(body, '/b/c', [1]))).toBe('{"a":1,"b":{"c":[1],"d":3},"e":"x"}');
  });

  it('adds a new member last, and the objects that lead to it', () => {
    expect(JSON.stringify(replaceMember(body, '/f', 4))).toBe('{"a":1,"b":{"c":2,"d":3},"e":"x","f":4}');
    expect(replaceMember({}, '/x/y', 1)).toEqual({ x: { y: 1 } });
    expect(replaceMember(undefined, '/x', 1)).toEqual({ x: 1 });
  });

  it('leaves a member out', () => {
    expect(replaceMember(body, '/a', undefined)).toEqual({ b: { c: 2, d: 3 }, e: 'x' });
    expect(replaceMember(body, '/b/d', undefined)).toEqual({ a: 1, b: { c: 2 }, e: 'x' });
    expect(replaceMember(body, '/none', undefined)).toEqual(body);
  });

  it('replaces the whole under the empty pointer', () => {
    expect(replaceMember(body, '', 'x')).toBe('x');
  });

  it('does not touch what it was given', () => {
    const before = structuredClone(body);
    replaceMember(body, '/b/c', 9);
    expect(body).toEqual(before);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'takes %s for a name like any other',
    (name) => {
      const replaced = replaceMember({ a: 1 }, `/${name}`, { b: 2 });
      expect(JSON.stringify(replaced)).toBe(`{"a":1,"${name}":{"b":2}}`);
      expect(Object.getPrototypeOf(replaced)).toBe(Object.prototype);
      expect(replaceMember(replaced, `/${name}`, undefined)).toEqual({ a: 1 });
      expect(JSON.stringify(replaceMember({}, `/${name}/b`, 1))).toBe(`{"${name}":{"b":1}}`);
    },
  );

  it('reads the escapes of pointers', () => {
    expect(replaceMember({ 'a/b': 1, 'm~n': 2 }, '/a~1b', 3)).toEqual({ 'a/b': 3, 'm~n': 2 });
    expect(replaceMember({ 'a/b': 1, 'm~n': 2 }, '/m~0n', 3)).toEqual({ 'a/b': 1, 'm~n': 3 });
    expect(replaceMember({ '~1': 1 }, '/~01', 3)).toEqual({ '~1': 3 });
  });
});
