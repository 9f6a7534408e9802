import { type Family, makeRequirement } from './family.ts';
import { requirementId } from './identifier.ts';

/** Requests that are clearly valid or clearly invalid are answered only with statuses that the document lists. */
export const declaredStatuses: Family = (operation) => {
  const statuses = operation.responses.map((response) => response.status);
  return [
    makeRequirement(
      operation,
      requirementId(operation, 'declared-statuses-only'),
      `Only the documented statuses occur: ${statuses.join(', ')}`,
      { kind: 'declared-statuses', statuses },
      operation.statusesStanding,
    ),
  ];
};
