import fc from 'fast-check';
import type { ValueContract } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Json, Labelled } from '../labelled.ts';
import { isValid, verdictOf } from './verdict.ts';

export const NUMBER_KEYWORDS = [
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
] as const;
export type NumberKeyword = (typeof NUMBER_KEYWORDS)[number];

/**
 * Numbers at a bound, next to it on either side, and far beyond it, each where the readings put it; a rejected one
 * breaks no other keyword.
 */
export function boundNumbers(
  value: ValueContract,
  keyword: NumberKeyword,
  polarity: Polarity,
): readonly Labelled<Json>[] {
  const readings = [value.narrow, value.recommended ?? value.narrow, value.wide];
  const bounds = new Set(
    readings.map((schema) => schema[keyword]).filter((bound) => typeof bound === 'number'),
  );
  const { multipleOf } = value.narrow;
  const unit = typeof multipleOf === 'number' ? multipleOf : 1;
  const { [keyword]: _, ...others } = value.wide;
  const candidates = [...bounds].flatMap((bound) => {
    const found = keyword === 'multipleOf' ? aroundMultiple(bound) : aroundBound(bound, unit);
    return found.map(({ label, number }) => ({
      label: bounds.size === 1 ? label : `${label} ${bound}`,
      number,
    }));
  });
  return candidates.flatMap(({ label, number }) =>
    verdictOf(value, number) === polarity && (polarity !== 'rejected' || isValid(others, number))
      ? [{ label, arbitrary: fc.constant<Json>(number) }]
      : [],
  );
}

/** Any number that must be accepted; shrinks towards 0 as far as the bounds allow. */
export function anyNumber(value: ValueContract): fc.Arbitrary<Json> | null {
  const { narrow } = value;
  const unit = typeof narrow['multipleOf'] === 'number' ? narrow['multipleOf'] : 1;
  const min = Math.ceil(boundOf(narrow, 'minimum', 'exclusiveMinimum', -1000, 1) / unit);
  const max = Math.floor(
    boundOf(narrow, 'maximum', 'exclusiveMaximum', Math.max(1000, min * unit + 1000), -1) / unit,
  );
  if (min > max) return null;
  const arbitrary = fc.integer({ min, max }).map((steps): Json => steps * unit);
  return isValid(narrow, min * unit) && isValid(narrow, max * unit) ? arbitrary : null;
}

function boundOf(
  schema: ValueContract['narrow'],
  inclusive: string,
  exclusive: string,
  otherwise: number,
  inwards: number,
): number {
  const bound = schema[inclusive];
  const beyond = schema[exclusive];
  const bounds = [
    ...(typeof bound === 'number' ? [bound] : []),
    ...(typeof beyond === 'number' ? [beyond + inwards] : []),
  ];
  if (bounds.length === 0) return otherwise;
  return inwards > 0 ? Math.max(...bounds) : Math.min(...bounds);
}

function aroundBound(bound: number, unit: number): { label: string; number: number }[] {
  return [
    { label: 'the bound', number: bound },
    { label: 'one above the bound', number: bound + unit },
    { label: 'one below the bound', number: bound - unit },
    { label: 'half above the bound', number: bound + unit / 2 },
    { label: 'half below the bound', number: bound - unit / 2 },
    { label: 'far above the bound', number: bound + unit * 2 ** 31 },
    { label: 'far below the bound', number: bound - unit * 2 ** 31 },
  ];
}

function aroundMultiple(unit: number): { label: string; number: number }[] {
  return [
    { label: 'none of it', number: 0 },
    { label: 'one unit', number: unit },
    { label: 'many units', number: unit * 7 },
    { label: 'half a unit', number: unit / 2 },
    { label: 'a unit and a half', number: unit * 1.5 },
  ];
}
