import { isDeepStrictEqual } from 'node:util';
import type { Bend } from '../deviation.ts';
import type { Share } from '../shares.ts';
import { type Defect, LIST, oneBend, spreadFamily } from './defect.ts';

/** Microseconds that a stale list is told for. */
const STALE = 1_000_000;

/** How many shares a list tells, and which. */
const CAPS: readonly (readonly [string, string, (shares: readonly Share[]) => readonly Share[]])[] = [
  ['list-capped-at-50', 'tells only the first 50 shares', (shares) => shares.slice(0, 50)],
  ['list-capped-at-99', 'tells only the first 99 shares', (shares) => shares.slice(0, 99)],
  ['list-capped-at-20', 'tells only the newest 20 shares', (shares) => shares.slice(-20)],
  ['list-in-pages-of-10', 'tells only a first page of 10 shares', (shares) => byAccount(shares).slice(0, 10)],
];

/** Lists that tell too few shares, one twice, or those of a moment ago. */
export const listedSharesDefects: readonly Defect[] = [
  ...CAPS.flatMap(([name, does, cap]) =>
    spreadFamily([LIST], {
      name,
      rule: 'hundred-shares-listed',
      does,
      bends: oneBend('select', (decided) => {
        const capped = cap(decided);
        return capped.length < decided.length ? capped : decided;
      }),
    }),
  ),
  {
    name: 'last-share-listed-twice.listRepoDomains',
    requirement: 'createRepoDomains/share-listed',
    operation: LIST,
    title: 'List tells the newest of several shares twice.',
    bends: oneBend('select', (decided) =>
      decided.length > 1 ? [...decided, ...decided.slice(-1)] : decided,
    ),
  },
  {
    name: 'list-cached-for-1-s.listRepoDomains',
    requirement: 'createRepoDomains/share-listed',
    operation: LIST,
    title: 'List tells for a second what it has told before, whatever was written since.',
    bends: [cacheList],
  },
];

function cacheList(...[rules, watch]: Parameters<Bend>): ReturnType<Bend> {
  const told = new Map<string, { readonly at: number; readonly shares: readonly Share[] }>();
  return {
    ...rules,
    select: (names, call) => {
      const decided = rules.select(names, call);
      if (!watch.applies(call)) {
        return decided;
      }
      const key = `${names.namespace}\0${names.repository}`;
      const before = told.get(key);
      if (before === undefined || call.now - before.at > STALE) {
        told.set(key, { at: call.now, shares: decided });
        return decided;
      }
      if (!isDeepStrictEqual(before.shares, decided)) {
        watch.hit();
      }
      return before.shares;
    },
  };
}

function byAccount(shares: readonly Share[]): readonly Share[] {
  return [...shares].sort((a, b) => (a.account < b.account ? -1 : 1));
}
