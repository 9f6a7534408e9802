import type { Operation } from '../contract/contract.ts';
import { Fault } from '../fault.ts';

/**
 * Requirement ids: `operationId/rule`, the rule in kebab-case.
 *
 *     id       = operationId "/" rule
 *     rule     = "success-status" | "declared-statuses-only" | invariant | behaviour
 *              | "response-" status "-" ( "schema" | "recommended-schema" | "content-type" )
 *              | subject "-" keyword "-" polarity        a constraint of a parameter or member
 *              | form "-" polarity                       a whole-request form
 *              | scheme "-" form "-" polarity            a credential
 *     polarity = "accepted" | "recommended" | "rejected" | "observed"
 *
 * Ids are stable for ever: a renamed one stays listed as retired.
 */
export const ID_GRAMMAR = /^[A-Za-z_][A-Za-z0-9_.-]*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The id of a rule of an operation; parts are joined by hyphens and brought into kebab-case. */
export function requirementId(operation: Operation, ...parts: readonly (string | number)[]): string {
  const id = `${operation.id}/${parts.map((part) => kebabCase(String(part))).join('-')}`;
  if (ID_GRAMMAR.test(id)) return id;
  throw new Fault('usage', 'bad-requirement-id', `No requirement id can be made from "${id}"`, {
    place: operation.location,
    hint: 'Operation ids, parameter and member names need ASCII letters or digits.',
  });
}

/** `maxLength`, `access_domain`, `X-Auth-Token` → `max-length`, `access-domain`, `x-auth-token`. */
export function kebabCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase();
}
