import type { Labelled } from '../../generators/labelled.ts';
import { type RequestCase, requestCases } from '../../generators/request/request-case.ts';
import type { SweepDepth } from '../../generators/request/sweep-names.ts';
import type { Scenario } from '../../generators/sharing/scenario.ts';
import { scenarioPlans } from '../../generators/sharing/scenarios.ts';
import type { Profile } from '../../reports/report.ts';
import type { Contract, Operation } from '../../spec/contract/contract.ts';
import type { Polarity, Requirement } from '../../spec/requirements/requirement.ts';
import { canShare, type Scope, unmetNeeds } from './scope.ts';

/** What is to be judged, how thoroughly, and from which seed. */
export interface Plan {
  readonly contract: Contract;
  /** Everything that the contract promises; groups are made from it, so that selecting less changes no case. */
  readonly catalogue: readonly Requirement[];
  /** Requirements selected, in the order of the catalogue; those out of scope among them. */
  readonly requirements: readonly Requirement[];
  readonly scope: Scope;
  readonly profile: Profile;
  /** Signed 32-bit integer. */
  readonly seed: number;
  readonly clock: Date;
  readonly concurrency: number;
  readonly maxRequests: number | null;
}

/** Cases of one kind: the same group draws the same cases whatever else is selected. */
export interface Group {
  /** A requirement's id, or `scenario/` and its name. */
  readonly id: string;
  /** Null: it concerns all operations of the shared resource. */
  readonly operation: Operation | null;
  /** What its cases are about; null for scenarios. */
  readonly polarity: Polarity | null;
  readonly draws: readonly Labelled<RequestCase | Scenario>[];
  /** How many cases the profile asks for. */
  readonly cases: number;
  /** Where in the labels it begins: where not all are drawn, operations draw different ones. */
  readonly offset: number;
}

/** The groups whose cases the selected requirements need, those in scope only; likely breakers first. */
export function groupsOf(plan: Plan): readonly Group[] {
  const selected = plan.requirements.filter((one) => unmetNeeds(one, plan.scope).length === 0);
  const needed = neededGroups(selected);
  const requests = plan.requirements.length === 0 ? [] : requestGroups(plan, needed);
  return [...scenarioGroups(plan, needed), ...requests];
}

interface Needed {
  readonly own: ReadonlySet<string>;
  /** Operations at whose every exchange some requirement looks. */
  readonly operations: ReadonlySet<string>;
  readonly behaviours: ReadonlySet<string>;
}

function neededGroups(selected: readonly Requirement[]): Needed {
  const looking = selected.filter(({ rule }) => LOOKS_ON.has(rule.kind) || isErrorCode(rule));
  return {
    own: new Set(selected.map(({ id }) => id)),
    operations: new Set(looking.map(({ operation }) => operation)),
    behaviours: new Set(selected.flatMap(({ rule }) => (rule.kind === 'behaviour' ? [rule.behaviour] : []))),
  };
}

/** Kinds of requirement that look at what is sent for others. */
const LOOKS_ON = new Set<Requirement['rule']['kind']>([
  'success-status',
  'declared-statuses',
  'response-schema',
  'response-content-type',
  'invariant',
]);

function isErrorCode(rule: Requirement['rule']): boolean {
  return rule.kind === 'behaviour' && rule.behaviour === 'error-code-matches-status';
}

function requestGroups(plan: Plan, needed: Needed): Group[] {
  const operations = new Map(plan.contract.operations.map((operation) => [operation.id, operation]));
  return plan.catalogue.flatMap((requirement) => {
    const operation = operations.get(requirement.operation);
    if (operation === undefined || unmetNeeds(requirement, plan.scope).length > 0) return [];
    if (!needed.own.has(requirement.id) && !needed.operations.has(requirement.operation)) return [];
    const draws = requestCases(requirement, operation, { clock: plan.clock, depth: SWEEPS[plan.profile] });
    if (draws.length === 0) return [];
    return [
      {
        id: requirement.id,
        operation,
        polarity: polarityOf(requirement),
        draws,
        ...quotaOf(plan, requirement, draws.length),
      },
    ];
  });
}

function polarityOf({ rule }: Requirement): Polarity {
  return 'polarity' in rule ? rule.polarity : 'accepted';
}

function scenarioGroups(plan: Plan, needed: Needed): Group[] {
  const { scope } = plan;
  const { mode, accounts, namespaces, repositories } = scope.provisions;
  const isOpen = mode === 'open';
  if (!canShare(scope)) return [];
  // Each number takes the next of both names, so that either being plenty gives different places.
  const places = Math.max(namespaces.length, repositories.length);
  const room = isOpen ? PLENTY : { repositories: places, accounts: accounts.length };
  return scenarioPlans(plan.contract, plan.clock, room)
    .filter((one) => needed.operations.size > 0 || one.shows.some((rule) => needed.behaviours.has(rule)))
    .filter((one) => isOpen || one.unusualAccounts !== true)
    .map((one) => ({
      id: `scenario/${one.name}`,
      operation: null,
      polarity: null,
      draws: one.scenarios,
      cases: one.once === true ? 1 : scenarioCases(plan.profile, one.scenarios.length),
      offset: 0,
    }));
}

/**
 * How many cases a group gets, and with which label it begins. `standard` and `thorough` draw every label at least
 * once. The rules of a name are the same on every operation, so that `quick` deals their labels out: each operation
 * gets some, and together they get all.
 */
function quotaOf(plan: Plan, requirement: Requirement, labels: number): { cases: number; offset: number } {
  const { rule } = requirement;
  const peers = peersOf(plan, requirement);
  const place = peers.indexOf(requirement.operation);
  const observed = requirement.level === 'observe';
  // Enumerated names are sent once each; where labels are few, values are drawn anew.
  if (plan.profile === 'thorough')
    return { cases: labels > 200 ? labels : Math.max(labels * 6, 24), offset: 0 };
  if (plan.profile === 'standard') {
    const cases = observed ? Math.min(labels, OBSERVED) : Math.max(labels, Math.min(4, labels * 2));
    return { cases, offset: observed ? place * OBSERVED : 0 };
  }
  if (observed) return { cases: 1, offset: place };
  const dealt = rule.kind === 'constraint' && labels > FEW;
  const share = Math.ceil(labels / (dealt ? peers.length : 1));
  return { cases: share, offset: place * share };
}

/** Groups that are too small to be dealt out: their labels are the edges themselves. */
const FEW = 4;

/** How far each profile enumerates names. */
const SWEEPS: Record<Profile, SweepDepth> = {
  quick: 'none',
  standard: 'characters',
  thorough: 'short-names',
};

/** Observations are made often enough to see a habit, and judge nobody. */
const OBSERVED = 4;

/** The operations with a rule of the same name, in their order. */
function peersOf(plan: Plan, { id }: Requirement): string[] {
  const rule = id.slice(id.indexOf('/'));
  return plan.catalogue.filter((one) => one.id.endsWith(rule)).map(({ operation }) => operation);
}

/** Where any valid name may be used there is no end to them. */
const PLENTY = { repositories: Number.POSITIVE_INFINITY, accounts: Number.POSITIVE_INFINITY };

/** Each scenario as often as the profile says, and all its labels except in `quick`. */
function scenarioCases(profile: Profile, labels: number): number {
  return profile === 'quick' ? SCENARIOS.quick : Math.max(SCENARIOS[profile], labels);
}

const SCENARIOS: Record<Profile, number> = { quick: 1, standard: 4, thorough: 48 };
