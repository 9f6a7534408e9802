import { describe, expect, it } from 'vitest';
import { CLOCK, loadSharingContract } from '../testing/sharing-contract.ts';
import { batchesOf } from './batch.ts';
import { type Group, groupsOf, type Plan } from './plan.ts';

const sharing = loadSharingContract();
const plan = (mode: 'open' | 'fixed' = 'open'): Plan => ({
  contract: sharing.contract,
  catalogue: sharing.catalogue,
  requirements: sharing.catalogue,
  scope: { writes: true, provisions: { mode, namespaces: ['n'], repositories: ['r'], accounts: ['a'] } },
  profile: 'standard',
  seed: 1,
  clock: CLOCK,
  concurrency: 1,
  maxRequests: null,
});
const GROUPS = groupsOf(plan());
const BATCHES = batchesOf(GROUPS, plan());

describe('batchesOf', () => {
  it('holds every case of every group once', () => {
    const cases = BATCHES.flatMap((batch) => batch.cases.map(({ group, number }) => `${group.id}#${number}`));
    const all = GROUPS.flatMap((group) =>
      Array.from({ length: group.cases }, (_, number) => `${group.id}#${number}`),
    );
    expect(new Set(cases).size).toBe(cases.length);
    expect(cases.toSorted()).toEqual(all.toSorted());
  });

  it('gives each a place of its own, from which its names follow', () => {
    const places = BATCHES.map(({ id, stream, index }) => `${id} ${stream} ${index}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('mixes neither operations, nor what must be refused with what may be accepted', () => {
    for (const { id, cases } of BATCHES) {
      const kinds = cases.map(({ group }) => `${group.operation?.id} ${group.polarity === 'rejected'}`);
      expect([id, new Set(kinds).size]).toEqual([id, 1]);
    }
  });

  it('runs every scenario by itself', () => {
    const scenarios = BATCHES.filter(({ id }) => id.startsWith('scenario/'));
    expect(scenarios.length).toBeGreaterThan(10);
    expect(scenarios.filter(({ cases }) => cases.length !== 1)).toEqual([]);
  });

  it('shares no ground between what may be accepted where only named accounts may be used', () => {
    const fixed = batchesOf(groupsOf(plan('fixed')), plan('fixed'));
    const shared = fixed.filter(({ cases }) => cases.length > 1).flatMap(({ cases }) => cases);
    expect(shared.filter(({ group }) => group.polarity !== 'rejected').map(({ group }) => group.id)).toEqual(
      [],
    );
  });

  it('is the same for the same plan, and empty for nothing', () => {
    const places = (groups: readonly Group[]) =>
      batchesOf(groups, plan()).map(({ id, stream, index }) => [id, stream, index]);
    expect(places(groupsOf(plan()))).toEqual(places(GROUPS));
    expect(batchesOf([], plan())).toEqual([]);
  });
});
