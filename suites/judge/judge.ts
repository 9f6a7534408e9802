import { setMaxListeners } from 'node:events';
import { shareResource } from '../../generators/sharing/share-resource.ts';
import type { Requirement } from '../../spec/requirements/requirement.ts';
import type { CheckContext } from '../checks/case-record.ts';
import { createSender, type Sender } from '../exchange/sender.ts';
import type { Target } from '../exchange/target.ts';
import type { Execution } from './execute-case.ts';
import { type Isolated, isolate, isolationBudget } from './isolate.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { groupsOf, type Plan } from './plan.ts';
import { preflight } from './preflight.ts';
import { Resources } from './resources.ts';
import { cutShortFault, type Progress, sweep } from './sweep.ts';
import { type Deviation, Tally } from './tally.ts';

/** What `judge` yields for each requirement: its outcome, and the smallest case of each of its deviations. */
export interface JudgedOutcome {
  readonly outcome: Outcome;
  readonly findings: readonly JudgedDeviation[];
}

export interface JudgedDeviation {
  readonly deviation: Deviation;
  readonly isolated: Isolated;
}

/** How a run is sent and watched. */
export interface JudgeOptions {
  readonly timeout: number;
  readonly userAgent: string;
  readonly progress?: Progress;
}

/** What is counted while judging; complete when the last outcome was yielded. */
export interface JudgeTotals {
  requests: number;
  cases: number;
  created: number;
  deleted: number;
  left: readonly string[];
  cutShort: string | null;
}

/**
 * Holds a target to the selected requirements and yields one outcome for each, in the order of the catalogue.
 * Broken promises are data. Works on any number of targets side by side in one process.
 * @throws Fault `target` where it cannot be judged at all; the signal's reason when it is aborted.
 */
export async function* judge(
  target: Target,
  plan: Plan,
  options: JudgeOptions,
  totals: JudgeTotals,
  signal: AbortSignal,
): AsyncGenerator<JudgedOutcome> {
  // Every request in flight listens to it, far more than the ten that Node takes for a leak.
  setMaxListeners(0, signal);
  const sender = createSender(target, {
    connections: plan.concurrency,
    timeout: options.timeout,
    userAgent: options.userAgent,
  });
  const execution = executionOf(plan, sender, signal);
  try {
    await preflight(target, execution);
    const groups = groupsOf(plan);
    const { executed, cutShort } = await sweep(execution, groups, options.progress ?? (() => {}));
    const tally = new Tally(new Set(plan.catalogue.map(({ id }) => id)));
    for (const one of executed) tally.add(one);
    totals.cases = tally.cases;
    totals.cutShort = cutShort;
    const outcomes = plan.requirements.map((requirement) =>
      decide(requirement, plan, tally, cutShort !== null),
    );
    const budget = isolationBudget(outcomes.reduce((sum, one) => sum + deviationsOf(one).length, 0));
    for (const outcome of outcomes) {
      const findings: JudgedDeviation[] = [];
      for (const deviation of deviationsOf(outcome)) {
        const isolated =
          cutShort === null
            ? await isolate(execution, deviation, budget)
            : { smallest: deviation.first, path: deviation.first.batch.id, shrinks: 0, confirmation: null };
        findings.push({ deviation, isolated });
      }
      yield settle(outcome, findings);
    }
    if (cutShort === 'target-lost') throw cutShortFault(cutShort);
  } finally {
    const { resources } = execution.ground;
    totals.requests = sender.sent;
    totals.created = resources.created;
    totals.deleted = resources.deleted;
    totals.left = resources.left;
    await sender.close();
  }
}

/** Totals before anything was sent. */
export function noTotals(): JudgeTotals {
  return { requests: 0, cases: 0, created: 0, deleted: 0, left: [], cutShort: null };
}

function deviationsOf(outcome: Outcome): readonly Deviation[] {
  return outcome.kind === 'violated' ? outcome.deviations : [];
}

/** Ways to get no answer that a busy machine or network brings about now and then, without anybody's fault. */
const TRANSIENT = ['timeout', 'connection', 'protocol'];

/** An answer that failed to come, and came each time it was asked for again, accuses nobody and clears nobody. */
function settle(outcome: Outcome, findings: readonly JudgedDeviation[]): JudgedOutcome {
  const standing = findings.filter(
    ({ deviation, isolated }) =>
      isolated.confirmation?.shown !== 0 || !TRANSIENT.includes(deviation.judgement.deviation),
  );
  if (outcome.kind !== 'violated' || standing.length > 0) return { outcome, findings: standing };
  const { requirement, cases, observed } = outcome;
  const explanation = 'An answer failed to come once, and came every time when it was asked for again.';
  return {
    outcome: { requirement, cases, observed, kind: 'not-judged', reason: 'not-reproduced', explanation },
    findings: [],
  };
}

function executionOf(plan: Plan, sender: Sender, signal: AbortSignal): Execution {
  const resource = shareResource(plan.contract);
  const context: CheckContext = {
    contract: plan.contract,
    requirements: new Map(plan.catalogue.map((requirement) => [requirement.id, requirement])),
    clock: plan.clock,
    provisioning: plan.scope.provisions.mode,
  };
  const resources = new Resources(resource);
  const ground = {
    contract: plan.contract,
    resource,
    sender,
    clock: plan.clock,
    resources,
    signal,
    limit: plan.maxRequests,
  };
  return { plan, ground, context };
}

function decide(requirement: Requirement, plan: Plan, tally: Tally, cutShort: boolean): Outcome {
  return outcomeOf({
    requirement,
    scope: plan.scope,
    tally: tally.of(requirement.id),
    sibling: (rule) => tally.of(`${requirement.operation}/${rule}`),
    cutShort,
  });
}
