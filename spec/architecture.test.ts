import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { packageRoot } from './package-root.ts';

/** Which folder may import which, beside itself. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  spec: [],
  generators: ['spec'],
  mock: ['spec'],
  reports: ['spec'],
  suites: ['spec', 'generators', 'reports'],
  cli: ['spec', 'generators', 'mock', 'suites', 'reports'],
};

const LONGEST = 250;
const NAMES_WITHOUT_CONCEPT = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc']);
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

interface SourceFile {
  /** From the root of the checkout, with forward slashes. */
  readonly file: string;
  /** As written: `./fault.ts`, `node:fs`. */
  readonly imports: readonly string[];
  readonly lines: number;
}

type ArchitectureRule = (sources: readonly SourceFile[]) => readonly string[];

const RULES: Readonly<Record<string, ArchitectureRule>> = {
  'arrows point one way': arrowsAgainstTheTable,
  'no files import each other in a circle': cycles,
  'nothing but tests imports tests': importedTests,
  'no source file is longer than 250 lines': longFiles,
  'file names are kebab-case and name a concept': badNames,
};

describe('the sources', () => {
  const sources = readSources();

  it('are found in every folder of the table', () => {
    expect(new Set(sources.map(({ file }) => folderOf(file)))).toEqual(new Set(Object.keys(ARROWS)));
  });

  it.each(Object.entries(RULES))('keep the rule that %s', (_, rule) => {
    expect(rule(sources)).toEqual([]);
  });
});

describe('the rules', () => {
  it('let sources pass that keep to them', () => {
    const sources = [
      source('spec/fault.ts', ['node:fs'], LONGEST),
      source('mock/endpoint.ts', ['../spec/fault.ts', './clock.ts']),
      source('mock/clock.ts', []),
      source('mock/endpoint.test.ts', ['../cli/main.ts', './endpoint.ts', 'vitest'], LONGEST + 1),
      source('mock/testing/client.ts', ['../../cli/main.ts']),
      source('cli/main.ts', ['../mock/endpoint.ts', '../spec/fault.ts']),
      source('suites/server/bodies.suite.ts', ['../../reports/exchange.ts']),
      source('reports/exchange.ts', []),
    ];
    expect(Object.values(RULES).flatMap((rule) => rule(sources))).toEqual([]);
  });

  it('refuse an arrow that points the other way', () => {
    expect(arrowsAgainstTheTable([source('spec/fault.ts', ['../mock/clock.ts'])])).toEqual([
      'spec/fault.ts imports mock/clock.ts, but spec may not import mock',
    ]);
  });

  it('refuse an import from outside the table, and a file outside it', () => {
    const sources = [source('cli/main.ts', ['../vitest.config.ts']), source('tools/x.ts', ['../spec/a.ts'])];
    expect(arrowsAgainstTheTable(sources)).toEqual([
      'cli/main.ts imports vitest.config.ts, but cli may not import vitest.config.ts',
      'tools/x.ts imports spec/a.ts, but tools may not import spec',
    ]);
  });

  it('refuse a circle within one folder, and name all its files', () => {
    const sources = [
      source('spec/a.ts', ['./b.ts']),
      source('spec/b.ts', ['./deep/c.ts']),
      source('spec/deep/c.ts', ['../a.ts']),
      source('spec/d.ts', ['./a.ts']),
    ];
    expect(cycles(sources)).toEqual(['spec/a.ts → spec/b.ts → spec/deep/c.ts → spec/a.ts']);
  });

  it('refuse a file that imports itself', () => {
    expect(cycles([source('spec/a.ts', ['./a.ts'])])).toEqual(['spec/a.ts → spec/a.ts']);
  });

  it.each(['b.test.ts', 'testing/b.ts', 'sample/b.ts', 'b.fixture.ts'])(
    'refuse a source that imports %s, which is for tests',
    (name) => {
      expect(importedTests([source('spec/a.ts', [`./${name}`])])).toEqual([`spec/a.ts imports spec/${name}`]);
    },
  );

  it('refuse a source of 251 lines, even where only tests use it', () => {
    const sources = ['mock/endpoint.ts', 'mock/testing/client.ts'].map((file) =>
      source(file, [], LONGEST + 1),
    );
    expect(longFiles(sources)).toEqual([
      'mock/endpoint.ts has 251 lines',
      'mock/testing/client.ts has 251 lines',
    ]);
  });

  it.each([
    ['spec/utils.ts', 'names no concept'],
    ['spec/helpers/a.ts', 'names no concept'],
    ['spec/common.test.ts', 'names no concept'],
    ['spec/buildContract.ts', 'is not in kebab-case'],
    ['spec/build_contract.test.ts', 'is not in kebab-case'],
    ['spec/Document/a.ts', 'is not in kebab-case'],
    ['spec/a.b.ts', 'is not in kebab-case'],
  ])('refuse the name %s', (file, why) => {
    expect(badNames([source(file)])).toEqual([`${file} ${why}`]);
  });
});

