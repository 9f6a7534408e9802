import fc from 'fast-check';
import type { Labelled } from '../labelled.ts';
import {
  acceptedDays,
  fractions,
  isLeap,
  LAST_DAY,
  milliseconds,
  secondsOfDay,
  writeInstant,
} from './deadline-calendar.ts';

const DAY = 86_400_000;

/** Deadlines that must be accepted: their forms, and the edges of calendar and clock. */
export function acceptedDeadlines(clock: Date): readonly Labelled<string>[] {
  return [...deadlineForms(clock), ...calendarEdges(clock)];
}

/** `forever`, and an instant with each fraction that is promised. */
export function deadlineForms(clock: Date): readonly Labelled<string>[] {
  const days = anyDay(clock);
  return [
    { label: 'forever', arbitrary: fc.constant('forever') },
    { label: 'whole seconds', arbitrary: instants(days, secondsOfDay(), fc.constant('')) },
    { label: 'a fraction of zeros', arbitrary: instants(days, secondsOfDay(), fc.constant('.000')) },
    { label: 'milliseconds', arbitrary: instants(days, secondsOfDay(), milliseconds()) },
  ];
}

function calendarEdges(clock: Date): Labelled<string>[] {
  const [first, last] = acceptedDays(clock);
  const days = anyDay(clock);
  const edges: [label: string, days: fc.Arbitrary<number> | null, seconds: fc.Arbitrary<number>][] = [
    ['two days ahead', fc.constant(first), secondsOfDay()],
    ['decades ahead', fc.integer({ min: Math.max(first, last - 40 * 365), max: last }), secondsOfDay()],
    ['29 February of a leap year', oneOfDays(clock, 2, isLeap, 29), secondsOfDay()],
    ['28 February of a common year', oneOfDays(clock, 2, (year) => !isLeap(year), 28), secondsOfDay()],
    ['31st of a month', monthEnds(clock, [1, 3, 5, 7, 8, 10, 12], 31), secondsOfDay()],
    ['30th of a month', monthEnds(clock, [4, 6, 9, 11], 30), secondsOfDay()],
    ['first of January', oneOfDays(clock, 1, () => true, 1), secondsOfDay()],
    ['31 December 2099', fc.constant(LAST_DAY), secondsOfDay()],
    ['last second of 2099', fc.constant(LAST_DAY), fc.constant(86_399)],
    ['midnight', days, fc.constant(0)],
    ['last second of a day', days, fc.constant(86_399)],
  ];
  return edges.flatMap(([label, day, second]) =>
    day === null ? [] : [{ label, arbitrary: instants(day, second, fractions()) }],
  );
}

/** Soon, as people share, or any day to the last. */
function anyDay(clock: Date): fc.Arbitrary<number> {
  const [first, last] = acceptedDays(clock);
  return fc.oneof(
    fc.integer({ min: first, max: Math.min(first + 60, last) }),
    fc.integer({ min: first, max: last }),
  );
}

function instants(
  days: fc.Arbitrary<number>,
  seconds: fc.Arbitrary<number>,
  fraction: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  return fc.tuple(days, seconds, fraction).map((parts) => writeInstant(...parts));
}

/** A day of the same month in every year that must be accepted and has it; null where there is none. */
function oneOfDays(
  clock: Date,
  month: number,
  fits: (year: number) => boolean,
  day: number,
): fc.Arbitrary<number> | null {
  const [first, last] = acceptedDays(clock);
  const days: number[] = [];
  for (let year = clock.getUTCFullYear(); year <= 2099; year += 1) {
    const found = Date.UTC(year, month - 1, day) / DAY;
    if (fits(year) && first <= found && found <= last) days.push(found);
  }
  return days.length === 0 ? null : fc.constantFrom(...days);
}

function monthEnds(clock: Date, months: readonly number[], day: number): fc.Arbitrary<number> | null {
  const ends = months.flatMap((month) => oneOfDays(clock, month, () => true, day) ?? []);
  const [one, ...others] = ends;
  return one === undefined ? null : fc.oneof(one, ...others);
}
