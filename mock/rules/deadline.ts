import type { Deadline } from '../shares.ts';
import { accept, REFUSALS, type Reading, refuse } from './refusal.ts';

const DAY = 86_400_000;

/** The fields of `YYYY-MM-DDTHH:MM:SSZ` or `….mmmZ`, whatever their values. */
export interface DeadlineFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** The deadline that a member of the body names. */
export function readDeadline(value: unknown): Reading<Deadline> {
  if (value === undefined) {
    return refuse(REFUSALS.parameterMissing);
  }
  if (typeof value !== 'string') {
    return refuse(REFUSALS.parameterInvalid);
  }
  if (value === 'forever') {
    return accept('forever');
  }
  const fields = splitDeadline(value);
  return fields !== null && existsInCalendar(fields)
    ? accept(toInstant(fields))
    : refuse(REFUSALS.parameterInvalid);
}

/** Null where the text has another shape. */
export function splitDeadline(text: string): DeadlineFields | null {
  const shape = /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{3}))?Z$/;
  const match = shape.exec(text);
  if (match === null || text.endsWith('\n')) {
    return null;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0] = match
    .slice(1)
    .map((digits: string | undefined) => Number(digits ?? '0'));
  return { year, month, day, hour, minute, second, millisecond };
}

export function existsInCalendar(fields: DeadlineFields): boolean {
  const { year, month, day, hour, minute, second } = fields;
  const date = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return date && hour <= 23 && minute <= 59 && second <= 59;
}

/** Milliseconds since 1970; fields beyond their range carry over, as careless libraries let them. */
export function toInstant(fields: DeadlineFields): number {
  const date = new Date(0);
  date.setUTCFullYear(fields.year, fields.month - 1, fields.day);
  return date.setUTCHours(fields.hour, fields.minute, fields.second, fields.millisecond);
}

/** As the live service prints it: no fraction where it is zero. */
export function printDeadline(deadline: Deadline): string {
  return deadline === 'forever' ? deadline : new Date(deadline).toISOString().replace('.000Z', 'Z');
}

/** A share ends at 00:00 UTC of the day after its deadline (create page 2022, deadline). */
export function isStillValid(deadline: Deadline, now: number): boolean {
  return deadline === 'forever' || now / 1000 < Math.floor(deadline / DAY) * DAY + DAY;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return isLeapYear(year) ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
