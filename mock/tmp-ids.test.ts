import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildContract } from '../spec/contract/build-contract.ts';
import { loadDocument } from '../spec/document/load-document.ts';
import { buildCatalogue } from '../spec/requirements/catalogue.ts';
import { DEFECTS } from './defects/index.ts';
import { VARIANTS } from './variants/index.ts';

test('x', async () => {
  const cat = buildCatalogue(buildContract(await loadDocument('spec/openapi.yaml')));
  const ids = new Set(cat.map((r) => r.id));
  const meant = new Set<string>(DEFECTS.map((d) => d.requirement));
  writeFileSync('/tmp/ids.txt', cat.map((r) => `${r.id} ${r.level}`).join('\n'));
  console.log(
    'catalogue',
    cat.length,
    'defects',
    DEFECTS.length,
    'variants',
    VARIANTS.length,
    VARIANTS.length - new Set(VARIANTS.map((v) => v.name)).size,
  );
  console.log('UNKNOWN', [...meant].filter((m) => !ids.has(m)).join('\n'));
  console.log(
    'WITHOUT',
    cat
      .filter((r) => r.level !== 'observe' && !meant.has(r.id))
      .map((r) => `${r.id} ${r.level}`)
      .join('\n'),
  );
  expect(1).toBe(1);
});
