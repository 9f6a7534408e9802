import type { Deadline } from '../shares.ts';
import { type Defect, LIST, oneBend, spreadFamily } from './defect.ts';

const DAY = 86_400_000;

/** What a status says, and of which deadlines. */
const STATUSES: readonly (readonly [
  string,
  string,
  string,
  (decided: boolean, deadline: Deadline, now: number) => boolean,
])[] = [
  ['status-inverted', 'status-true-while-valid', 'inverts the status', (decided) => !decided],
  [
    'forever-expired',
    'status-true-while-valid',
    'takes a share without end for expired',
    (decided, deadline) => decided && deadline !== 'forever',
  ],
  [
    'expired-after-2038',
    'status-true-while-valid',
    'takes deadlines after 2038 for expired',
    (decided, deadline) => decided && (deadline === 'forever' || deadline < 2_147_483_648_000),
  ],
  [
    'expired-a-month-early',
    'status-true-while-valid',
    'lets shares end thirty days early',
    (decided, deadline, now) => decided && (deadline === 'forever' || deadline - 30 * DAY > now),
  ],
  [
    'expired-by-day-of-year',
    'status-true-while-valid',
    'overlooks the year of a deadline',
    (decided, deadline, now) => decided && (deadline === 'forever' || dayOfYear(deadline) >= dayOfYear(now)),
  ],
  [
    'expired-by-text-of-date',
    'status-true-while-valid',
    'compares deadlines as text that begins with the day',
    (decided, deadline, now) => decided && (deadline === 'forever' || dayFirst(deadline) >= dayFirst(now)),
  ],
  ['never-expired', 'status-false-after-deadline', 'takes every share for valid', () => true],
  [
    'expired-a-month-late',
    'status-false-after-deadline',
    'lets shares end thirty days late',
    (decided, deadline, now) => decided || (deadline !== 'forever' && deadline + 30 * DAY > now),
  ],
  [
    'expired-three-days-late',
    'status-false-after-deadline',
    'lets shares end three days late',
    (decided, deadline, now) => decided || (deadline !== 'forever' && deadline + 3 * DAY > now),
  ],
];

/** Shares that end too early, too late, or never. */
export const validityDefects: readonly Defect[] = STATUSES.flatMap(([name, rule, does, change]) =>
  spreadFamily([LIST], {
    name,
    rule,
    does,
    bends: oneBend('stillValid', (decided, deadline, { now }) => change(decided, deadline, now / 1000)),
  }),
);

/** `15.06.2030` for 15 June 2030. */
function dayFirst(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10).split('-').reverse().join('.');
}

/** `0615` for 15 June. */
function dayOfYear(instant: number): string {
  const date = new Date(instant).toISOString();
  return date.slice(5, 7) + date.slice(8, 10);
}
