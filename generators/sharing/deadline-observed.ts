import fc from 'fast-check';
import type { Labelled } from '../labelled.ts';
import { acceptedDays, writeFields, writeInstant } from './deadline-calendar.ts';

/** Deadlines of which no source says whether they are accepted (rulings, row 12). */
export function unspecifiedDeadlines(clock: Date): readonly Labelled<string>[] {
  const [first] = acceptedDays(clock);
  const base = fc
    .tuple(fc.integer({ min: first, max: first + 3650 }), fc.integer({ min: 0, max: 86_399 }))
    .map(([day, second]) => writeInstant(day, second));
  const rewritten = REWRITINGS.map(([label, rewrite]) => ({ label, arbitrary: base.map(rewrite) }));
  return [...rewritten, ...otherForevers(), ...otherTimes(clock)];
}

/** Other ways to write an instant; the argument has the exact shape with whole seconds. */
const REWRITINGS: readonly (readonly [label: string, rewrite: (instant: string) => string])[] = [
  ['date only', (text) => text.slice(0, 10)],
  ['no Z', (text) => text.slice(0, -1)],
  ['offset of zero', (text) => `${text.slice(0, -1)}+00:00`],
  ['another offset', (text) => `${text.slice(0, -1)}+08:00`],
  ['offset without colon', (text) => `${text.slice(0, -1)}+0000`],
  ['lower-case t', (text) => text.replace('T', 't')],
  ['lower-case z', (text) => text.replace('Z', 'z')],
  ['a space for T', (text) => text.replace('T', ' ')],
  ['one digit of fraction', (text) => text.replace('Z', '.5Z')],
  ['six digits of fraction', (text) => text.replace('Z', '.123456Z')],
  ['nine digits of fraction', (text) => text.replace('Z', '.123456789Z')],
  ['a dot without fraction', (text) => text.replace('Z', '.Z')],
  ['a comma before the fraction', (text) => text.replace('Z', ',000Z')],
  ['without seconds', (text) => `${text.slice(0, 16)}Z`],
  ['basic format', (text) => text.replaceAll(/[-:]/g, '')],
  ['slashes', (text) => text.replaceAll('-', '/')],
  ['year and month only', (text) => text.slice(0, 7)],
  ['year only', (text) => text.slice(0, 4)],
  ['ordinal date', (text) => `${text.slice(0, 4)}-123`],
  ['week date', (text) => `${text.slice(0, 4)}-W12-3`],
  ['year of five digits', (text) => `1${text}`],
  ['fields of one digit', (text) => `${text.slice(0, 4)}-1-2T3:4:5Z`],
  ['epoch seconds', (text) => String(Date.parse(text) / 1000)],
  ['epoch milliseconds', (text) => String(Date.parse(text))],
  ['date of e-mail', (text) => new Date(text).toUTCString()],
  ['white space around an instant', (text) => ` ${text} `],
  ['something behind an instant', (text) => `${text}x`],
  ['impossible date without time', (text) => `${text.slice(0, 4)}-02-30`],
  ['hour 24', (text) => `${text.slice(0, 10)}T24:00:00Z`],
  ['second 60', (text) => `${text.slice(0, 10)}T23:59:60Z`],
];

function otherForevers(): Labelled<string>[] {
  return [
    {
      label: 'other casing of forever',
      arbitrary: fc.constantFrom('Forever', 'FOREVER', 'foreveR', 'forEver'),
    },
    {
      label: 'white space around forever',
      arbitrary: fc.constantFrom(' forever', 'forever ', '\tforever', 'forever\n', ' forever '),
    },
  ];
}

/** The exact shape, too near, past, or later than 2099. */
function otherTimes(clock: Date): Labelled<string>[] {
  const now = Math.floor(clock.getTime() / 1000);
  const hours = (from: number, to: number) =>
    fc.integer({ min: from * 3600, max: to * 3600 }).map((seconds) => writeInstant(0, now + seconds));
  const years = (min: number, max: number) =>
    fc
      .integer({ min, max })
      .map((year) => writeFields({ year, month: 1, day: 1, hour: 0, minute: 0, second: 0 }));
  return [
    { label: 'less than two days ahead', arbitrary: hours(0, 47) },
    { label: 'just past', arbitrary: hours(-47, -1) },
    { label: 'long past', arbitrary: hours(-87_600, -49) },
    { label: 'before 1970', arbitrary: years(1, 1969) },
    { label: 'year 0000', arbitrary: years(0, 0) },
    { label: 'after 2099', arbitrary: years(2100, 9999) },
  ];
}
