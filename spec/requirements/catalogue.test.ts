import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildContract } from '../contract/build-contract.ts';
import type { Contract } from '../contract/contract.ts';
import { loadDocument } from '../document/load-document.ts';
import { Fault } from '../fault.ts';
import { ownDescription } from '../package-root.ts';
import { buildCatalogue, RETIRED } from './catalogue.ts';
import { ID_GRAMMAR } from './identifier.ts';
import type { Requirement } from './requirement.ts';

const YAML = readFileSync(ownDescription(), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
afterAll(() => rmSync(folder, { recursive: true }));

const contract = buildContract(await loadDocument(ownDescription()));
const catalogue = buildCatalogue(contract);
const ids = catalogue.map(({ id }) => id);
const requirement = (id: string): Requirement => {
  const found = catalogue.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`there is no ${id}`);
  return found;
};

describe('the catalogue', () => {
  it('has well over a hundred requirements, for each of the five operations', () => {
    expect(catalogue.length).toBeGreaterThan(150);
    for (const { id } of contract.operations)
      expect(catalogue.filter(({ operation }) => operation === id).length).toBeGreaterThan(15);
  });

  it('gives each an id of its own that keeps the grammar and names its operation', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, operation } of catalogue) {
      expect(id).toMatch(ID_GRAMMAR);
      expect(id.startsWith(`${operation}/`)).toBe(true);
    }
    for (const { id, replacedBy } of RETIRED) {
      expect(ids).not.toContain(id);
      if (replacedBy !== null) expect(ids).toContain(replacedBy);
    }
  });

  it('gives each a title, sources and a basis, and observes only what is unspecified', () => {
    for (const { id, title, sources, level, basis, side } of catalogue) {
      expect([id, title.length > 10, sources.length > 0, side]).toEqual([id, true, true, 'server']);
      expect([id, level === 'observe']).toEqual([id, basis === 'unspecified']);
    }
  });

  it('has the same levels, bases and needs as the description', () => {
    expect(requirement('createRepoDomains/success-status')).toMatchObject({
      level: 'must',
      basis: 'explicit',
      needs: ['writes', 'account'],
      rule: { kind: 'success-status', status: 201 },
    });
    expect(requirement('createRepoDomains/declared-statuses-only')).toMatchObject({
      basis: 'interpreted',
      rule: { statuses: [201, 400, 401, 409, 500] },
    });
    expect(requirement('listRepoDomains/success-status').needs).toEqual([]);
    expect(requirement('listRepoDomains/only-its-repository').needs).toContain('two-repositories');
    expect(requirement('createRepoDomains/account-distinct').needs).toContain('two-accounts');
    expect(requirement('createRepoDomains/namespace-pattern-accepted').needs).toContain('open-provisioning');
    expect(requirement('createRepoDomains/namespace-pattern-rejected').needs).not.toContain(
      'open-provisioning',
    );
    expect(requirement('updateRepoDomains/updated-moves-forward').level).toBe('should');
    expect(requirement('createRepoDomains/namespace-pattern-observed').level).toBe('observe');
    expect(requirement('createRepoDomains/description-max-length-recommended').level).toBe('should');
    expect(requirement('createRepoDomains/permit-const-rejected').basis).toBe('interpreted');
  });

  it('has the ids that the rulings lead to', () => {
    expect(ids).toEqual(
      expect.arrayContaining([
        ...contract.operations.flatMap(({ id }) =>
          [
            'success-status',
            'declared-statuses-only',
            'no-server-error',
            'answers-in-time',
            'namespace-pattern-rejected',
            'namespace-max-length-accepted',
            'namespace-reserved-rejected',
            'repository-pattern-rejected',
            'repository-wire-accepted',
            'token-missing-rejected',
            'token-header-name-case-accepted',
            'content-type-charset-accepted',
            'error-code-matches-status',
          ].map((rule) => `${id}/${rule}`),
        ),
        'createRepoDomains/body-truncated-rejected',
        'createRepoDomains/access-domain-min-length-rejected',
        'createRepoDomains/deadline-required-rejected',
        'createRepoDomains/deadline-format-rejected',
        'createRepoDomains/description-type-rejected',
        'createRepoDomains/response-201-recommended-schema',
        'createRepoDomains/response-409-schema',
        'createRepoDomains/duplicate-refused',
        'updateRepoDomains/description-replaced',
        'deleteRepoDomains/refusal-changes-nothing',
        'showAccessDomain/equals-listed-item',
      ]),
    );
  });

  it('has no requirement that cannot be sent for, or that rulings leave out', () => {
    expect(ids.filter((id) => /-min-length-rejected$/.test(id))).toEqual([
      'createRepoDomains/access-domain-min-length-rejected',
    ]);
    for (const id of [
      'listRepoDomains/refusal-changes-nothing',
      'showAccessDomain/touches-only-its-share',
      'showAccessDomain/access-domain-pattern-rejected',
      'createRepoDomains/response-500-schema',
      'createRepoDomains/description-required-rejected',
    ])
      expect(ids).not.toContain(id);
  });
});

