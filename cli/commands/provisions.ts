import { verdictOf } from '../../generators/schema/verdict.ts';
import type { Contract } from '../../spec/contract/contract.ts';
import { Fault } from '../../spec/fault.ts';
import type { Provisions } from '../../suites/judge/case-names.ts';

/**
 * Names that the user gives must be ones that the endpoint may accept; a slip in one would fail every request.
 * @throws Fault `usage` naming the option and the name.
 */
export function checkProvisions(contract: Contract, provisions: Provisions): void {
  const path = contract.operations
    .flatMap((operation) => operation.parameters)
    .filter((one) => one.in === 'path');
  const check = (option: string, parameter: string, names: readonly string[]): void => {
    const value = path.find((one) => one.name === parameter)?.value;
    if (value === undefined) return;
    for (const name of names) {
      const written = parameter === 'repository' ? name.replaceAll('/', '$') : name;
      if (verdictOf(value, written) !== 'rejected') continue;
      throw new Fault('usage', 'impossible-name', `"${name}" is no valid ${parameter}`, {
        place: { option },
        hint: 'Give the name as the service shows it; a repository may be written with / or $.',
      });
    }
  };
  check('--namespace', 'namespace', provisions.namespaces);
  check('--repository', 'repository', provisions.repositories);
  check('--account', 'access_domain', provisions.accounts);
}
