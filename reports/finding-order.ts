import { compareText } from './order.ts';
import type { Finding, Report, RequirementResult } from './report.ts';

export interface PlacedFinding {
  readonly finding: Finding;
  /** Undefined where a report names a requirement that it does not list. */
  readonly requirement: RequirementResult | undefined;
  readonly level: string;
}

/** Findings as people should read them: MUST before SHOULD, those in the baseline last, else by id. */
export function orderFindings({ findings, requirements }: Report): PlacedFinding[] {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const placed = findings.map((finding): PlacedFinding => {
    const requirement = byId.get(finding.requirement);
    return { finding, requirement, level: requirement?.level ?? 'must' };
  });
  return placed.sort(
    (left, right) => rank(left) - rank(right) || compareText(left.finding.id, right.finding.id),
  );
}

function rank({ finding, level }: PlacedFinding): number {
  return (finding.baseline === null ? 0 : 2) + (level === 'must' ? 0 : 1);
}
