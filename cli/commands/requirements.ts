import { DEFECTS } from '../../mock/defects/index.ts';
import { buildCatalogue, RETIRED } from '../../spec/requirements/catalogue.ts';
import type { Requirement } from '../../spec/requirements/requirement.ts';
import { loadContract } from './load-contract.ts';
import { select } from './select.ts';

export interface RequirementsOptions {
  readonly spec: string;
  readonly json?: boolean;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/** Prints the catalogue: a table for people, or with `--json` what scripts read. */
export async function requirements(
  options: RequirementsOptions,
  print: (text: string) => void,
): Promise<number> {
  const contract = await loadContract(options.spec);
  const catalogue = select(buildCatalogue(contract), options.only ?? [], options.skip ?? []);
  if (options.json !== true) {
    print(table(catalogue));
    return 0;
  }
  const document = {
    schemaVersion: '1.0',
    contract: { title: contract.title, version: contract.version, digest: contract.digest },
    requirements: catalogue.map(({ rule: _rule, ...requirement }) => ({
      ...requirement,
      defects: DEFECTS.filter((defect) => defect.requirement === requirement.id).map(({ name }) => name),
    })),
    retired: RETIRED,
  };
  print(`${JSON.stringify(document, null, 2)}\n`);
  return 0;
}

function table(catalogue: readonly Requirement[]): string {
  const width = Math.max(...catalogue.map(({ id }) => id.length));
  const lines = catalogue.map(
    ({ id, level, basis, title }) => `${id.padEnd(width)}  ${level.padEnd(7)}  ${basis.padEnd(11)}  ${title}`,
  );
  return `${lines.join('\n')}\n${catalogue.length} requirements\n`;
}
