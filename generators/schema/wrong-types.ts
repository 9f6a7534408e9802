import fc from 'fast-check';
import type { ValueContract } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Json, Labelled } from '../labelled.ts';
import { isValid, verdictOf } from './verdict.ts';

/**
 * Values of the types that a value must not have, or need not (`observed`). Beside one of each type stand those that
 * frameworks silently turn into the right one: `1` and `["x"]` for text, `"1"` for a number, `"true"` for a boolean.
 */
export function wrongTypes(
  value: ValueContract,
  polarity: Polarity,
  good: fc.Arbitrary<Json>,
): readonly Labelled<Json>[] {
  const reading = polarity === 'rejected' ? value.wide : value.narrow;
  const onlyType = { type: reading['type'] };
  const fixed = POOL.filter(
    ([, sample]) => !isValid(onlyType, sample) && verdictOf(value, sample) === polarity,
  ).map(([label, sample]) => ({ label, arbitrary: fc.constant(sample) }));
  const inList = isValid(onlyType, []) || polarity !== 'rejected';
  return inList
    ? fixed
    : [...fixed, { label: 'a valid value in a list', arbitrary: good.map((valid): Json => [valid]) }];
}

const POOL: readonly (readonly [label: string, value: Json])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['zero', 0],
  ['one', 1],
  ['a fraction', 1.5],
  ['a large number', 4102444800],
  ['a negative number', -1],
  ['an empty list', []],
  ['an empty object', {}],
  ['an object', { a: 1 }],
  ['empty text', ''],
  ['text', 'a'],
  ['a number as text', '1'],
  ['a boolean as text', 'true'],
];
