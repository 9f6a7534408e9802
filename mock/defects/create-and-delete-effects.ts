import type { Outcome } from '../rules/outcome.ts';
import { REFUSALS } from '../rules/refusal.ts';
import { putShare, type Share } from '../shares.ts';
import { CREATE, DELETE, type Defect, oneBend, spreadFamily } from './defect.ts';
import { findAimedShare, isRefusedWith } from './rough-request.ts';

/** Creates of what exists already, and deletes that leave something behind. */
export const createAndDeleteEffectDefects: readonly Defect[] = [
  ...duplicates('duplicate-answered-201', 'answers 201 to a duplicate', (_, before) => before),
  ...duplicates('duplicate-overwrites', 'replaces the share by its duplicate', (share) => share),
  ...spreadFamily([CREATE], {
    name: 'duplicate-changes-deadline',
    rule: 'duplicate-changes-nothing',
    does: 'refuses a duplicate and takes its deadline all the same',
    bends: oneBend('changes', (decided, outcome, call) => {
      const before = isRefusedWith(outcome, REFUSALS.duplicate) ? findAimedShare(call) : undefined;
      return before === undefined ? decided : putShare({ ...before, deadline: 'forever', updated: call.now });
    }),
  }),
  ...spreadFamily([CREATE], {
    name: 'duplicate-touches-updated',
    rule: 'duplicate-changes-nothing',
    does: 'refuses a duplicate and sets updated of the share all the same',
    bends: oneBend('changes', (decided, outcome, call) => {
      const before = isRefusedWith(outcome, REFUSALS.duplicate) ? findAimedShare(call) : undefined;
      return before === undefined ? decided : putShare({ ...before, updated: call.now });
    }),
  }),
  ...spreadFamily([DELETE], {
    name: 'delete-does-nothing',
    rule: 'share-gone-from-list',
    does: 'answers 204 and deletes nothing',
    bends: oneBend('changes', () => []),
  }),
  ...(['list', 'show'] as const).flatMap((place) =>
    spreadFamily([DELETE], {
      name: `deleted-share-still-in-${place}`,
      rule: `share-gone-from-${place}`,
      does: `leaves a share visible to ${place}`,
      bends: oneBend('changes', (decided) =>
        decided.map(({ share }) => ({ kind: 'put', share: { ...share, seenBy: place } })),
      ),
    }),
  ),
];

function duplicates(name: string, does: string, keep: (share: Share, before: Share) => Share) {
  const bends = oneBend('outcome', (decided, situation, { now }): Outcome => {
    if (situation.kind !== 'understood' || situation.found === undefined || situation.draft === null) {
      return decided;
    }
    const { found, draft } = situation;
    const share = { ...found, ...draft, description: draft.description ?? '', created: now, updated: now };
    return { kind: 'created', share: keep(share, found) };
  });
  return spreadFamily([CREATE], { name, rule: 'duplicate-refused', does, bends });
}
