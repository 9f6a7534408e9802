import type { RequirementResult } from '../report.ts';

/** A requirement result for tests, upheld unless told otherwise. */
export function sampleRequirement(
  id: string,
  level: RequirementResult['level'] = 'must',
  outcome: RequirementResult['outcome'] = 'upheld',
  reason: string | null = null,
): RequirementResult {
  return {
    id,
    operation: id.slice(0, id.indexOf('/')),
    side: 'server',
    level,
    basis: 'explicit',
    title: `What ${id} promises`,
    sources: [],
    outcome,
    reason,
    explanation: null,
    cases: 1,
    findings: [],
    observed: null,
  };
}
