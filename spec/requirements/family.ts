import type { Contract, Need, Operation, Standing } from '../contract/contract.ts';
import type { Requirement, Rule } from './requirement.ts';

/** One family of requirements: what it makes of an operation. */
export type Family = (operation: Operation, contract: Contract) => readonly Requirement[];

/** A requirement from its parts; needs of the operation itself come first. */
export function makeRequirement(
  operation: Operation,
  id: string,
  title: string,
  rule: Rule,
  standing: Standing,
  moreNeeds: readonly Need[] = [],
): Requirement {
  return {
    id,
    operation: operation.id,
    side: 'server',
    level: standing.level,
    basis: standing.basis,
    title,
    sources: standing.sources,
    needs: [...new Set([...needsOf(operation), ...standing.needs, ...moreNeeds])],
    rule,
  };
}

/** What any request of an operation presupposes: consent to write, and an account wherever a share is touched. */
export function needsOf(operation: Operation): readonly Need[] {
  const writes: Need[] = operation.method === 'GET' ? [] : ['writes'];
  return operation.role === null || operation.role === 'list' ? writes : [...writes, 'account'];
}
