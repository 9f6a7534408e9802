import type { RequirementResult } from './report.ts';

/** What became of a requirement, in the words that reports use; every requirement is exactly one of these. */
export type OutcomeKind =
  | 'violated'
  | 'not-judged'
  | 'out-of-scope'
  | 'upheld'
  | 'observed'
  | 'not-exercised';

/**
 * `observe` requirements fail nobody: they were exercised (`observed`) or not (`not-exercised`).
 * Whatever lay outside the scope is `out-of-scope`, at any level.
 */
export function outcomeKind(requirement: RequirementResult): OutcomeKind {
  if (requirement.outcome === 'not-judged') {
    if (requirement.reason === 'out-of-scope') return 'out-of-scope';
    return requirement.level === 'observe' ? 'not-exercised' : 'not-judged';
  }
  return requirement.level === 'observe' ? 'observed' : requirement.outcome;
}
