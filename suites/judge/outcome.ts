import type { Observed } from '../../reports/report.ts';
import type { Requirement } from '../../spec/requirements/requirement.ts';
import { remedyFor, type Scope, unmetNeeds } from './scope.ts';
import { type Deviation, observedOf, type RequirementTally } from './tally.ts';

/** What became of one requirement, and whose doing it is where nothing could be said. */
export type Outcome = {
  readonly requirement: Requirement;
  readonly cases: number;
  readonly observed: Observed | null;
} & (
  | { readonly kind: 'upheld'; readonly reason: 'condition-never-arose' | null }
  | { readonly kind: 'violated'; readonly deviations: readonly Deviation[] }
  | { readonly kind: 'not-judged'; readonly reason: string; readonly explanation: string }
);

/** What an outcome is decided from: the requirement's own cases, and those of its operation. */
export interface OutcomeInput {
  readonly requirement: Requirement;
  readonly scope: Scope;
  readonly tally: RequirementTally;
  /** Tally of another rule of the same operation. */
  readonly sibling: (rule: string) => RequirementTally;
  /** The run was stopped before all cases were sent. */
  readonly cutShort: boolean;
}

/** Violated once a case shows it; upheld only if cases showed that and none was kept from saying so. */
export function outcomeOf(input: OutcomeInput): Outcome {
  const { requirement, tally } = input;
  const common = { requirement, cases: tally.cases, observed: observedOf(tally) };
  const unmet = unmetNeeds(requirement, input.scope);
  if (unmet.length > 0) {
    const explanation = `Supply ${unmet.map(remedyFor).join('; ')}.`;
    return { ...common, kind: 'not-judged', reason: 'out-of-scope', explanation };
  }
  if (tally.deviations.size > 0)
    return { ...common, kind: 'violated', deviations: [...tally.deviations.values()] };
  const obstacle = obstacleOf(input);
  if (obstacle !== undefined) return { ...common, kind: 'not-judged', ...obstacle };
  if (tally.upheld > 0 || common.observed !== null) return { ...common, kind: 'upheld', reason: null };
  const triggered = triggeringCases(input);
  if (triggered > 0) return { ...common, cases: triggered, kind: 'upheld', reason: 'condition-never-arose' };
  return {
    ...common,
    kind: 'not-judged',
    reason: 'not-exercised',
    explanation: 'No case could be brought about.',
  };
}

interface Obstacle {
  readonly reason: string;
  readonly explanation: string;
}

function obstacleOf({ requirement, tally, sibling, cutShort }: OutcomeInput): Obstacle | undefined {
  if (cutShort && requirement.level !== 'observe')
    return { reason: 'cut-short', explanation: 'The run was stopped before all cases were sent.' };
  const [reason] = tally.blocked.keys();
  if (reason !== undefined && requirement.level !== 'observe')
    return { reason, explanation: EXPLANATIONS[reason] ?? `Some cases: ${reason}.` };
  const { rule } = requirement;
  // Whoever lets any token pass refuses a missing one for some other reason than who sends it.
  if (rule.kind !== 'credential' || rule.polarity !== 'rejected') return undefined;
  const garbage = requirement.id.replace(/^[^/]*\//, '').replace(`-${rule.form}-`, '-garbage-');
  if (!sibling(garbage).deviations.has('accepted')) return undefined;
  return { reason: 'control-failed', explanation: 'The endpoint accepts a garbage token.' };
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  'control-failed': 'A request that had to succeed beside it did not; see the findings of its operation.',
  'server-error': 'The request was answered with a server error; see no-server-error of its operation.',
  'no-answer': 'The request got no complete answer; see answers-in-time of its operation.',
  'not-permitted': 'The token may not do this; give one with the permission for it.',
  throttled: 'The endpoint says that there were too many requests; lower --concurrency.',
};

/** Behaviours whose condition an endpoint may never let arise (rulings, rows 13b and 14a). */
const CONDITIONAL = new Set(['status-false-after-deadline', 'null-description-reads-as-string']);

/**
 * Cases that would have shown a requirement about answers that this endpoint is free not to give: another documented
 * status for a refusal (rows 3, 25), a write's answer without a body (row 18), past deadlines and null refused.
 */
function triggeringCases({ requirement, sibling }: OutcomeInput): number {
  const { rule } = requirement;
  if (rule.kind === 'behaviour') return CONDITIONAL.has(rule.behaviour) ? sibling('success-status').cases : 0;
  if (rule.kind !== 'response-schema' && rule.kind !== 'response-content-type') return 0;
  return rule.status >= 400 ? sibling('declared-statuses-only').cases : sibling('success-status').cases;
}
