import { checkSupported } from '../../generators/schema/check-supported.ts';
import { buildContract } from '../../spec/contract/build-contract.ts';
import type { Contract } from '../../spec/contract/contract.ts';
import { loadDocument } from '../../spec/document/load-document.ts';

/**
 * The contract of a description, from whose every schema values can be generated.
 * @throws Fault `usage` with file, line and pointer for what is wrong or not supported.
 */
export async function loadContract(file: string): Promise<Contract> {
  const contract = buildContract(await loadDocument(file));
  refuseUnsupported(contract);
  return contract;
}

/** Every schema that values are to be generated from must be of keywords that can be, in each of its readings. */
function refuseUnsupported(contract: Contract): void {
  const values = contract.operations.flatMap((operation) => [
    ...operation.parameters.map(({ value }) => value),
    ...(operation.body?.members ?? []).map(({ value }) => value),
  ]);
  for (const { narrow, wide, recommended, location } of values)
    for (const schema of [narrow, wide, recommended]) if (schema !== null) checkSupported(schema, location);
}
