import fc from 'fast-check';
import type { Labelled } from '../labelled.ts';
import { type Fields, fractions, isLeap, wholeYears, writeFields } from './deadline-calendar.ts';

/** The exact shape with one field that no calendar or clock has. */
export function impossibleDeadlines(clock: Date): readonly Labelled<string>[] {
  const years = wholeYears(clock);
  const common = years.filter((year) => !isLeap(year));
  const field = (label: string, fields: Partial<Record<keyof Fields, fc.Arbitrary<number>>>) => ({
    label,
    arbitrary: fc
      .tuple(fc.record({ ...possible(years), ...fields }), fractions())
      .map(([drawn, fraction]) => writeFields(drawn, fraction)),
  });
  const february = fc.constant(2);
  return [
    field('30 February', { month: february, day: fc.constant(30) }),
    field('31 February', { month: february, day: fc.constant(31) }),
    field('29 February of a common year', {
      year: fc.constantFrom(...common),
      month: february,
      day: fc.constant(29),
    }),
    field('31st of a month with 30 days', { month: fc.constantFrom(4, 6, 9, 11), day: fc.constant(31) }),
    field('month 00', { month: fc.constant(0) }),
    field('month 13', { month: fc.constant(13) }),
    field('month far beyond 12', { month: fc.integer({ min: 14, max: 99 }) }),
    field('day 00', { day: fc.constant(0) }),
    field('day 32', { day: fc.constant(32) }),
    field('day far beyond 31', { day: fc.integer({ min: 33, max: 99 }) }),
    field('hour 25 or more', { hour: fc.integer({ min: 25, max: 99 }) }),
    field('minute 60 or more', { minute: fc.integer({ min: 60, max: 99 }) }),
    field('second 61 or more', { second: fc.integer({ min: 61, max: 99 }) }),
  ];
}

/** Text without any digit that is no casing or padding of `forever`. */
export function digitlessDeadlines(): readonly Labelled<string>[] {
  const list = (label: string, ...texts: readonly string[]) => ({
    label,
    arbitrary: fc.constantFrom(...texts),
  });
  return [
    list('empty', ''),
    list(
      'another word for ever',
      'never',
      'always',
      'permanent',
      'infinity',
      'unlimited',
      'eternity',
      'ever',
    ),
    list('a word for a day', 'tomorrow', 'today', 'now', 'December', 'Monday', 'next year'),
    list(
      'almost forever',
      'foreve',
      'orever',
      'forevers',
      'forever!',
      'foreverforever',
      'xforever',
      'forevr',
    ),
    list('forever among others', 'forever,never', 'forever and ever', 'not forever', '"forever"'),
    list('look-alike letters', 'fоrever', 'ｆｏｒｅｖｅｒ', 'forevér'),
    list('the name of nothing', 'null', 'undefined', 'none', 'NaN', 'true', 'false'),
    list('shape without digits', 'YYYY-MM-DDTHH:MM:SSZ', '--T::Z', 'T', 'Z', '-', '::'),
    list('white space only', ' ', '\t', '   '),
    list('beyond ASCII', '永久', 'für immer', 'навсегда', '∞'),
    {
      label: 'any letters',
      arbitrary: fc
        .array(fc.constantFrom(...'abcdeghijklmnpqstuwxyz'), { minLength: 1, maxLength: 12 })
        .map((letters) => letters.join('')),
    },
  ];
}

function possible(years: readonly number[]): Record<keyof Fields, fc.Arbitrary<number>> {
  return {
    year: fc.constantFrom(...years),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.integer({ min: 0, max: 59 }),
  };
}
