import { daysInMonth } from '../rules/deadline.ts';
import type { Deadline, Share } from '../shares.ts';
import { CREATE, type Defect, oneBend, spreadFamily, UPDATE } from './defect.ts';

const HOUR = 3_600_000;

const DEADLINES: readonly (readonly [string, string, (deadline: number) => Deadline])[] = [
  ['eight-hours-late', 'keeps a deadline eight hours late', (at) => at + 8 * HOUR],
  ['eight-hours-early', 'keeps a deadline eight hours early', (at) => at - 8 * HOUR],
  ['without-time-of-day', 'keeps only the day of a deadline', (at) => at - (at % (24 * HOUR))],
  ['without-seconds', 'keeps a deadline without its seconds', (at) => at - (at % 60_000)],
  ['on-the-next-day', 'keeps the day after a deadline', (at) => at + 24 * HOUR],
  ['wrapped-in-2038', 'keeps a deadline in 32 bits', (at) => ((at / 1000) | 0) * 1000],
  ['leap-day-moved', 'keeps 29 February as 1 March', (at) => (isLeapDay(at) ? at + 24 * HOUR : at)],
  [
    'last-day-moved',
    'keeps the last day of a month as the first of the next',
    (at) => (isLastDay(at) ? at + 24 * HOUR : at),
  ],
  [
    'two-digit-year',
    'keeps a deadline after 2068 a century early',
    (at) => (at > Date.UTC(2069) ? at - 36_525 * 24 * HOUR : at),
  ],
];

const DESCRIPTIONS: readonly (readonly [string, string, (text: string) => string])[] = [
  [
    'escaped',
    'keeps a description escaped for HTML',
    (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  ],
  ['cut-at-254', 'keeps only 254 characters of a description', (text) => text.slice(0, 254)],
  ['cut-at-100', 'keeps only 100 characters of a description', (text) => text.slice(0, 100)],
  [
    'latin-1',
    'keeps letters beyond Latin-1 as question marks',
    (text) => text.replaceAll(/[^\0-\xff]/g, '?'),
  ],
  ['mojibake', 'keeps the bytes of a description as Latin-1', (text) => Buffer.from(text).toString('latin1')],
  ['decomposed', 'keeps letters with accents in two parts', (text) => text.normalize('NFD')],
  ['compatible', 'keeps ligatures and circled digits as plain letters', (text) => text.normalize('NFKC')],
  ['lower-case', 'keeps a description in lower case', (text) => text.toLowerCase()],
  ['without-quotes', 'drops quotation marks from a description', (text) => text.replaceAll(/["']/g, '')],
  [
    'single-spaced',
    'keeps white space in a description as one space',
    (text) => text.replaceAll(/ {2,}/g, ' '),
  ],
  ['unescaped', 'drops backslashes from a description', (text) => text.replaceAll('\\', '')],
  [
    'percent-decoded',
    'decodes percent signs in a description',
    (text) => text.replaceAll(/%[0-7][0-9a-f]/gi, '?'),
  ],
];

/** The kinds of which update has its own. */
const UPDATED = new Set(['cut-at-100', 'cut-at-254', 'escaped', 'latin-1', 'decomposed']);

/** What create and update keep of a body. */
export const storedValueDefects: readonly Defect[] = [
  ...DEADLINES.flatMap(([kind, does, change]) =>
    stored(`deadline-${kind}`, 'deadline-reads-back', does, ({ deadline, ...share }) => ({
      ...share,
      deadline: deadline === 'forever' ? deadline : change(deadline),
    })),
  ),
  ...stored(
    'forever-kept-as-9999',
    'deadline-reads-back',
    'keeps forever as the last day of 9999',
    (share) => (share.deadline === 'forever' ? { ...share, deadline: Date.UTC(9999, 11, 31) } : share),
  ),
  ...DESCRIPTIONS.flatMap(([kind, does, change]) =>
    stored(`description-${kind}`, 'description-reads-back', does, (share) => ({
      ...share,
      description: share.description === null ? null : change(share.description),
    })),
  ),
  ...stored('description-lost', 'description-reads-back', 'does not keep a description', (share) => ({
    ...share,
    description: '',
  })),
  ...stored('permit-kept-in-upper-case', 'permit-reads-back', 'keeps permit in upper case', (share) => ({
    ...share,
    permit: 'READ',
  })),
  ...stored('permit-kept-as-pull', 'permit-reads-back', 'keeps permit as pull', (share) => ({
    ...share,
    permit: 'pull',
  })),
  ...spreadFamily([CREATE], {
    name: 'description-default-invented',
    rule: 'description-omitted-reads-empty',
    does: 'invents a description where none was given',
    bends: oneBend('description', (decided) =>
      decided.ok && decided.value === undefined ? { ...decided, value: 'No description' } : decided,
    ),
  }),
  ...spreadFamily([UPDATE], {
    name: 'update-deadline-eight-hours-late',
    rule: 'deadline-replaced',
    does: 'keeps a deadline eight hours late',
    bends: oneBend('deadline', (decided) =>
      decided.ok && decided.value !== 'forever' ? { ...decided, value: decided.value + 8 * HOUR } : decided,
    ),
  }),
  ...DESCRIPTIONS.filter(([kind]) => UPDATED.has(kind)).flatMap(([kind, does, change]) =>
    spreadFamily([UPDATE], {
      name: `update-description-${kind}`,
      rule: 'description-replaced',
      does,
      bends: oneBend('description', (decided) =>
        decided.ok && typeof decided.value === 'string'
          ? { ...decided, value: change(decided.value) }
          : decided,
      ),
    }),
  ),
];

function stored(
  name: string,
  rule: string,
  does: string,
  change: (share: Share) => Share,
): readonly Defect[] {
  const bends = oneBend('outcome', (decided) =>
    decided.kind === 'created' && decided.share !== null
      ? { ...decided, share: change(decided.share) }
      : decided,
  );
  return spreadFamily([CREATE], { name, rule, does, bends });
}

function isLeapDay(instant: number): boolean {
  const date = new Date(instant);
  return date.getUTCMonth() === 1 && date.getUTCDate() === 29;
}

function isLastDay(instant: number): boolean {
  const date = new Date(instant);
  return date.getUTCDate() === daysInMonth(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
