import type { Group, Plan } from './plan.ts';

/** Cases that share their ground: controls and read-backs are sent once for all of them. */
export interface Batch {
  /** What the cases have in common: their operation and whether they are to be refused, or their scenario. */
  readonly id: string;
  /** Virtual stream that the batch belongs to, and its place there; `--concurrency` only says how many run at once. */
  readonly stream: number;
  readonly index: number;
  readonly cases: readonly { readonly group: Group; readonly number: number }[];
}

/** Virtual streams of everything that has an id in common. */
const STREAMS = 16;

/**
 * Refused requests cost one request each on ground that costs four; what is accepted leaves shares behind, which the
 * lists of its batch repeat. Larger batches gain little and take longer to find the culprit in.
 */
const SIZES = { rejected: 24, other: 12 };

/** The batches of all groups, in the order of the groups; the same for the same plan. */
export function batchesOf(groups: readonly Group[], plan: Plan): readonly Batch[] {
  const lanes = new Map<string, { size: number; cases: { group: Group; number: number }[] }>();
  for (const group of groups) {
    const { id, size } = laneOf(group, plan);
    const lane = lanes.get(id) ?? { size, cases: [] };
    lanes.set(id, lane);
    for (let number = 0; number < group.cases; number += 1) lane.cases.push({ group, number });
  }
  return [...lanes].flatMap(([id, { size, cases }]) =>
    Array.from({ length: Math.ceil(cases.length / size) }, (_, chunk) => ({
      id,
      stream: chunk % STREAMS,
      index: Math.floor(chunk / STREAMS),
      cases: cases.slice(chunk * size, (chunk + 1) * size),
    })),
  );
}

function laneOf(group: Group, plan: Plan): { id: string; size: number } {
  if (group.operation === null) return { id: group.id, size: 1 };
  // Where only named accounts may be used there is no ground to share.
  const kind = group.polarity === 'rejected' ? 'rejected' : 'other';
  if (plan.scope.provisions.mode === 'fixed' && kind === 'other') return { id: group.id, size: 1 };
  return { id: `${group.operation.id}/${kind}`, size: SIZES[kind] };
}
