import fc from 'fast-check';
import { textArbitrary } from '../language/text-arbitrary.ts';

/** A set of characters of which any sequence is in NFC and none alone looks like markup. */
export interface Pool {
  readonly label: string;
  /** Ranges of code points; the first character of the first is the simplest. */
  readonly ranges: readonly (readonly [min: number, max: number])[];
}

export const POOLS: readonly Pool[] = [
  { label: 'ASCII letters', ranges: [range('a', 'z'), range('A', 'Z')] },
  { label: 'digits', ranges: [range('0', '9')] },
  { label: 'Latin beyond ASCII', ranges: [range('à', 'ö'), range('ø', 'ž'), range('À', 'Ö')] },
  { label: 'Greek and Cyrillic', ranges: [range('α', 'ρ'), range('а', 'я'), range('А', 'Я')] },
  { label: 'Chinese', ranges: [range('一', '龥')] },
  { label: 'Japanese and Korean', ranges: [range('あ', 'ん'), range('ア', 'ン'), range('가', '힣')] },
  { label: 'right to left', ranges: [range('א', 'ת'), range('ع', 'ي')] },
  { label: 'symbols', ranges: [range('←', '⇿'), range('①', '⑳'), range('♀', '♾'), range('£', '¥')] },
];

/** Words of one pool with single spaces between them; from `min` to `max` code points, none of them white at an end. */
export function poolText({ ranges }: Pool, min: number, max: number): fc.Arbitrary<string> {
  const simplest = String.fromCodePoint(ranges[0]?.[0] ?? 0x61);
  const isOfPool = (character: string) => {
    const code = character.codePointAt(0) ?? 0;
    return character === ' ' || ranges.some(([from, to]) => from <= code && code <= to);
  };
  return textArbitrary({
    draw: (random) => {
      const length =
        random.nextInt(0, 3) > 0 ? random.nextInt(min, Math.min(max, min + 12)) : random.nextInt(min, max);
      let text = '';
      for (let index = 0; index < length; index += 1) {
        const isInner = index > 0 && index < length - 1 && !text.endsWith(' ');
        text += isInner && random.nextInt(0, 7) === 0 ? ' ' : drawOf(random, ranges);
      }
      return text;
    },
    has: (text) => {
      const characters = [...text];
      const fits = min <= characters.length && characters.length <= max;
      return fits && text.trim() === text && characters.every(isOfPool);
    },
    simplest: simplest.repeat(min),
    simpler: (character) => (character === simplest ? [] : [simplest]),
  });
}

function drawOf(random: fc.Random, ranges: Pool['ranges']): string {
  const [from, to] = ranges[random.nextInt(0, ranges.length - 1)] ?? [0x61, 0x7a];
  return String.fromCodePoint(random.nextInt(from, to));
}

function range(first: string, last: string): readonly [number, number] {
  return [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0];
}

/** One of a few texts; shrinks to the first. */
export function oneOf(...texts: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...texts);
}
