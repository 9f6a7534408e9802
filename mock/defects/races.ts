import type { Call } from '../call.ts';
import type { Bend } from '../deviation.ts';
import type { Outcome } from '../rules/outcome.ts';
import { REFUSALS, type Refusal } from '../rules/refusal.ts';
import type { Change, Share } from '../shares.ts';
import { CREATE, type Defect, spreadFamily } from './defect.ts';

const ONE = 'simultaneous-duplicates-create-one';
const ALL = 'simultaneous-accounts-all-created';

/** How a create behaves that others overtake between its look at the store and its change. */
interface Overtaken {
  /** Milliseconds between the two. */
  readonly gap: number;
  /** How it is refused while creates in its repository are under way, `same` where one is of its account. */
  readonly refuse?: (same: boolean) => Refusal | null;
  /** What it stores where other shares arrived in the meantime; null: what it would have stored anyway. */
  readonly settle?: (
    own: readonly Change[],
    share: Share,
    arrived: readonly Share[],
  ) => readonly Change[] | null;
}

/** Creates that are done right one after the other, and wrong at the same time. */
export const raceDefects: readonly Defect[] = [
  ...[1, 2, 10].flatMap((gap) =>
    race(`duplicates-in-gap-of-${gap}-ms`, ONE, `leaves ${gap} ms for duplicates before it stores a share`, {
      gap,
      settle: (_, share, arrived) => (isAmong(share, arrived) ? [] : null),
    }),
  ),
  ...race('last-duplicate-overwrites', ONE, 'lets the last of simultaneous duplicates replace the first', {
    gap: 5,
    settle: (own, share, arrived) => (isAmong(share, arrived) ? own : null),
  }),
  ...race('overtaken-duplicate-answered-400', ONE, 'answers 400 to a duplicate of a create under way', {
    gap: 5,
    refuse: (same) => (same ? REFUSALS.parameterInvalid : null),
  }),
  ...[1, 10].flatMap((gap) =>
    race(`accounts-lost-in-gap-of-${gap}-ms`, ALL, `writes back all shares of a repository after ${gap} ms`, {
      gap,
      refuse: duplicateOnly,
      settle: (own, share, arrived) => {
        const lost = arrived.filter(({ account }) => account !== share.account);
        return lost.length === 0
          ? null
          : [...lost.map((other) => ({ kind: 'drop', share: other }) as const), ...own];
      },
    }),
  ),
  ...race(
    'repository-locked-by-create',
    ALL,
    'answers 409 while another create in the repository is under way',
    {
      gap: 5,
      refuse: () => REFUSALS.duplicate,
    },
  ),
];

function race(name: string, rule: string, does: string, overtaken: Overtaken): readonly Defect[] {
  return spreadFamily([CREATE], { name, rule, does, bends: [overtake(overtaken)] });
}

function duplicateOnly(same: boolean): Refusal | null {
  return same ? REFUSALS.duplicate : null;
}

/** Hits are counted only where calls overtook each other, and it changed what came of them. */
function overtake({ gap, refuse, settle }: Overtaken): Bend {
  return (rules, watch) => {
    const underWay = new Map<Call, { readonly share: Share; readonly seen: readonly Share[] }>();
    return {
      ...rules,
      outcome: (situation, call) => {
        const decided = rules.outcome(situation, call);
        const share = watch.applies(call) ? newShareOf(decided) : null;
        if (share === null || refuse === undefined) {
          return decided;
        }
        const others = [...underWay.values()].filter((other) => isBeside(other.share, share));
        const same = isAmong(
          share,
          others.map((other) => other.share),
        );
        const refusal = others.length === 0 ? null : refuse(same);
        if (refusal === null) {
          return decided;
        }
        if (!same || refusal.code !== REFUSALS.duplicate.code) {
          watch.hit();
        }
        return { kind: 'refused', refusal };
      },
      gap: (outcome, call) => {
        const share = watch.applies(call) ? newShareOf(outcome) : null;
        if (share === null) {
          return rules.gap(outcome, call);
        }
        underWay.set(call, { share, seen: call.shares.of(share.namespace, share.repository) });
        return gap;
      },
      changes: (outcome, call) => {
        const decided = rules.changes(outcome, call);
        const mine = underWay.get(call);
        underWay.delete(call);
        if (mine === undefined || settle === undefined) {
          return decided;
        }
        const { share, seen } = mine;
        const now = call.shares.of(share.namespace, share.repository);
        const settled = settle(
          decided,
          share,
          now.filter((other) => !isAmong(other, seen)),
        );
        if (settled !== null) {
          watch.hit();
        }
        return settled ?? decided;
      },
    };
  };
}

function newShareOf(outcome: Outcome): Share | null {
  return outcome.kind === 'created' ? outcome.share : null;
}

function isBeside(share: Share, other: Share): boolean {
  return share.namespace === other.namespace && share.repository === other.repository;
}

function isAmong({ account }: Share, shares: readonly Share[]): boolean {
  return shares.some((other) => other.account === account);
}
