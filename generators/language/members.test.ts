import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLanguage } from './compile-language.ts';
import { membersOf, simplestMember } from './members.ts';
import { stepsOf } from './shapes.ts';

const PATTERN = '^(?:[a-z](?:(?:[._-]|__)?[a-z0-9])*)$';
const LANGUAGE = compileLanguage({ pattern: PATTERN, minLength: 1, maxLength: 64 }, {});

describe('membersOf', () => {
  it('draws members only, of every length between the bounds', () => {
    const drawn = sample(LANGUAGE.lengths, 4000);
    expect(drawn.filter((text) => !LANGUAGE.has(text))).toEqual([]);
    const lengths = new Set(drawn.map((text) => text.length));
    for (const length of [1, 2, 63, 64]) expect(lengths).toContain(length);
  });

  it('draws the same texts for the same seed and others for another', () => {
    expect(sample(LANGUAGE.lengths, 50, 5)).toEqual(sample(LANGUAGE.lengths, 50, 5));
    expect(sample(LANGUAGE.lengths, 50, 5)).not.toEqual(sample(LANGUAGE.lengths, 50, 6));
  });

  it('reaches both ends of every range', () => {
    const characters = new Set(sample(LANGUAGE.lengths, 2000).join(''));
    for (const character of 'az09._-') expect(characters).toContain(character);
  });

  it('draws texts of one exact length, however long', () => {
    for (const length of [1, 2, 3, 65, 1000]) {
      const drawn = sample({ min: length, max: length }, 20);
      expect(new Set(drawn.map((text) => text.length))).toEqual(new Set([length]));
    }
  });

  it('has nothing to draw where no member has such a length', () => {
    const { automaton } = compileLanguage({ pattern: '^(?:ab)+$' }, {});
    expect(membersOf(automaton, { min: 3, max: 3 })).toBeNull();
    expect(simplestMember(automaton, { min: 3, max: 5 })).toBe('abab');
  });

  it('shrinks to the simplest member, and inside the language to what still fails', () => {
    const any = membersOf(LANGUAGE.automaton, LANGUAGE.lengths);
    expect(smallest(any, () => true)).toBe('a');
    expect(smallest(any, (text) => text.includes('__'))).toBe('a__a');
    expect(smallest(any, (text) => /-\d/.test(text))).toBe('a-0');
    expect(smallest(any, (text) => text.length > 40)).toBe('a'.repeat(41));
  });

  it('passes through every edge of the automaton', () => {
    const edges = stepsOf(LANGUAGE.automaton);
    const words = edges.map((edge) => simplestMember(edge, LANGUAGE.lengths));
    expect(words).toEqual(
      expect.arrayContaining(['a', 'aa', 'a0', 'a.a', 'a-a', 'a-0', 'a_a', 'a_0', 'a__a']),
    );
    expect(words.filter((word) => word === null || !LANGUAGE.has(word))).toEqual([]);
  });
});

function sample(lengths: { min: number; max: number | null }, numRuns: number, seed = 1): string[] {
  const members = membersOf(LANGUAGE.automaton, lengths);
  return members === null ? [] : fc.sample(members, { seed, numRuns });
}

function smallest(
  arbitrary: fc.Arbitrary<string> | null,
  fails: (text: string) => boolean,
): string | undefined {
  if (arbitrary === null) return undefined;
  const property = fc.property(arbitrary, (text) => !fails(text));
  return fc.check(property, { seed: 3, numRuns: 5000 }).counterexample?.[0];
}
