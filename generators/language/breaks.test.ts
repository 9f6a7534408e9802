import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAMESPACE, REPOSITORY } from '../schema/sharing-contracts.fixture.ts';
import { valuesFor } from '../schema/values.ts';
import { classifyName } from './classify-name.fixture.ts';

const CONTEXT = { clock: new Date('2026-01-01T00:00:00Z'), place: 'path' } as const;
const REJECTED = valuesFor(NAMESPACE, 'pattern', 'rejected', CONTEXT);

/** Each way to break the rule, with the simplest name that does. */
const MINIMA: Readonly<Record<string, string>> = {
  'two dots': 'a..a',
  'three underscores': 'a___a',
  'four underscores': 'a____a',
  'leading digit': '0',
  'leading dot': '.a',
  'leading hyphen': '-a',
  'leading underscore': '_a',
  'trailing dot': 'a.',
  'trailing hyphen': 'a-',
  'trailing underscore': 'a_',
  space: 'a a',
  'space at an end': ' ',
  plus: 'a+a',
  'at sign': 'a@a',
  tilde: 'a~a',
  'other punctuation': 'a!a',
  'quote or bracket': 'a(a',
  'neighbour of a range': 'a`a',
  'foreign character at an end': '+',
  'upper-case letter': 'A',
  'capitals throughout': 'A',
  'Latin letter beyond ASCII': 'ä',
  'letter that folds into ASCII': '\u212a',
  'letter of another script': '名',
  'letter beyond the basic plane': '𝐀',
  'dot before hyphen': 'a.-a',
  'dot before underscore': 'a._a',
  'hyphen before dot': 'a-.a',
  'hyphen before underscore': 'a-_a',
  'underscore before dot': 'a_.a',
  'underscore before hyphen': 'a_-a',
  'two underscores next to another': 'a-__a',
  'wrong at both ends': '-',
  'one character left out': '0',
  'one character doubled': 'a..a',
  'two characters swapped': '0a',
};

describe('breaksOf', () => {
  it('finds each way to break the namespace rule, and for each the simplest name', () => {
    const minima = REJECTED.map(({ label, arbitrary }) => [label, smallest(arbitrary, () => true)]);
    expect(Object.fromEntries(minima)).toEqual(MINIMA);
  });

  it.each([
    ['namespace', NAMESPACE],
    ['repository', REPOSITORY],
  ] as const)('draws only what the rulings say of a %s, read by another recogniser', (kind, value) => {
    const wrong = (['accepted', 'rejected', 'observed'] as const).flatMap((polarity) =>
      ['pattern', 'maxLength'].flatMap((keyword) =>
        valuesFor(value, keyword, polarity, CONTEXT).flatMap(({ label, arbitrary }) =>
          fc
            .sample(arbitrary, { seed: 9, numRuns: 200 })
            .filter((name) => classifyName(String(name), kind) !== polarity)
            .map((name) => ({ keyword, polarity, label, name })),
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the kind of fault while it shrinks', () => {
    const upper = REJECTED.find(({ label }) => label === 'upper-case letter');
    expect(smallest(upper?.arbitrary, (name) => /^[a-z].*[A-Z]/.test(name))).toBe('aA');
    const pair = REJECTED.find(({ label }) => label === 'underscore before hyphen');
    expect(smallest(pair?.arbitrary, (name) => /_-[0-9]/.test(name))).toBe('a_-0');
  });

  it('never draws for a path what does not arrive as it is', () => {
    const drawn = REJECTED.flatMap(({ arbitrary }) => fc.sample(arbitrary, { seed: 2, numRuns: 300 }));
    expect(drawn.filter((name) => /^\.{0,2}$|[/\\%?#\p{Cc}\p{Cs}]/u.test(String(name)))).toEqual([]);
  });
});

function smallest(
  arbitrary: fc.Arbitrary<unknown> | undefined,
  fails: (text: string) => boolean,
): string | undefined {
  if (arbitrary === undefined) return undefined;
  const property = fc.property(arbitrary, (text) => !fails(String(text)));
  const found = fc.check(property, { seed: 3, numRuns: 5000 }).counterexample?.[0];
  return found === undefined ? undefined : String(found);
}
