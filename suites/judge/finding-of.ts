import { createHash } from 'node:crypto';
import type { Finding } from '../../reports/report.ts';
import type { Requirement } from '../../spec/requirements/requirement.ts';
import { evidence, type Secrets } from '../exchange/evidence.ts';
import type { ExecutedCase } from './execute-case.ts';
import type { JudgedDeviation } from './judge.ts';

/** A deviation as the report tells it: what was expected, what happened, and the requests that show it. */
export function findingOf(
  requirement: Requirement,
  { deviation, isolated }: JudgedDeviation,
  seed: number,
  secrets: Secrets,
): Finding {
  const { judgement } = deviation;
  const shown = judgementIn(isolated.smallest, judgement.requirement, judgement.deviation) ?? judgement;
  const fingerprint = fingerprintOf(requirement, judgement.deviation);
  return {
    id: `${requirement.id}#${judgement.deviation}`,
    requirement: requirement.id,
    operation: requirement.operation,
    fingerprint,
    title: `${requirement.title} – ${shown.actual}`,
    expected: shown.expected,
    actual: shown.actual,
    steps: isolated.smallest.record.steps
      .filter((step) => step.index <= shown.step)
      .map((step) => evidence(step.purpose, step.exchange, secrets)),
    seed,
    path: isolated.path,
    shrinks: isolated.shrinks,
    occurrences: deviation.occurrences,
    flaky: flakiness(isolated.confirmation),
    baseline: null,
  };
}

/** How often the smallest case showed the deviation again, where that was not every time. */
function flakiness(confirmation: JudgedDeviation['isolated']['confirmation']): Finding['flaky'] {
  return confirmation === null || confirmation.shown === confirmation.of ? null : confirmation;
}

/** Names requirement, operation and kind of deviation; the same whatever value showed it. */
export function fingerprintOf(requirement: Requirement, deviation: string): string {
  const text = `${requirement.id}|${requirement.operation}|${deviation}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function judgementIn(executed: ExecutedCase, requirement: string, deviation: string) {
  return executed.judgements.find(
    (one) => one.requirement === requirement && one.outcome === 'violated' && one.deviation === deviation,
  );
}
