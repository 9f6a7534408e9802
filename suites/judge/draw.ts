import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { RequestCase } from '../../generators/request/request-case.ts';
import type { Scenario } from '../../generators/sharing/scenario.ts';
import type { Group, Plan } from './plan.ts';

/** Virtual streams of a group; `--concurrency` only says how many of all streams run at once. */
export const STREAMS = 16;

/** Requests that share their ground: a control and a read-back for eight cost half of what they cost for one. */
const BATCH = 8;

/** Which batch of a group: index `index` of stream `stream`, both from 0. */
export interface BatchPosition {
  readonly stream: number;
  readonly index: number;
}

/** One case of a group with its number, from which label and value follow. */
export interface Drawn {
  readonly number: number;
  readonly drawn: RequestCase | Scenario;
}

/** Cases to a batch; where only named accounts may be used there is no ground to share. */
export function batchSize(group: Group, plan: Plan): number {
  return group.operation === null || plan.scope.provisions.mode === 'fixed' ? 1 : BATCH;
}

/** The positions of a stream's batches, in order; the batches of a group are dealt out to its streams in turn. */
export function positionsOf(group: Group, plan: Plan, stream: number): BatchPosition[] {
  const batches = Math.ceil(group.cases / batchSize(group, plan));
  const count = Math.max(0, Math.ceil((batches - stream) / STREAMS));
  return Array.from({ length: count }, (_, index) => ({ stream, index }));
}

/** The cases of a batch: the same for the same seed, whatever else is run and in whatever order. */
export function drawBatch(group: Group, plan: Plan, { stream, index }: BatchPosition): Drawn[] {
  const size = batchSize(group, plan);
  const start = (index * STREAMS + stream) * size;
  const count = Math.min(size, group.cases - start);
  return Array.from({ length: count }, (_, offset) => drawCase(group, plan.seed, start + offset));
}

/** The arbitrary of a case and the seed to draw it with: its number decides the label, the seed the value. */
export function drawOf(group: Group, seed: number, number: number) {
  const draw = group.draws[(number + group.offset) % group.draws.length];
  if (draw === undefined) throw new RangeError(`the group ${group.id} has nothing to draw from`);
  return { arbitrary: draw.arbitrary, seed: hashSeed(`${seed}|${group.id}|${number}`) };
}

function drawCase(group: Group, seed: number, number: number): Drawn {
  const draw = drawOf(group, seed, number);
  const [drawn] = fc.sample(draw.arbitrary, { seed: draw.seed, numRuns: 1 });
  if (drawn === undefined) throw new RangeError(`nothing was drawn for ${group.id}`);
  return { number, drawn };
}

/** A signed 32-bit seed from a text. */
function hashSeed(text: string): number {
  return createHash('sha256').update(text).digest().readInt32BE();
}
