import { type Family, makeRequirement } from './family.ts';
import { requirementId } from './identifier.ts';

/** A valid request is answered with the documented success status; one of 2xx that is not it breaks the promise. */
export const successStatus: Family = (operation) =>
  operation.responses
    .filter((response) => response.status >= 200 && response.status < 300)
    .slice(0, 1)
    .map((response) =>
      makeRequirement(
        operation,
        requirementId(operation, 'success-status'),
        `A valid request is answered ${response.status}`,
        { kind: 'success-status', status: response.status },
        response.standing,
      ),
    );
