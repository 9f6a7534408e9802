import {
  type DeadlineFields,
  daysInMonth,
  existsInCalendar,
  readDeadline,
  splitDeadline,
  toInstant,
} from '../rules/deadline.ts';
import { accept, REFUSALS, type Reading, refuse } from '../rules/refusal.ts';
import type { Deadline } from '../shares.ts';
import { CREATE, type Defect, oneBend, spreadFamily, UPDATE, WITH_BODY } from './defect.ts';

type Operations = readonly (typeof WITH_BODY)[number][];

/** Impossible calendar fields, each carried over into the next larger field. */
const IMPOSSIBLE: readonly (readonly [string, Operations, string, (fields: DeadlineFields) => boolean])[] = [
  ['month-13', [CREATE], 'month 13', ({ month }) => month > 12],
  ['month-00', [UPDATE], 'month 00', ({ month }) => month === 0],
  ['day-00', [CREATE], 'day 00', ({ day }) => day === 0],
  ['day-32', [UPDATE], 'day 32', ({ day }) => day > 31],
  [
    '30-february',
    [CREATE, UPDATE],
    '30 or 31 February',
    ({ month, day }) => month === 2 && day >= 30 && day <= 31,
  ],
  [
    '29-february',
    [CREATE, UPDATE],
    '29 February of a common year',
    ({ month, day }) => month === 2 && day === 29,
  ],
  ['day-31', [CREATE, UPDATE], 'day 31 of a month of 30 days', ({ month, day }) => month !== 2 && day === 31],
  ['hour-25', [UPDATE], 'hour 25', ({ hour }) => hour > 24],
  ['minute-60', [CREATE], 'minute 60', ({ minute }) => minute > 59],
  ['second-61', [UPDATE], 'second 61', ({ second }) => second > 60],
];

/** Wrong deadlines that are accepted, and right ones that are refused. */
export const deadlineDefects: readonly Defect[] = [
  ...IMPOSSIBLE.flatMap(([kind, operations, what, strikes]) =>
    accepted(
      `deadline-${kind}-accepted`,
      'format',
      operations,
      `accepts a deadline with ${what}`,
      (value) => {
        const fields = typeof value === 'string' ? splitDeadline(value) : null;
        return fields !== null && !existsInCalendar(fields) && strikes(fields) ? toInstant(fields) : null;
      },
    ),
  ),
  ...accepted(
    'deadline-missing-accepted',
    'required',
    WITH_BODY,
    'takes a missing deadline for forever',
    (value) => (value === undefined ? 'forever' : null),
  ),
  ...accepted('deadline-null-accepted', 'type', WITH_BODY, 'takes null as a deadline for forever', (value) =>
    value === null ? 'forever' : null,
  ),
  ...accepted('deadline-number-accepted', 'type', [CREATE], 'takes a number for a deadline', (value) =>
    typeof value === 'number' ? 1_900_000_000_000 : null,
  ),
  ...accepted('deadline-array-unwrapped', 'type', [UPDATE], 'takes an array for a deadline', (value) =>
    Array.isArray(value) ? 'forever' : null,
  ),
  ...accepted('deadline-boolean-accepted', 'type', [UPDATE], 'takes a boolean for a deadline', (value) =>
    typeof value === 'boolean' ? 'forever' : null,
  ),
  ...accepted(
    'deadline-empty-accepted',
    'pattern',
    WITH_BODY,
    'takes an empty deadline for forever',
    (value) => (value === '' ? 'forever' : null),
  ),
  ...accepted(
    'deadline-words-accepted',
    'pattern',
    WITH_BODY,
    'takes words without a digit for a deadline',
    (value) =>
      typeof value === 'string' && /^[^0-9]+$/.test(value) && value.trim().toLowerCase() !== 'forever'
        ? 'forever'
        : null,
  ),
  ...refused('milliseconds', 'pattern', WITH_BODY, 'with milliseconds', (_, text) => text.includes('.')),
  ...refused('whole-second', 'pattern', [UPDATE], 'without milliseconds', (_, text) =>
    /:[0-9]{2}Z$/.test(text),
  ),
  ...refused('forever', 'pattern', WITH_BODY, 'that is forever', (deadline) => deadline === 'forever'),
  ...refused('leap-day', 'format', WITH_BODY, 'on 29 February', (_, text) => text.includes('-02-29T')),
  ...refused('day-31', 'format', WITH_BODY, 'on day 31 of a month', (_, text) => text.includes('-31T')),
  ...refused(
    'after-2038',
    'format',
    [CREATE],
    'that does not fit into 32 bits',
    (deadline) => deadline !== 'forever' && deadline >= 2_147_483_648_000,
  ),
  ...refused('month-end', 'format', WITH_BODY, 'on the last day of a month', (_, text) => {
    const fields = splitDeadline(text);
    return fields !== null && fields.day === daysInMonth(fields.year, fields.month);
  }),
  ...refused('last-day-of-2099', 'format', WITH_BODY, 'on 31 December 2099', (_, text) =>
    text.startsWith('2099-12-31T'),
  ),
  ...refused('last-hour', 'format', [CREATE], 'in the last hour of a day', (_, text) =>
    text.includes('T23:'),
  ),
  ...spreadFamily([UPDATE], {
    name: 'crash-on-impossible-deadline',
    rule: 'no-server-error',
    does: 'answers 500 to a deadline that the calendar does not have',
    bends: oneBend('deadline', (decided, value) =>
      !decided.ok && typeof value === 'string' && splitDeadline(value) !== null
        ? refuse(REFUSALS.crash)
        : decided,
    ),
  }),
  ...spreadFamily([CREATE], {
    name: 'crash-on-deadline-number',
    rule: 'no-server-error',
    does: 'answers 500 to a number as a deadline',
    bends: oneBend('deadline', (decided, value) =>
      typeof value === 'number' ? refuse(REFUSALS.crash) : decided,
    ),
  }),
];

function accepted(
  name: string,
  keyword: string,
  operations: Operations,
  does: string,
  read: (value: unknown) => Deadline | null,
): readonly Defect[] {
  const bends = oneBend('deadline', (decided, value): Reading<Deadline> => {
    const deadline = decided.ok ? null : read(value);
    return deadline === null ? decided : accept(deadline);
  });
  return spreadFamily(operations, { name, rule: `deadline-${keyword}-rejected`, does, bends });
}

function refused(
  kind: string,
  keyword: string,
  operations: Operations,
  what: string,
  strikes: (deadline: Deadline, text: string) => boolean,
): readonly Defect[] {
  const bends = oneBend('deadline', (decided, value) => {
    const healthy = readDeadline(value);
    return healthy.ok && strikes(healthy.value, String(value))
      ? refuse<Deadline>(REFUSALS.parameterInvalid)
      : decided;
  });
  const does = `refuses a deadline ${what}`;
  return spreadFamily(operations, {
    name: `deadline-${kind}-refused`,
    rule: `deadline-${keyword}-accepted`,
    does,
    bends,
  });
}
