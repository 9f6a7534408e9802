import fc from 'fast-check';

const DAY = 86_400_000;

/** Last day that a deadline must be accepted for (rulings, row 10). */
export const LAST_DAY = Date.UTC(2099, 11, 31) / DAY;

/** Deadlines nearer than two days are unspecified; some hours more keep a slow run and a skewed clock out of it. */
const LEAD = 2 * DAY + 6 * 3_600_000;

/** Days since 1970 that must be accepted whatever the time of day. */
export function acceptedDays(clock: Date): readonly [first: number, last: number] {
  return [Math.min(Math.ceil((clock.getTime() + LEAD) / DAY), LAST_DAY), LAST_DAY];
}

/** Years whose days a deadline of any date must be accepted or rejected for its own sake. */
export function wholeYears(clock: Date): readonly number[] {
  const first = Math.min(clock.getUTCFullYear() + 1, 2098);
  return Array.from({ length: 2098 - first + 1 }, (_, index) => first + index);
}

export function isLeap(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
}

/** `2031-05-06T07:08:09Z`; day since 1970, second of the day, fraction with its dot or empty. */
export function writeInstant(day: number, second: number, fraction = ''): string {
  return `${new Date(day * DAY + second * 1000).toISOString().slice(0, 19)}${fraction}Z`;
}

export interface Fields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The exact shape, whether or not the calendar knows the instant. */
export function writeFields({ year, month, day, hour, minute, second }: Fields, fraction = ''): string {
  const two = (field: number) => String(field).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}${fraction}Z`;
}

/** None, three zeros, or milliseconds; shrinks to none. */
export function fractions(): fc.Arbitrary<string> {
  return fc.oneof({ withCrossShrink: true }, fc.constantFrom('', '.000'), milliseconds());
}

export function milliseconds(): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 999 }).map((count) => `.${String(count).padStart(3, '0')}`);
}

export function secondsOfDay(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 86_399 });
}
