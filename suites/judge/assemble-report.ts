import type {
  DiscrepancyResult,
  ExitReason,
  Finding,
  Report,
  RequirementResult,
} from '../../reports/report.ts';
import { decide } from '../../reports/verdict.ts';
import type { Discrepancy } from '../../spec/discrepancies.ts';
import type { Secrets } from '../exchange/evidence.ts';
import { type Target, targetUrl } from '../exchange/target.ts';
import { findingOf } from './finding-of.ts';
import type { JudgedOutcome, JudgeTotals } from './judge.ts';
import type { Outcome } from './outcome.ts';
import type { Plan } from './plan.ts';

/** Everything a report is made of. */
export interface RunRecord {
  readonly id: string;
  readonly target: Target;
  readonly plan: Plan;
  readonly outcomes: readonly JudgedOutcome[];
  readonly totals: JudgeTotals;
  /** Beside the requirements: a failed preflight, an interrupt, a fault. */
  readonly failures: readonly ExitReason[];
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly level: 'must' | 'should';
  readonly requireAll: boolean;
  /** Less than the whole catalogue was asked for. */
  readonly partial: boolean;
  readonly version: string;
  readonly discrepancies: readonly Discrepancy[];
}

/** The report of a run: what was judged, what was found, and what follows for verdict, gate and exit code. */
export function assembleReport(run: RunRecord): Report {
  const { plan, totals } = run;
  const secrets: Secrets = {
    tokenHeader: plan.contract.operations.find(({ security }) => security !== null)?.security?.header ?? null,
    token: run.target.token,
  };
  const findings = run.outcomes.flatMap(({ outcome, findings: found }) =>
    found.map((one) => findingOf(outcome.requirement, one, plan.seed, secrets)),
  );
  const requirements = resultsOf(run, findings);
  const decision = decide({
    requirements,
    level: run.level,
    requireAll: run.requireAll,
    failures: run.failures,
  });
  return {
    schemaVersion: '1.0',
    tool: { name: 'swr-conformance', version: run.version, node: process.versions.node },
    contract: {
      title: plan.contract.title,
      version: plan.contract.version,
      digest: plan.contract.digest,
      edition: null,
    },
    target: { kind: 'endpoint', url: targetUrl(run.target), embedded: run.target.embedded },
    run: {
      id: run.id,
      startedAt: run.startedAt.toISOString(),
      finishedAt: run.finishedAt.toISOString(),
      clock: plan.clock.toISOString(),
      seed: plan.seed,
      profile: plan.profile,
      shard: null,
      partial: run.partial || run.failures.length > 0 || totals.cutShort !== null,
      scope: {
        writes: plan.scope.writes,
        provisioning: plan.scope.provisions.mode,
        accounts: plan.scope.provisions.accounts.length,
      },
      requests: totals.requests,
      cases: totals.cases,
    },
    ...decision,
    requirements,
    findings,
    discrepancies: run.discrepancies.map(discrepancyResult),
    resources: { created: totals.created, deleted: totals.deleted, left: totals.left, ledger: null },
  };
}

/** One result for every selected requirement, judged or not: whatever stopped the run, none is missing. */
function resultsOf(run: RunRecord, findings: readonly Finding[]): RequirementResult[] {
  const judged = new Map(run.outcomes.map(({ outcome }) => [outcome.requirement.id, outcome]));
  return run.plan.requirements.map((requirement) => {
    const outcome = judged.get(requirement.id) ?? unjudged(requirement, run.failures);
    return resultOf(
      outcome,
      findings.filter((finding) => finding.requirement === requirement.id).map(({ id }) => id),
    );
  });
}

function resultOf(outcome: Outcome, findings: readonly string[]): RequirementResult {
  const { rule: _rule, needs: _needs, ...requirement } = outcome.requirement;
  const isOpen = outcome.kind === 'not-judged';
  return {
    ...requirement,
    outcome: outcome.kind,
    reason: outcome.kind === 'violated' ? null : outcome.reason,
    explanation: isOpen
      ? outcome.explanation
      : outcome.kind === 'upheld'
        ? explainUpheld(outcome.reason)
        : null,
    cases: outcome.cases,
    findings,
    observed: requirement.level === 'observe' ? outcome.observed : null,
  };
}

function explainUpheld(reason: 'condition-never-arose' | null): string | null {
  if (reason === null) return null;
  return 'The endpoint is free not to let its condition arise, and never did; the requests for it were sent.';
}

function unjudged(requirement: Outcome['requirement'], failures: readonly ExitReason[]): Outcome {
  const [failure] = failures;
  return {
    requirement,
    cases: 0,
    observed: null,
    kind: 'not-judged',
    reason: failure?.code ?? 'not-reached',
    explanation: failure?.message ?? 'The run ended before it was reached.',
  };
}

function discrepancyResult({ id, summary, readings, ruling }: Discrepancy): DiscrepancyResult {
  return { id, summary, readings, ruling, observed: null };
}
