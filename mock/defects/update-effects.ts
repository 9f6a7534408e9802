import { newShare, type Outcome } from '../rules/outcome.ts';
import { REFUSALS } from '../rules/refusal.ts';
import type { Deadline, Share } from '../shares.ts';
import { type Defect, oneBend, spreadFamily, UPDATE } from './defect.ts';
import { createAimedShare, isRefusedWith } from './rough-request.ts';

const DAY = 86_400_000;

type Before = Share | undefined;

/** What an update makes of a share beside what it should. */
const UPDATES: readonly (readonly [string, string, string, (share: Share, before: Before) => Share])[] = [
  ['update-changes-nothing', 'deadline-replaced', 'changes nothing', (share, before) => before ?? share],
  [
    'deadline-not-replaced',
    'deadline-replaced',
    'keeps the old deadline',
    (share, before) => ({ ...share, deadline: before?.deadline ?? share.deadline }),
  ],
  [
    'deadline-only-extended',
    'deadline-replaced',
    'keeps the old deadline where it is the later one',
    (share, before) =>
      before !== undefined && isLater(before.deadline, share.deadline)
        ? { ...share, deadline: before.deadline }
        : share,
  ],
  [
    'forever-not-replaced',
    'deadline-replaced',
    'keeps a deadline that was forever',
    (share, before) => (before?.deadline === 'forever' ? { ...share, deadline: 'forever' } : share),
  ],
  [
    'forever-not-taken',
    'deadline-replaced',
    'keeps the old deadline where the new one is forever',
    (share, before) =>
      before !== undefined && share.deadline === 'forever' ? { ...share, deadline: before.deadline } : share,
  ],
  [
    'deadline-of-update-cut-to-day',
    'deadline-replaced',
    'keeps only the day of the new deadline',
    (share) =>
      share.deadline === 'forever' ? share : { ...share, deadline: Math.floor(share.deadline / DAY) * DAY },
  ],
  [
    'description-not-replaced',
    'description-replaced',
    'keeps the old description',
    (share, before) => ({ ...share, description: before?.description ?? '' }),
  ],
  [
    'empty-description-not-taken',
    'description-replaced',
    'keeps the old description where the new one is empty',
    (share, before) => ({ ...share, description: share.description || (before?.description ?? '') }),
  ],
  [
    'description-appended',
    'description-replaced',
    'puts the new description behind the old one',
    (share, before) =>
      share.description === before?.description
        ? share
        : { ...share, description: `${before?.description ?? ''}${share.description ?? ''}` },
  ],
  [
    'created-moved',
    'creation-kept',
    'moves created to the time of the update',
    (share) => ({ ...share, created: share.updated }),
  ],
  [
    'creator-replaced',
    'creation-kept',
    'replaces the creator by the account',
    (share) => ({ ...share, creatorName: share.account }),
  ],
  ['creator-id-lost', 'creation-kept', 'empties creator_id', (share) => ({ ...share, creatorId: '' })],
  [
    'updated-moved-back',
    'updated-never-back',
    'moves updated back by an hour',
    (share) => ({ ...share, updated: share.created - 3_600_000_000 }),
  ],
  [
    'updated-cut-to-day',
    'updated-never-back',
    'moves updated back to midnight',
    (share) => ({ ...share, updated: share.updated - (share.updated % (DAY * 1000)) }),
  ],
  [
    'updated-kept',
    'updated-moves-forward',
    'leaves updated as it was',
    (share, before) => ({ ...share, updated: before?.updated ?? share.updated }),
  ],
];

/** Updates that replace too little, or too much. */
export const updateEffectDefects: readonly Defect[] = [
  ...UPDATES.flatMap(([name, rule, does, change]) => updates(name, rule, does, change)),
  ...spreadFamily([UPDATE], {
    name: 'absent-share-created',
    rule: 'absent-share-not-created',
    does: 'refuses to change a share that does not exist and creates it all the same',
    bends: oneBend('changes', (decided, outcome, call) =>
      isRefusedWith(outcome, REFUSALS.shareAbsent) ? createAimedShare(call) : decided,
    ),
  }),
  ...spreadFamily([UPDATE], {
    name: 'absent-share-answered-201',
    rule: 'absent-share-refused',
    does: 'answers 201 where there is no share to change',
    bends: oneBend(
      'outcome',
      (decided): Outcome =>
        isRefusedWith(decided, REFUSALS.shareAbsent) ? { kind: 'updated', share: null } : decided,
    ),
  }),
  ...spreadFamily([UPDATE], {
    name: 'update-creates',
    rule: 'absent-share-refused',
    does: 'creates a share that does not exist',
    bends: oneBend(
      'outcome',
      (decided, situation, { now }): Outcome =>
        isRefusedWith(decided, REFUSALS.shareAbsent) &&
        situation.kind === 'understood' &&
        situation.draft !== null
          ? { kind: 'updated', share: newShare(situation, situation.draft, now) }
          : decided,
    ),
  }),
];

function updates(name: string, rule: string, does: string, change: (share: Share, before: Before) => Share) {
  const bends = oneBend('outcome', (decided, situation) => {
    const before = situation.kind === 'understood' ? situation.found : undefined;
    return decided.kind === 'updated' && decided.share !== null
      ? { ...decided, share: change(decided.share, before) }
      : decided;
  });
  return spreadFamily([UPDATE], { name, rule, does, bends });
}

function isLater(deadline: Deadline, than: Deadline): boolean {
  return deadline === 'forever' || (than !== 'forever' && deadline > than);
}
