import type { Contract } from '../contract/contract.ts';
import { Fault } from '../fault.ts';
import { behaviours } from './behaviours.ts';
import { constraints } from './constraints.ts';
import { credentials } from './credentials.ts';
import { declaredStatuses } from './declared-statuses.ts';
import type { Family } from './family.ts';
import { invariants } from './invariants.ts';
import { requestForms } from './request-forms.ts';
import type { Requirement } from './requirement.ts';
import { responses } from './responses.ts';
import { successStatus } from './success-status.ts';

/** The families in the order in which their requirements are listed. */
const FAMILIES: readonly Family[] = [
  successStatus,
  declaredStatuses,
  invariants,
  responses,
  credentials,
  constraints,
  requestForms,
  behaviours,
];

/** Ids that once were in the catalogue, kept so that old reports and baselines can be read. */
export const RETIRED: readonly { readonly id: string; readonly replacedBy: string | null }[] = [];

/**
 * All requirements of a contract, operation by operation.
 * @throws Fault `usage` where two places of the description lead to the same id.
 */
export function buildCatalogue(contract: Contract): readonly Requirement[] {
  const catalogue = contract.operations.flatMap((operation) =>
    FAMILIES.flatMap((family) => family(operation, contract)),
  );
  const seen = new Set<string>();
  for (const { id, operation } of catalogue) {
    if (!seen.has(id)) {
      seen.add(id);
      continue;
    }
    const place = contract.operations.find((candidate) => candidate.id === operation)?.location;
    throw new Fault(
      'usage',
      'duplicate-requirement',
      `Two places of the description make the requirement ${id}`,
      {
        ...(place === undefined ? {} : { place }),
        hint: 'Rename one of the parameters, members or operations so that their ids differ.',
      },
    );
  }
  return catalogue;
}
