import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import { DESCRIPTION } from '../schema/sharing-contracts.fixture.ts';
import { valuesFor } from '../schema/values.ts';

const CONTEXT = { clock: new Date('2026-03-04T05:06:07Z'), place: 'body' } as const;

describe('descriptions', () => {
  it('that must be accepted are of the basic plane, in NFC, printable, trimmed and short enough', () => {
    expect(drawn('accepted', 300).filter((text) => !isPlain(text))).toEqual([]);
  });

  it('that are only observed are not', () => {
    expect(drawn('observed', 100).filter(isPlain)).toEqual([]);
  });

  it('that should be accepted look like an attack, or have astral characters or white space at an end', () => {
    const odd = drawn('recommended', 200).filter(
      (text) => isPlain(text) && !/[<>'"%${}#;|&`\\]|\.\.|UNION|file:/.test(text),
    );
    expect(odd).toEqual([]);
    expect(drawn('recommended', 50).filter((text) => [...text].length > 1000)).toEqual([]);
  });

  it('reach the bound exactly, in scripts of one byte and of three', () => {
    const longest = drawn('accepted', 20).filter((text) => [...text].length === 255);
    expect(longest.some((text) => Buffer.byteLength(text) === 255)).toBe(true);
    expect(longest.some((text) => Buffer.byteLength(text) > 600)).toBe(true);
  });

  it('contain what storage and encodings trip over', () => {
    const texts = ['accepted', 'recommended', 'observed'].flatMap((polarity) =>
      drawn(polarity as Polarity, 200),
    );
    for (const text of [
      '',
      '__proto__',
      'null',
      '0',
      '"',
      '\\',
      '</script>',
      '%s',
      '\0',
      '\ud800',
      'e\u0301',
      ' a',
    ]) {
      expect(texts).toContain(text);
    }
  });

  it('shrink to the simplest text of their kind', () => {
    const minima = valuesFor(DESCRIPTION, 'format', 'accepted', CONTEXT).map(({ label, arbitrary }) => {
      const { counterexample } = fc.check(
        fc.property(arbitrary, () => false),
        { seed: 4, numRuns: 1 },
      );
      return [label, counterexample?.[0]];
    });
    expect(Object.fromEntries(minima)).toMatchObject({
      'ASCII letters': 'a',
      Chinese: '一',
      'as long as allowed, ASCII letters': 'a'.repeat(255),
    });
  });
});

function drawn(polarity: Polarity, numRuns: number): string[] {
  return valuesFor(DESCRIPTION, 'format', polarity, CONTEXT).flatMap(({ arbitrary }) =>
    fc.sample(arbitrary, { seed: 6, numRuns }).map(String),
  );
}

/** Row 14b of the rulings. */
function isPlain(text: string): boolean {
  return (
    text.length <= 255 &&
    text.trim() === text &&
    text.normalize('NFC') === text &&
    !/[\p{C}\u2028\u2029\u{10000}-\u{10ffff}]/u.test(text)
  );
}
