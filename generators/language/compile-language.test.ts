import { describe, expect, it } from 'vitest';
import { Fault } from '../../spec/fault.ts';
import { compileLanguage } from './compile-language.ts';

const PLACE = { file: 'openapi.yaml', line: 7, pointer: '/schema/pattern' };

describe('compileLanguage', () => {
  it.each([
    '^(?:[a-z](?:(?:[._-]|__)?[a-z0-9])*)$',
    '^[a-c]{1,2}$',
    'a.c',
    '^a|b$',
    '^(?:a|bc)+$',
    '[^a]',
    '^\\w\\d?$',
    '^$',
    '',
  ])('agrees with the regular expression %s on every short text', (pattern) => {
    const language = compileLanguage({ pattern }, PLACE);
    const expression = new RegExp(pattern, 'u');
    const wrong = textsUpTo(3, ['a', 'b', 'c', '0', '_', '.', 'A', 'ä', '\n', '😀']).filter(
      (text) => language.has(text) !== expression.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('counts lengths in code points, as JSON Schema does', () => {
    const language = compileLanguage({ minLength: 2, maxLength: 3 }, PLACE);
    expect(['a', '😀', '😀😀', 'abc', '😀😀😀😀', 'abcd'].map((text) => language.has(text))).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['^(?=a)a$', 'an assertion'],
    ['^a(?<!b)c$', 'an assertion'],
    ['^(?:^a)$', 'an assertion'],
    ['^a\\bc$', 'an assertion'],
    ['^(a)\\1$', 'a back-reference'],
    ['^(?<x>a)\\k<x>$', 'a back-reference'],
  ])('refuses %s, which contains %s, with its place', (pattern, what) => {
    const fault = faultOf(() => compileLanguage({ pattern }, PLACE));
    expect(fault.message).toContain(what);
    expect(fault.kind).toBe('usage');
    expect(fault.place).toEqual(PLACE);
  });

  it('refuses what is no regular expression', () => {
    expect(faultOf(() => compileLanguage({ pattern: '(a' }, PLACE)).code).toBe('unsupported-keyword');
  });
});

function faultOf(run: () => unknown): Fault {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error('Nothing was refused');
}

function textsUpTo(length: number, characters: readonly string[]): string[] {
  if (length === 0) return [''];
  const shorter = textsUpTo(length - 1, characters);
  return [...new Set([...shorter, ...shorter.flatMap((text) => characters.map((one) => text + one))])];
}
