import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { RequestCase } from '../../generators/request/request-case.ts';
import type { Scenario } from '../../generators/sharing/scenario.ts';
import type { Group } from './plan.ts';

/** Virtual streams of a group; `--concurrency` only says how many of all streams run at once. */
export const STREAMS = 16;

/** Which case of a group: index `index` of stream `stream`, both from 0. */
export interface CasePosition {
  readonly stream: number;
  readonly index: number;
}

/** The positions of a stream's cases, in order; the cases of a group are dealt out to its streams in turn. */
export function positionsOf(group: Group, stream: number): CasePosition[] {
  const count = Math.ceil((group.cases - stream) / STREAMS);
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({ stream, index }));
}

/** The arbitrary of a case and the seed to draw it with: position decides the label, seed the value. */
export function drawOf(group: Group, seed: number, { stream, index }: CasePosition) {
  const number = index * STREAMS + stream;
  const draw = group.draws[number % group.draws.length];
  if (draw === undefined) throw new RangeError(`the group ${group.id} has nothing to draw from`);
  return { arbitrary: draw.arbitrary, seed: caseSeed(`${seed}|${group.id}|${stream}|${index}`) };
}

/** The case at a position: the same for the same seed, whatever else is run and in whatever order. */
export function drawCase(group: Group, seed: number, position: CasePosition): RequestCase | Scenario {
  const draw = drawOf(group, seed, position);
  const [drawn] = fc.sample(draw.arbitrary, { seed: draw.seed, numRuns: 1 });
  if (drawn === undefined) throw new RangeError(`nothing was drawn for ${group.id}`);
  return drawn;
}

/** A signed 32-bit seed from a text. */
export function caseSeed(text: string): number {
  return createHash('sha256').update(text).digest().readInt32BE();
}
