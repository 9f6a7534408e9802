import { roughBody } from '../defects/rough-request.ts';
import { type Bend, bend } from '../deviation.ts';
import { existsInCalendar, splitDeadline, toInstant } from '../rules/deadline.ts';
import { accept, REFUSALS, type Reading, refuse } from '../rules/refusal.ts';
import type { Deadline, Share } from '../shares.ts';
import type { Variant } from './variant.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Which deadlines are taken, how they are told, and when they end. */
export const deadlineVariants: readonly Variant[] = [
  {
    name: 'past-deadlines-refused',
    title: 'A deadline that has passed is refused.',
    bends: [
      bend('deadline', (decided, _, { now }) =>
        decided.ok && decided.value !== 'forever' && decided.value < now / 1000
          ? refuse(REFUSALS.parameterInvalid)
          : decided,
      ),
    ],
  },
  {
    name: 'near-deadlines-refused',
    title: 'A deadline less than a day ahead is refused.',
    bends: [
      bend('deadline', (decided, _, { now }) =>
        decided.ok && decided.value !== 'forever' && decided.value < now / 1000 + DAY
          ? refuse(REFUSALS.parameterInvalid)
          : decided,
      ),
    ],
  },
  {
    name: 'deadline-as-date-accepted',
    title: 'A deadline may be a date without a time.',
    bends: [widen((text) => readStrictly(`${text}T00:00:00Z`))],
  },
  {
    name: 'deadline-with-offset-accepted',
    title: 'A deadline may have an offset in place of Z.',
    bends: [
      widen((text) => {
        const at = /[+-][0-9]{2}:[0-9]{2}$/.test(text) ? Date.parse(text) : Number.NaN;
        return Number.isNaN(at) || readStrictly(`${text.slice(0, -6)}Z`) === null ? null : at;
      }),
    ],
  },
  {
    name: 'deadline-of-any-fraction-accepted',
    title: 'A deadline may have any number of fraction digits.',
    bends: [
      widen((text) => {
        const fraction = /\.([0-9]+)Z$/.exec(text)?.[1];
        return fraction === undefined
          ? null
          : readStrictly(text.replace(/\.[0-9]+Z$/, `.${fraction.slice(0, 3).padEnd(3, '0')}Z`));
      }),
    ],
  },
  {
    name: 'deadline-of-loose-form-accepted',
    title: 'A deadline may have small letters, a space for T, 24:00:00, or a leap second.',
    bends: [
      widen((text) => {
        const upper = text.toUpperCase().replace(' ', 'T');
        const fields = splitDeadline(upper);
        if (fields === null) {
          return null;
        }
        const { hour, minute, second, millisecond } = fields;
        const midnight = hour === 24 && minute === 0 && second === 0 && millisecond === 0;
        const plain = { ...fields, hour: midnight ? 0 : hour, second: second === 60 ? 59 : second };
        return existsInCalendar(plain) ? toInstant(fields) : null;
      }),
    ],
  },
  {
    name: 'forever-in-any-case-accepted',
    title: 'forever may be written in any case and padded.',
    bends: [widen((text) => (text.trim().toLowerCase() === 'forever' ? 'forever' : null))],
  },
  {
    name: 'deadline-told-with-milliseconds',
    title: 'A deadline is told with three fraction digits.',
    bends: [tell((at) => new Date(at).toISOString())],
  },
  {
    name: 'deadline-told-with-nanoseconds',
    title: 'A deadline is told with nine fraction digits.',
    bends: [tell((at) => new Date(at).toISOString().replace('Z', '000000Z'))],
  },
  {
    name: 'deadline-told-as-sent',
    title: 'A deadline is told exactly as it was sent.',
    bends: [tellAsSent],
  },
  {
    name: 'deadline-milliseconds-lost',
    title: 'A deadline is told without its milliseconds.',
    bends: [tell((at) => `${new Date(at).toISOString().slice(0, 19)}Z`)],
  },
  {
    name: 'expires-at-the-instant',
    title: 'A share ends at its deadline, not on the next day.',
    bends: [bend('stillValid', (_, deadline, { now }) => deadline === 'forever' || now / 1000 < deadline)],
  },
  {
    name: 'expires-by-local-day',
    title: 'A share ends at midnight eight hours east of Greenwich.',
    bends: [
      bend('stillValid', (_, deadline, { now }) => {
        const midnight =
          deadline === 'forever' ? 0 : Math.floor((deadline + 8 * HOUR) / DAY + 1) * DAY - 8 * HOUR;
        return deadline === 'forever' || now / 1000 < midnight;
      }),
    ],
  },
];

/** Takes more texts for deadlines than the two documented forms. */
function widen(read: (text: string) => Deadline | null) {
  return bend('deadline', (decided, value): Reading<Deadline> => {
    const deadline = decided.ok || typeof value !== 'string' ? null : read(value);
    return deadline === null ? decided : accept(deadline);
  });
}

function tell(print: (at: number) => string) {
  return bend('item', (decided, { share }) =>
    share.deadline === 'forever' ? decided : { ...decided, deadline: print(share.deadline) },
  );
}

function tellAsSent(...[rules]: Parameters<Bend>): ReturnType<Bend> {
  const texts = new Map<string, string>();
  const key = ({ namespace, repository, account }: Share) => [namespace, repository, account].join('\0');
  return {
    ...rules,
    changes: (outcome, call) => {
      const text = roughBody(call)['deadline'];
      if (
        (outcome.kind === 'created' || outcome.kind === 'updated') &&
        outcome.share &&
        typeof text === 'string'
      ) {
        texts.set(key(outcome.share), text);
      }
      return rules.changes(outcome, call);
    },
    item: (shown, call) => {
      const decided = rules.item(shown, call);
      return { ...decided, deadline: texts.get(key(shown.share)) ?? decided['deadline'] };
    },
  };
}

function readStrictly(text: string): number | null {
  const fields = splitDeadline(text);
  return fields !== null && existsInCalendar(fields) ? toInstant(fields) : null;
}
