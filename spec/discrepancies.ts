import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from './package-root.ts';

/** A registered contradiction between documents, and how it is ruled. */
export interface Discrepancy {
  readonly id: string;
  readonly summary: string;
  readonly readings: readonly string[];
  readonly ruling: string;
  readonly because: string;
  /** Ids of the requirements that would be other ones if the ruling were. */
  readonly requirements: readonly string[];
}

/** The register that ships with our own description, in its order. */
export function readDiscrepancies(): readonly Discrepancy[] {
  const text = readFileSync(join(packageRoot(), 'spec', 'discrepancies.yaml'), 'utf8');
  const { discrepancies }: { discrepancies: readonly Discrepancy[] } = parse(text);
  return discrepancies;
}
