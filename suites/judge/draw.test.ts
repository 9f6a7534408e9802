import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../generators/sharing/scenario.ts';
import { drawCase, drawOf } from './draw.ts';
import type { Group } from './plan.ts';

const scenarioOf =
  (name: string) =>
  (account: number): Scenario => ({
    kind: 'scenario',
    name,
    commands: [{ role: 'create', repository: 0, account }],
  });
const group = (more: Partial<Group> = {}): Group => ({
  id: 'a/b',
  operation: null,
  polarity: null,
  draws: ['x', 'y', 'z'].map((label) => ({ label, arbitrary: fc.nat().map(scenarioOf(label)) })),
  cases: 12,
  offset: 0,
  ...more,
});
const labels = (one: Group) =>
  Array.from({ length: one.cases }, (_, number) => {
    const { drawn } = drawCase(one, 1, number);
    return drawn.kind === 'scenario' ? drawn.name : '';
  });

describe('drawCase', () => {
  it('draws the same case for the same seed, in whatever order', () => {
    const forth = Array.from({ length: 12 }, (_, number) => drawCase(group(), 5, number).drawn);
    const back = Array.from({ length: 12 }, (_, number) => drawCase(group(), 5, 11 - number).drawn);
    expect(back.reverse()).toEqual(forth);
  });

  it('draws others for another seed, another group and another number', () => {
    const { drawn } = drawCase(group(), 5, 0);
    expect(drawCase(group(), 6, 0).drawn).not.toEqual(drawn);
    expect(drawCase(group({ id: 'a/c' }), 5, 0).drawn).not.toEqual(drawn);
    expect(drawCase(group(), 5, 3).drawn).not.toEqual(drawn);
  });

  it('takes the labels in turn, from the offset on', () => {
    expect(labels(group({ cases: 5 }))).toEqual(['x', 'y', 'z', 'x', 'y']);
    expect(labels(group({ cases: 3, offset: 2 }))).toEqual(['z', 'x', 'y']);
    expect(labels(group({ cases: 2, offset: 31 }))).toEqual(['y', 'z']);
  });

  it('remembers where it was drawn, so that it can be drawn again', () => {
    const one = group();
    const { number, drawn, group: from } = drawCase(one, 5, 4);
    const { arbitrary, seed } = drawOf(from, 5, number);
    expect(fc.sample(arbitrary, { seed, numRuns: 1 })).toEqual([drawn]);
  });

  it('has a fault of ours where there is nothing to draw from', () => {
    expect(() => drawCase(group({ draws: [] }), 1, 0)).toThrow(RangeError);
  });
});

describe('drawOf', () => {
  it('gives signed 32-bit seeds', () => {
    const seeds = Array.from({ length: 200 }, (_, number) => drawOf(group(), -(2 ** 31), number).seed);
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= -(2 ** 31) && seed < 2 ** 31)).toBe(true);
    expect(seeds.some((seed) => seed < 0) && seeds.some((seed) => seed > 0)).toBe(true);
    expect(new Set(seeds).size).toBe(200);
  });
});
