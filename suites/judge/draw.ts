import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { RequestCase } from '../../generators/request/request-case.ts';
import type { Scenario } from '../../generators/sharing/scenario.ts';
import type { Group } from './plan.ts';

/** One case of a group with its number, from which label and value follow. */
export interface Drawn {
  readonly group: Group;
  readonly number: number;
  readonly drawn: RequestCase | Scenario;
}

/** A case of a group: the same for the same seed, whatever else is run and in whatever order. */
export function drawCase(group: Group, seed: number, number: number): Drawn {
  const draw = drawOf(group, seed, number);
  const [drawn] = fc.sample(draw.arbitrary, { seed: draw.seed, numRuns: 1 });
  if (drawn === undefined) throw new RangeError(`nothing was drawn for ${group.id}`);
  return { group, number, drawn };
}

/** The arbitrary of a case and the seed to draw it with: its number decides the label, the seed the value. */
export function drawOf(group: Group, seed: number, number: number) {
  const draw = group.draws[(number + group.offset) % group.draws.length];
  if (draw === undefined) throw new RangeError(`the group ${group.id} has nothing to draw from`);
  return { arbitrary: draw.arbitrary, seed: hashSeed(`${seed}|${group.id}|${number}`) };
}

/** A signed 32-bit seed from a text. */
function hashSeed(text: string): number {
  return createHash('sha256').update(text).digest().readInt32BE();
}
