import fc from 'fast-check';
import type { ValueContract } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Json, Labelled } from '../labelled.ts';
import { verdictOf } from './verdict.ts';

const ODD: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e9,
  '',
  'a',
  'A',
  ' ',
  'a'.repeat(1000),
  [],
  [null],
  {},
  { a: 1 },
];

/** Values of a schema with branches (`anyOf`, `oneOf`, `allOf`): any that fit, or odd ones that fit none. */
export function branchValues(
  value: ValueContract,
  polarity: Polarity,
  any: fc.Arbitrary<Json>,
): readonly Labelled<Json>[] {
  if (polarity === 'accepted') return [{ label: 'any', arbitrary: any }];
  return ODD.filter((odd) => verdictOf(value, odd) === polarity).map((odd) => ({
    label: labelOf(odd),
    arbitrary: fc.constant(odd),
  }));
}

function labelOf(odd: Json): string {
  return typeof odd === 'string' && odd.length > 10 ? 'very long text' : JSON.stringify(odd);
}
