import type { Operation, Response } from '../contract/contract.ts';
import { type Family, makeRequirement } from './family.ts';
import { requirementId } from './identifier.ts';
import type { Requirement } from './requirement.ts';

/**
 * Shape and content type of every documented answer below 500. What a 5xx looks like is not asked: that there is
 * one is broken promise enough, and a healthy endpoint cannot be brought to send it.
 */
export const responses: Family = (operation) =>
  operation.responses
    .filter((response) => response.status < 500 && response.schema !== null)
    .flatMap((response) => [
      schemaRequirement(operation, response),
      ...recommendedRequirement(operation, response),
      makeRequirement(
        operation,
        requirementId(operation, 'response', response.status, 'content-type'),
        `A body of an answer ${response.status} is declared as ${response.mediaType}`,
        { kind: 'response-content-type', status: response.status },
        response.contentTypeStanding,
      ),
    ]);

function schemaRequirement(operation: Operation, response: Response): Requirement {
  return makeRequirement(
    operation,
    requirementId(operation, 'response', response.status, 'schema'),
    `The body of an answer ${response.status} has the documented shape`,
    { kind: 'response-schema', status: response.status, strength: 'required' },
    response.bodyStanding,
  );
}

function recommendedRequirement(operation: Operation, response: Response): Requirement[] {
  if (response.recommended === null) return [];
  return [
    makeRequirement(
      operation,
      requirementId(operation, 'response', response.status, 'recommended-schema'),
      `The body of an answer ${response.status} has no more than what is documented`,
      { kind: 'response-schema', status: response.status, strength: 'recommended' },
      response.recommended.standing,
    ),
  ];
}