describe('reading a source', () => {
  it('finds imports of every form, and none in strings or comments', () => {
    const text = `
      import type { A } from './type.ts';
      import B, { type C } from './default.ts';
      import './effect.ts';
      export * from './star.ts';
      export type { D } from './type-again.ts';
      type E = import('./type-node.ts').E;
      const f = await import('./dynamic.ts');
      const g = "import x from './string.ts'"; // import './comment.ts'
    `;
    expect(importsOf(text)).toEqual(
      ['type', 'default', 'effect', 'star', 'type-again', 'type-node', 'dynamic'].map((n) => `./${n}.ts`),
    );
  });

  it('counts lines as editors do', () => {
    expect(linesOf('a\nb\n')).toBe(2);
    expect(linesOf('a\nb')).toBe(2);
  });
});

function arrowsAgainstTheTable(sources: readonly SourceFile[]): readonly string[] {
  return sources.flatMap((source) => {
    if (isForTests(source.file)) return [];
    const from = folderOf(source.file);
    const allowed = new Set([from, ...(ARROWS[from] ?? [])]);
    return importedFiles(source)
      .filter((imported) => !allowed.has(folderOf(imported)))
      .map(
        (imported) => `${source.file} imports ${imported}, but ${from} may not import ${folderOf(imported)}`,
      );
  });
}

/** Every circle once, from the file of it that is met first; imports of types count as well. */
function cycles(sources: readonly SourceFile[]): readonly string[] {
  const imports = new Map(sources.map((source) => [source.file, importedFiles(source)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      found.push([...path.slice(start), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const imported of imports.get(file) ?? []) visit(imported, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}

function importedTests(sources: readonly SourceFile[]): readonly string[] {
  return sources.flatMap((source) =>
    importedFiles(source)
      .filter((imported) => isForTests(imported) && !isForTests(source.file))
      .map((imported) => `${source.file} imports ${imported}`),
  );
}

function longFiles(sources: readonly SourceFile[]): readonly string[] {
  return sources
    .filter(({ file, lines }) => !file.endsWith('.test.ts') && lines > LONGEST)
    .map(({ file, lines }) => `${file} has ${lines} lines`);
}

function badNames(sources: readonly SourceFile[]): readonly string[] {
  return sources.flatMap(({ file }) => {
    const parts = file.replace(/(\.(test|suite|fixture))?\.ts$/, '').split('/');
    if (!parts.every((part) => KEBAB_CASE.test(part))) return [`${file} is not in kebab-case`];
    return parts.some((part) => NAMES_WITHOUT_CONCEPT.has(part)) ? [`${file} names no concept`] : [];
  });
}

/** What the build leaves out: tests and what only they use. */
function isForTests(file: string): boolean {
  return /\.(test|fixture)\.ts$|\/(testing|sample)\//.test(file);
}

function folderOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** Files of the checkout that a source imports, from the root of the checkout; packages are left out. */
function importedFiles({ file, imports }: SourceFile): readonly string[] {
  return imports.filter((one) => one.startsWith('.')).map((one) => posix.join(posix.dirname(file), one));
}

function readSources(): readonly SourceFile[] {
  const root = packageRoot();
  return Object.keys(ARROWS).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => {
        const text = readFileSync(join(root, folder, name), 'utf8');
        const file = posix.join(folder, name.replaceAll('\\', '/'));
        return source(file, importsOf(text), linesOf(text));
      }),
  );
}

function importsOf(text: string): readonly string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function linesOf(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}

function source(file: string, imports: readonly string[] = [], lines = 1): SourceFile {
  return { file, imports, lines };
}