describe('a change of the description alone', () => {
  const edited = async (...changes: (readonly [from: string, to: string])[]): Promise<Contract> => {
    const text = changes.reduce((before, [from, to]) => {
      expect(before).toContain(from);
      return before.replace(from, to);
    }, YAML);
    const file = join(folder, 'edited.yaml');
    writeFileSync(file, text);
    return buildContract(await loadDocument(file));
  };
  const compared = (changed: Contract) => {
    const now = buildCatalogue(changed).map(({ id }) => id);
    return {
      added: now.filter((id) => !ids.includes(id)),
      gone: ids.filter((id) => !now.includes(id)),
    };
  };

  it('tightens a constraint', async () => {
    const changed = await edited(
      ['      const: read\n', '      const: read\n      maxLength: 4\n'],
      [
        'maxLength: 64\n      pattern: "^(?:[a-z](?:(?:[._-]|__)',
        'maxLength: 32\n      pattern: "^(?:[a-z](?:(?:[._-]|__)',
      ],
    );
    expect(compared(changed)).toEqual({
      added: [
        'createRepoDomains/permit-max-length-accepted',
        'createRepoDomains/permit-max-length-rejected',
        'updateRepoDomains/permit-max-length-accepted',
        'updateRepoDomains/permit-max-length-rejected',
      ],
      gone: [],
    });
    const [namespace] = changed.operations[0]?.parameters ?? [];
    expect(namespace?.value).toMatchObject({ narrow: { maxLength: 32 }, wide: { maxLength: 32 } });
  });

  it('adds a required member', async () => {
    const changed = await edited(
      ['required: [access_domain, permit, deadline]', 'required: [access_domain, permit, deadline, region]'],
      [
        '      properties:\n        access_domain:\n          $ref: "#/components/schemas/AccessDomain"\n',
        '      properties:\n        region: { type: string, minLength: 2 }\n        access_domain:\n          $ref: "#/components/schemas/AccessDomain"\n',
      ],
    );
    expect(compared(changed)).toEqual({
      added: [
        'createRepoDomains/region-type-rejected',
        'createRepoDomains/region-min-length-accepted',
        'createRepoDomains/region-min-length-rejected',
        'createRepoDomains/region-required-rejected',
      ],
      gone: [],
    });
  });

  it('adds and removes operations, statuses and behaviours', async () => {
    const changed = await edited(
      [
        '\ncomponents:\n',
        '  /v2/manage/health:\n    get:\n      operationId: showHealth\n      responses: { "200": { description: OK } }\n\ncomponents:\n',
      ],
      ['        "409":\n          $ref: "#/components/responses/AlreadyShared"\n', ''],
      ['        - rule: equals-listed-item\n', '        - rule: equals-the-listed-item\n'],
    );
    const { added, gone } = compared(changed);
    expect(added).toEqual(
      expect.arrayContaining([
        'showAccessDomain/equals-the-listed-item',
        'showHealth/success-status',
        'showHealth/no-server-error',
        'showHealth/token-missing-rejected',
      ]),
    );
    expect(added.every((id) => id.startsWith('showHealth/') || id.endsWith('equals-the-listed-item'))).toBe(
      true,
    );
    expect(gone).toEqual([
      'createRepoDomains/response-409-schema',
      'createRepoDomains/response-409-content-type',
      'showAccessDomain/equals-listed-item',
    ]);
    const declared = buildCatalogue(changed).find(
      (one) => one.id === 'createRepoDomains/declared-statuses-only',
    );
    expect(declared?.rule).toMatchObject({ statuses: [201, 400, 401, 500] });
  });
});

describe('buildCatalogue', () => {
  const twice = (change: (contract: Contract) => Contract): unknown => {
    try {
      return buildCatalogue(change(contract));
    } catch (fault) {
      return fault;
    }
  };

  it('refuses two places that lead to the same id, and says where', () => {
    const fault = twice((one) => ({
      ...one,
      operations: [...one.operations, ...one.operations.slice(0, 1)],
    }));
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({
      kind: 'usage',
      code: 'duplicate-requirement',
      message: expect.stringContaining('/success-status'),
      place: { file: ownDescription() },
    });
  });

  it('refuses an invariant that no check knows', () => {
    const strange = { rule: 'no-surprise', title: 'x', writesOnly: false };
    const fault = twice((one) => ({
      ...one,
      invariants: [{ ...strange, standing: requirement('listRepoDomains/success-status') }],
    }));
    expect(fault).toMatchObject({
      code: 'unknown-invariant',
      hint: expect.stringContaining('no-server-error'),
    });
  });
});
