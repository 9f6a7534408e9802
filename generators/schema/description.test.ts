import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildContract } from '../../spec/contract/build-contract.ts';
import type { Contract, Operation, ValueContract } from '../../spec/contract/contract.ts';
import { keywordsOf, polaritiesOf } from '../../spec/contract/polarity.ts';
import { loadDocument } from '../../spec/document/load-document.ts';
import { classifyName, type NameKind } from '../language/classify-name.fixture.ts';
import { checkSupported } from './check-supported.ts';
import { type ValueContext, valuesFor } from './values.ts';

const CLOCK = new Date('2026-03-04T05:06:07Z');
const NAMES: readonly string[] = ['namespace', 'repository'] satisfies NameKind[];

let contract: Contract;
beforeAll(async () => {
  contract = buildContract(await loadDocument('spec/openapi.yaml'));
});

describe('the values of our own description', () => {
  it('use no keyword without a generator', () => {
    for (const { value } of places()) {
      for (const schema of [value.narrow, value.wide, value.recommended ?? {}]) {
        expect(() => checkSupported(schema, value.location)).not.toThrow();
      }
    }
  });

  it('exist for every keyword and polarity that the catalogue has a requirement for', () => {
    const missing = claims().filter(({ labelled }) => labelled.length === 0);
    expect(missing.map(({ title }) => title)).toEqual([]);
  });

  it('are confirmed by the schemas as they are drawn', () => {
    for (const { labelled } of claims()) {
      for (const { arbitrary } of labelled) {
        expect(fc.sample(arbitrary, { seed: 3, numRuns: 10 })).toHaveLength(10);
      }
    }
  });

  it('are for names what the rulings say', () => {
    const wrong = claims().flatMap(({ name, title, polarity, labelled }) =>
      labelled
        .flatMap(({ arbitrary }) => fc.sample(arbitrary, { seed: 4, numRuns: 20 }))
        .filter((drawn) => NAMES.includes(name) && classifyName(String(drawn), name as NameKind) !== polarity)
        .map((drawn) => ({ title, drawn })),
    );
    expect(wrong).toEqual([]);
  });
});

function claims() {
  return places().flatMap(({ operation, name, value, place }) =>
    keywordsOf(value).flatMap((keyword) =>
      polaritiesOf(value, keyword, place).map((polarity) => ({
        title: `${operation} ${name} ${keyword} ${polarity}`,
        name,
        polarity,
        labelled: valuesFor(value, keyword, polarity, { clock: CLOCK, place }),
      })),
    ),
  );
}

interface Place {
  readonly operation: string;
  readonly name: string;
  readonly value: ValueContract;
  readonly place: ValueContext['place'];
}

function places(): Place[] {
  return contract.operations.flatMap((operation: Operation) => [
    ...operation.parameters.map((one) => ({
      operation: operation.id,
      name: one.name,
      value: one.value,
      place: one.in,
    })),
    ...(operation.body?.members ?? []).map((one) => ({
      operation: operation.id,
      name: one.name,
      value: one.value,
      place: 'body' as const,
    })),
  ]);
}
