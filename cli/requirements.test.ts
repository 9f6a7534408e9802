import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFECTS } from '../mock/defects/index.ts';
import { ID_GRAMMAR } from '../spec/requirements/identifier.ts';
import { inFolder, inProcess } from './testing/command.ts';
import { editedDescription } from './testing/descriptions.ts';

interface Listed {
  readonly id: string;
  readonly operation: string;
  readonly side: string;
  readonly level: string;
  readonly basis: string;
  readonly title: string;
  readonly sources: readonly { readonly document: string; readonly place: string }[];
  readonly needs: readonly string[];
  readonly defects: readonly string[];
}

interface Catalogue {
  readonly schemaVersion: string;
  readonly contract: { readonly title: string; readonly version: string; readonly digest: string };
  readonly requirements: readonly Listed[];
  readonly retired: readonly unknown[];
}

const MEMBERS = ['id', 'operation', 'side', 'level', 'basis', 'title', 'sources', 'needs', 'defects'];

describe('requirements --json', () => {
  it('prints the catalogue in the published shape.', async () => {
    const { schemaVersion, contract, requirements, retired } = await catalogue([]);
    expect({ schemaVersion, retired }).toEqual({ schemaVersion: '1.0', retired: [] });
    expect(contract.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(requirements.length).toBeGreaterThan(100);
    for (const requirement of requirements) {
      expect(Object.keys(requirement).sort()).toEqual([...MEMBERS].sort());
      expect(requirement.side).toBe('server');
      expect(requirement.level).toMatch(/^(?:must|should|observe)$/);
      expect(requirement.basis).toMatch(/^(?:explicit|interpreted|unspecified)$/);
      expect(requirement.title).not.toBe('');
      for (const { document, place } of requirement.sources) {
        expect(`${document}|${place}`).toMatch(/^[a-z0-9-]+\|./);
      }
    }
  });

  it('gives every requirement an id of its own that follows the grammar.', async () => {
    const { requirements } = await catalogue([]);
    const ids = requirements.map(({ id }) => id);
    expect(ids.filter((id) => !ID_GRAMMAR.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(requirements.filter(({ id, operation }) => !id.startsWith(`${operation}/`))).toEqual([]);
  });

  it('gives every requirement a source.', async () => {
    const { requirements } = await catalogue([]);
    expect(requirements.filter(({ sources }) => sources.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('calls only what is unspecified an observation.', async () => {
    const { requirements } = await catalogue([]);
    const odd = requirements.filter(
      ({ level, basis }) => (level === 'observe') !== (basis === 'unspecified'),
    );
    expect(odd.map(({ id, level, basis }) => `${id}: ${level}, ${basis}`)).toEqual([]);
  });
});

describe('the defects of the embedded endpoint', () => {
  it('each mean a requirement that exists and counts.', async () => {
    const levels = new Map((await catalogue([])).requirements.map(({ id, level }) => [id, level]));
    const astray = DEFECTS.filter(
      ({ requirement }) => !['must', 'should'].includes(levels.get(requirement) ?? ''),
    );
    expect(astray.map(({ name, requirement }) => `${name}: ${requirement}`)).toEqual([]);
  });

  it('leave no requirement without one that breaks it.', async () => {
    const { requirements } = await catalogue([]);
    const counting = requirements.filter(({ level }) => level !== 'observe');
    expect(counting.filter(({ defects }) => defects.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('stand beside the requirement that they break.', async () => {
    const { requirements } = await catalogue([]);
    const listed = requirements.flatMap(({ id, defects }) => defects.map((name) => `${name}: ${id}`));
    expect(listed.sort()).toEqual(DEFECTS.map(({ name, requirement }) => `${name}: ${requirement}`).sort());
  });
});

describe('requirements', () => {
  it('prints one line for each and their number.', async () => {
    const { requirements } = await catalogue([]);
    const { code, stdout } = await inProcess(['requirements']);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(requirements.length + 1);
    expect(stdout).toContain(`${requirements.length} requirements\n`);
  });

  it('takes globs and ids, and leaves out what is to be skipped.', async () => {
    const picked = await catalogue(['--only', '*/success-status', '--skip', 'deleteRepoDomains/*']);
    expect(picked.requirements.map(({ id }) => id).sort()).toEqual([
      'createRepoDomains/success-status',
      'listRepoDomains/success-status',
      'showAccessDomain/success-status',
      'updateRepoDomains/success-status',
    ]);
  });

  it('follows a description that was changed, with no code.', async () => {
    await inFolder(async (folder) => {
      const before = (await catalogue([])).requirements.map(({ id }) => id);
      const changed = editedDescription(
        folder,
        '      required: [permit, deadline]\n',
        '      required: [permit]\n',
      );
      const after = await catalogue(['--spec', changed]);
      const ids = after.requirements.map(({ id }) => id);
      expect(before.filter((id) => !ids.includes(id))).toEqual([
        'updateRepoDomains/deadline-required-rejected',
      ]);
      expect(ids.filter((id) => !before.includes(id))).toEqual([
        'updateRepoDomains/deadline-required-accepted',
      ]);
    });
  });

  it('builds a catalogue from any other description.', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'other.json');
      writeFileSync(file, JSON.stringify(OTHER));
      const { contract, requirements } = await catalogue(['--spec', file]);
      expect(contract).toMatchObject({ title: 'Pets', version: '2' });
      const ids = requirements.map(({ id }) => id);
      expect(ids).toEqual(
        expect.arrayContaining([
          'getPet/success-status',
          'getPet/id-max-length-rejected',
          'getPet/no-server-error',
        ]),
      );
    });
  });
});

const OTHER = {
  openapi: '3.0.3',
  info: { title: 'Pets', version: '2' },
  paths: {
    '/pets/{id}': {
      get: {
        operationId: 'getPet',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', minLength: 1, maxLength: 8 } },
        ],
        responses: { 200: { description: 'A pet' }, 404: { description: 'No pet' } },
      },
    },
  },
};

async function catalogue(args: readonly string[]): Promise<Catalogue> {
  const { code, stdout, stderr } = await inProcess(['requirements', '--json', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}
