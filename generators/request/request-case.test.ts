import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildContract } from '../../spec/contract/build-contract.ts';
import { Fault } from '../../spec/fault.ts';
import { ownDescription } from '../../spec/package-root.ts';
import { buildCatalogue } from '../../spec/requirements/catalogue.ts';
import { credentialChanges } from './credential-changes.ts';
import { formChanges } from './form-changes.ts';
import { type RequestCase, requestCases } from './request-case.ts';

const contract = buildContract({
  file: 'openapi.yaml',
  root: parse(readFileSync(ownDescription(), 'utf8')),
  digest: 'sha256:0',
  lineOf: () => 1,
});
const catalogue = buildCatalogue(contract);
const CONTEXT = { clock: new Date('2030-01-15T12:00:00Z'), depth: 'none' } as const;

function casesOf(id: string) {
  const requirement = catalogue.find((one) => one.id === id);
  const operation = contract.operations.find((one) => one.id === requirement?.operation);
  if (requirement === undefined || operation === undefined) throw new RangeError(`there is no ${id}`);
  return requestCases(requirement, operation, CONTEXT);
}

function drawn(id: string, numRuns = 5): RequestCase[] {
  return casesOf(id).flatMap(({ arbitrary }) => fc.sample(arbitrary, { numRuns, seed: 1 }));
}

describe('requestCases', () => {
  it('has something to send for every requirement of a value, a form or a credential', () => {
    const sent = catalogue.filter(({ rule }) =>
      ['constraint', 'request-form', 'credential'].includes(rule.kind),
    );
    expect(sent.length).toBeGreaterThan(100);
    expect(sent.filter(({ id }) => casesOf(id).length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('has nothing for requirements that only look at what others send', () => {
    const looking = catalogue.filter(({ rule }) =>
      ['declared-statuses', 'response-schema', 'response-content-type', 'invariant'].includes(rule.kind),
    );
    expect(looking.flatMap(({ id }) => casesOf(id))).toEqual([]);
  });

  it('gives every label once, and every case its label and requirement', () => {
    for (const { id, operation } of catalogue) {
      const labels = casesOf(id).map(({ label }) => label);
      expect([id, new Set(labels).size]).toEqual([id, labels.length]);
      for (const { label, arbitrary } of casesOf(id).slice(0, 3))
        expect(fc.sample(arbitrary, { numRuns: 1, seed: 1 })[0]).toMatchObject({
          kind: 'request',
          requirement: id,
          operation,
          label,
        });
    }
  });

  it('sends a plain request for the success status', () => {
    expect(drawn('createRepoDomains/success-status', 1)).toMatchObject([
      { polarity: 'accepted', change: { kind: 'none' }, anyRefusal: false },
    ]);
  });

  it('lets anybody refuse reserved characters, and nothing else', () => {
    const reserved = drawn('listRepoDomains/namespace-reserved-rejected', 1);
    expect(reserved.length).toBeGreaterThan(30);
    for (const { anyRefusal, change } of reserved) {
      expect(anyRefusal).toBe(true);
      expect(change).toMatchObject({ encoded: expect.stringMatching(/^[a-c]*%[0-9A-F]{2}[a-c]*$/) });
    }
    expect(drawn('listRepoDomains/namespace-pattern-rejected').some(({ anyRefusal }) => anyRefusal)).toBe(
      false,
    );
  });

  it('writes the slash of a repository in both ways that must be understood', () => {
    const written = drawn('listRepoDomains/repository-wire-accepted').map(({ change }) =>
      change.kind === 'parameter' ? String(change.encoded) : '',
    );
    expect(written.filter((one) => !/^[a-z0-9-]+(?:\$|%24)[a-z0-9-]+$/.test(one))).toEqual([]);
    expect(written.some((one) => one.includes('$'))).toBe(true);
    expect(written.some((one) => one.includes('%24'))).toBe(true);
  });

  it('leaves a required member out, alone and together with others', () => {
    const changes = drawn('createRepoDomains/permit-required-rejected', 1).map(({ change }) => change);
    expect(changes).toContainEqual({ kind: 'member', pointer: '/permit' });
    for (const change of changes) if (change.kind === 'without') expect(change.pointers).toContain('/permit');
    expect(drawn('createRepoDomains/description-required-accepted', 1).map(({ change }) => change)).toEqual([
      { kind: 'member', pointer: '/description' },
    ]);
  });

  it('sends every wrong token on a fresh connection and on one that carried the good one', () => {
    const cases = drawn('listRepoDomains/token-garbage-rejected');
    const connections = cases.map(({ change }) => (change.kind === 'credential' ? change.connection : null));
    expect(new Set(connections)).toEqual(new Set(['shared', 'fresh']));
  });

  it('sends garbage of at most 4 KiB that no white space surrounds', () => {
    for (const { change } of drawn('listRepoDomains/token-garbage-rejected', 30)) {
      if (change.kind !== 'credential' || change.credential.kind !== 'garbage') continue;
      const { value } = change.credential;
      expect([value.length <= 4096, value.trim() === value, value !== '']).toEqual([true, true, true]);
    }
  });

  it('enumerates names only as deep as it is told', () => {
    const requirement = catalogue.find((one) => one.id === 'listRepoDomains/namespace-pattern-rejected');
    const [operation] = contract.operations;
    if (requirement === undefined || operation === undefined) throw new RangeError('the contract is empty');
    const labels = (depth: 'none' | 'characters') =>
      requestCases(requirement, operation, { ...CONTEXT, depth }).map(({ label }) => label);
    expect(labels('characters').length - labels('none').length).toBeGreaterThan(20);
    expect(labels('characters')).toContain('the sign in a!b');
  });
});

describe('forms that no generator knows', () => {
  it.each([
    ['a request', () => formChanges('body-upside-down', { file: 'a.yaml', line: 3 })],
    [
      'a credential',
      () =>
        credentialChanges(
          { name: 'token', header: 'X', forms: [], location: { file: 'a.yaml', line: 3, pointer: '' } },
          'forged',
        ),
    ],
  ])('are refused with their place: %s', (_, run) => {
    let fault: unknown;
    try {
      run();
    } catch (thrown) {
      fault = thrown;
    }
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ kind: 'usage', code: 'unknown-form', place: { file: 'a.yaml', line: 3 } });
  });
});
