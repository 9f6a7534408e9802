import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { buildContract } from '../../spec/contract/build-contract.ts';
import type { Contract, Operation, Role } from '../../spec/contract/contract.ts';
import { ownDescription } from '../../spec/package-root.ts';
import { buildCatalogue } from '../../spec/requirements/catalogue.ts';
import type { Requirement } from '../../spec/requirements/requirement.ts';
import type { CheckContext } from '../checks/case-record.ts';

/** The contract of the description that ships with the package, as tests ask for it. */
export interface SharingContract {
  readonly contract: Contract;
  readonly catalogue: readonly Requirement[];
  operation(role: Role): Operation;
  /** @throws RangeError where the catalogue has no such requirement. */
  requirement(id: string): Requirement;
  context(more?: Partial<CheckContext>): CheckContext;
}

/** The run's clock in tests: a Tuesday noon, far from any edge of the calendar. */
export const CLOCK = new Date('2030-01-15T12:00:00.000Z');

/** Without validating the document: its own tests do, and it takes longer than all tests of a file together. */
export function loadSharingContract(): SharingContract {
  const file = ownDescription();
  const root: unknown = parse(readFileSync(file, 'utf8'));
  const contract = buildContract({ file, root, digest: 'sha256:0', lineOf: () => 1 });
  const catalogue = buildCatalogue(contract);
  const requirements = new Map(catalogue.map((requirement) => [requirement.id, requirement]));
  return {
    contract,
    catalogue,
    operation: (role) => found(contract.operations, (one) => one.role === role, role),
    requirement: (id) => found(catalogue, (one) => one.id === id, id),
    context: (more = {}) => ({ contract, requirements, clock: CLOCK, provisioning: 'open', ...more }),
  };
}

function found<T>(all: readonly T[], test: (one: T) => boolean, name: string): T {
  const one = all.find(test);
  if (one === undefined) throw new RangeError(`there is no ${name}`);
  return one;
}
