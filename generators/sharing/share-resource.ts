import type { Contract, Operation, Role } from '../../spec/contract/contract.ts';

/** The operations of a contract by what they do to the shared resource, and where they name the account. */
export interface ShareResource {
  readonly operations: ReadonlyMap<Role, Operation>;
  /** Path parameters that name a repository, e.g. `namespace`, `repository`. */
  readonly parents: readonly string[];
  /** Path parameter, and member of a create's body, that names the account; null where nothing does. */
  readonly account: string | null;
}

/** Reads the roles (`x-role`) of a contract; a foreign description has none, and then nothing is prepared. */
export function shareResource(contract: Contract): ShareResource {
  const operations = new Map<Role, Operation>();
  for (const operation of contract.operations)
    if (operation.role !== null && !operations.has(operation.role)) operations.set(operation.role, operation);
  const parents = pathNames(operations.get('create') ?? operations.get('list'));
  const single = pathNames(operations.get('show') ?? operations.get('update') ?? operations.get('delete'));
  return { operations, parents, account: single.find((name) => !parents.includes(name)) ?? null };
}

function pathNames(operation: Operation | undefined): string[] {
  return (operation?.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name);
}
