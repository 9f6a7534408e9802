import { describe, expect, it } from 'vitest';
import type { Profile } from '../../reports/report.ts';
import { CLOCK, loadSharingContract } from '../testing/sharing-contract.ts';
import { drawCase } from './draw.ts';
import { type Group, groupsOf, type Plan } from './plan.ts';
import { type Scope, unmetNeeds } from './scope.ts';

const sharing = loadSharingContract();
const OPEN: Scope = {
  writes: true,
  provisions: { mode: 'open', namespaces: [], repositories: [], accounts: [] },
};
const fixed = (namespaces: string[], repositories: string[], accounts: string[]): Scope => ({
  writes: true,
  provisions: { mode: 'fixed', namespaces, repositories, accounts },
});

function planOf(more: Partial<Plan> & { only?: readonly string[] } = {}): Plan {
  const { only, ...rest } = more;
  return {
    contract: sharing.contract,
    catalogue: sharing.catalogue,
    requirements: sharing.catalogue.filter(({ id }) => only === undefined || only.includes(id)),
    scope: OPEN,
    profile: 'standard',
    seed: 7,
    clock: CLOCK,
    concurrency: 1,
    maxRequests: null,
    ...rest,
  };
}

const WHOLE = groupsOf(planOf());
const idsOf = (groups: readonly Group[]) => groups.map(({ id }) => id);
const labelsOf = (group: Group) =>
  new Set(
    Array.from(
      { length: group.cases },
      (_, number) => group.draws[(number + group.offset) % group.draws.length]?.label,
    ),
  );

describe('the groups of a whole run', () => {
  it('have ids of their own, and something to draw', () => {
    expect(new Set(idsOf(WHOLE)).size).toBe(WHOLE.length);
    for (const { id, cases, draws } of WHOLE)
      expect([id, cases > 0, draws.length > 0]).toEqual([id, true, true]);
  });

  it('send something for every requirement that is about a request', () => {
    const own = sharing.catalogue.filter(({ rule }) =>
      ['constraint', 'request-form', 'credential'].includes(rule.kind),
    );
    expect(own.filter(({ id }) => !idsOf(WHOLE).includes(id)).map(({ id }) => id)).toEqual([]);
  });

  it.each<Profile>(['standard', 'thorough'])(
    'draw every label that judges at least once in %s',
    (profile) => {
      const judging = groupsOf(planOf({ profile })).filter(({ polarity }) => polarity !== 'observed');
      const missing = judging.filter((group) => labelsOf(group).size < group.draws.length);
      expect(missing.map(({ id }) => id)).toEqual([]);
    },
  );

  it('draw every label of a shared rule on one of its operations in quick', () => {
    const quick = groupsOf(planOf({ profile: 'quick' })).filter(
      ({ polarity, operation }) => operation !== null && polarity !== 'observed',
    );
    const byRule = new Map<string, { drawn: Set<string | undefined>; all: Set<string> }>();
    for (const group of quick) {
      const rule = group.id.slice(group.id.indexOf('/'));
      const known = byRule.get(rule) ?? { drawn: new Set(), all: new Set() };
      byRule.set(rule, known);
      for (const label of labelsOf(group)) known.drawn.add(label);
      for (const { label } of group.draws) known.all.add(label);
    }
    const lacking = [...byRule].filter(([, { drawn, all }]) => [...all].some((label) => !drawn.has(label)));
    expect(lacking.map(([rule]) => rule)).toEqual([]);
  });

  it('grow with the profile', () => {
    const total = (profile: Profile) =>
      groupsOf(planOf({ profile })).reduce((sum, { cases }) => sum + cases, 0);
    expect(total('quick')).toBeLessThan(total('standard'));
    expect(total('standard')).toBeLessThan(total('thorough'));
  });
});

describe('a selection', () => {
  const only = (...ids: string[]) => groupsOf(planOf({ only: ids }));
  const drawn = (groups: readonly Group[], id: string, seed = 7) => {
    const group = groups.find((one) => one.id === id);
    if (group === undefined) throw new RangeError(`there is no group ${id}`);
    return Array.from({ length: group.cases }, (_, number) => drawCase(group, seed, number).drawn);
  };

  it.each([
    'createRepoDomains/permit-const-rejected',
    'listRepoDomains/namespace-pattern-rejected',
    'createRepoDomains/deadline-format-accepted',
    'showAccessDomain/token-garbage-rejected',
    'createRepoDomains/description-max-length-observed',
  ])('of %s gives the same cases as the whole run', (id) => {
    const alone = only(id);
    expect(idsOf(alone)).toEqual([id]);
    expect(drawn(alone, id)).toEqual(drawn(WHOLE, id));
    expect(drawn(alone, id, 8)).not.toEqual(drawn(WHOLE, id, 7));
  });

  it('of a behaviour gives the scenarios that show it', () => {
    const alone = only('createRepoDomains/duplicate-refused');
    expect(idsOf(alone)).toEqual(['scenario/duplicate']);
    expect(drawn(alone, 'scenario/duplicate')).toEqual(drawn(WHOLE, 'scenario/duplicate'));
  });

  it('of what looks at every exchange gives all that the operation is sent', () => {
    const groups = idsOf(only('updateRepoDomains/no-server-error'));
    const whole = idsOf(WHOLE).filter(
      (id) => id.startsWith('updateRepoDomains/') || id.startsWith('scenario/'),
    );
    expect(groups).toEqual(whole);
  });

  it('of nothing gives nothing', () => {
    expect(only()).toEqual([]);
  });
});

describe('the scope of a run', () => {
  it('sends no writes where none are allowed', () => {
    const groups = groupsOf(planOf({ scope: { ...OPEN, writes: false } }));
    expect(groups.length).toBeGreaterThan(10);
    expect(groups.filter(({ operation }) => operation?.method !== 'GET').map(({ id }) => id)).toEqual([]);
  });

  it('sends no unusual name to a target whose names are real', () => {
    const groups = groupsOf(planOf({ scope: fixed(['n'], ['r'], ['a']) }));
    const ids = idsOf(groups);
    expect(
      ids.filter((id) => /-(?:namespace|repository|access-domain)-.*-(?:accepted|observed)$/.test(id)),
    ).toEqual([]);
    expect(ids).not.toContain('scenario/unusual-account');
    expect(ids).toContain('createRepoDomains/permit-const-rejected');
  });

  it.each<[string, Scope]>([
    ['one of each', fixed(['n'], ['r'], ['a'])],
    ['two accounts', fixed(['n'], ['r'], ['a', 'b'])],
    ['two repositories', fixed(['n'], ['r', 's'], ['a'])],
    ['two namespaces', fixed(['n', 'm'], ['r'], ['a'])],
    ['two of each', fixed(['n', 'm'], ['r', 's'], ['a', 'b'])],
  ])('has a scenario for isolation whenever it counts as provided for: %s', (_, scope) => {
    const isolation = sharing.requirement('listRepoDomains/only-its-repository');
    if (unmetNeeds(isolation, scope).length > 0) return expect(scope.provisions.repositories).toHaveLength(1);
    const neighbours = groupsOf(planOf({ scope })).find(({ id }) => id === 'scenario/neighbours');
    if (neighbours === undefined) throw new RangeError('there is no such scenario');
    const { drawn } = drawCase(neighbours, 7, 0);
    const places = drawn.kind === 'scenario' ? drawn.commands.map(({ repository }) => repository) : [];
    return expect(new Set(places).size).toBeGreaterThan(1);
  });
});
