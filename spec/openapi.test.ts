import { readFileSync } from 'node:fs';
import SwaggerParser from '@apidevtools/swagger-parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildContract } from './contract/build-contract.ts';
import { loadDocument } from './document/load-document.ts';
import { buildCatalogue } from './requirements/catalogue.ts';

type Tree = Readonly<Record<string, unknown>>;
interface Place {
  readonly pointer: readonly string[];
  readonly node: Tree;
}

const FILE = 'spec/openapi.yaml';
const written: unknown = parse(readFileSync(FILE, 'utf8'));
const discrepancies = list(tree(parse(readFileSync('spec/discrepancies.yaml', 'utf8')))['discrepancies']).map(
  tree,
);
let resolved: unknown;

beforeAll(async () => {
  resolved = await SwaggerParser.dereference(FILE, parse(readFileSync(FILE, 'utf8')), {});
});

describe('the OpenAPI description', () => {
  it('is valid OpenAPI 3.1', async () => {
    const api = await SwaggerParser.validate(FILE, parse(readFileSync(FILE, 'utf8')), {});
    expect(Reflect.get(api, 'openapi')).toBe('3.1.0');
  });

  it('is refused by the validator when its version is missing', async () => {
    const broken = readFileSync(FILE, 'utf8').replace('  version: 1.0.0\n', '');
    await expect(SwaggerParser.validate('broken.yaml', parse(broken), {})).rejects.toThrow('version');
  });

  it('has the five operations, each with its own success status', () => {
    const operations = places(written).filter(({ node }) => typeof node['operationId'] === 'string');
    const successes = operations.map(({ node }) => [
      node['operationId'],
      Object.keys(tree(node['responses'])).filter((status) => status.startsWith('2')),
    ]);
    expect(Object.fromEntries(successes)).toEqual({
      createRepoDomains: ['201'],
      listRepoDomains: ['200'],
      showAccessDomain: ['200'],
      updateRepoDomains: ['201'],
      deleteRepoDomains: ['204'],
    });
  });

  it('has examples that are valid under their schemas', () => {
    const ajv = new Ajv2020({ strict: false });
    const examples = places(written).flatMap(({ pointer }) =>
      examplesOf({ pointer, node: at(resolved, pointer) }),
    );
    expect(examples.length).toBeGreaterThan(40);
    expect(examples.filter(({ schema, value }) => !ajv.validate(schema, value))).toEqual([]);
  });

  it('would fail that test with an example that breaks its schema', () => {
    const [example] = examplesOf({
      pointer: [],
      node: { schema: { const: 'read' }, examples: { bad: { value: 'write' } } },
    });
    expect(new Ajv2020().validate(tree(example?.schema), example?.value)).toBe(false);
  });
});

describe('the statements of the description', () => {
  it('each have a basis and sources, and a reason where they are interpreted', () => {
    expect(statements(written).length).toBeGreaterThan(250);
    expect(statements(written).flatMap((place) => complaints(place, written))).toEqual([]);
  });

  it.each(['x-basis', 'x-source', 'x-because'])('are complained about when one lacks its %s', (keyword) => {
    const broken = structuredClone(written);
    const reserved = statements(broken).find(({ pointer }) => pointer.at(-1) === 'x-reserved');
    expect(reserved !== undefined && Reflect.deleteProperty(reserved.node, keyword)).toBe(true);
    expect(statements(broken).flatMap((place) => complaints(place, broken))).toHaveLength(1);
  });

  it('cover every keyword of every parameter and every member of a request', () => {
    const values = places(written).filter(
      ({ pointer, node }) => pointer.length === 3 && node['x-constraints'],
    );
    const inputs = values.filter(({ pointer }) => !['Share', 'Shares'].includes(pointer[2] ?? ''));
    expect(inputs.map(({ pointer }) => pointer[2]).sort()).toEqual(INPUTS);
    for (const { node } of inputs) {
      const keywords = KEYWORDS.filter((keyword) => node[keyword] !== undefined);
      const format = node['x-format'] === undefined ? [] : ['format'];
      expect(Object.keys(tree(node['x-constraints']))).toEqual(
        expect.arrayContaining([...keywords, ...format, 'required']),
      );
    }
  });

  it('cite only documents that are listed, and every one of them', () => {
    const cited = places(written).flatMap(({ node }) =>
      list(node['x-source']).map((source) => tree(source)['document']),
    );
    expect([...new Set(cited)].sort()).toEqual(Object.keys(tree(tree(written)['x-documents'])).sort());
  });

  it('use no extension but those that the README of this folder explains', () => {
    const readme = readFileSync('spec/README.md', 'utf8');
    const used = new Set(
      places(written).flatMap(({ node }) => Object.keys(node).filter((key) => key.startsWith('x-'))),
    );
    expect([...used].filter((extension) => !readme.includes(`\`${extension}\``))).toEqual([]);
  });
});

describe('the register of discrepancies', () => {
  it('has entries that are complete, under ids of their own', () => {
    expect(discrepancies.length).toBeGreaterThan(25);
    expect(new Set(discrepancies.map(({ id }) => id)).size).toBe(discrepancies.length);
    for (const entry of discrepancies) {
      expect(Object.keys(entry)).toEqual(['id', 'summary', 'readings', 'ruling', 'because', 'requirements']);
      expect(entry['id']).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
      expect(list(entry['readings']).length).toBeGreaterThan(1);
    }
  });

  it('names only requirements of the catalogue, at least one in each entry', async () => {
    const catalogue = buildCatalogue(buildContract(await loadDocument(FILE))).map(({ id }) => id);
    for (const { id, requirements } of discrepancies) {
      expect([id, list(requirements).length > 0]).toEqual([id, true]);
      expect(catalogue).toEqual(expect.arrayContaining([...list(requirements)]));
    }
  });
});

/** Schemas of what a request carries. */
const INPUTS = [
  'AccessDomain',
  'AccessDomainInPath',
  'Deadline',
  'Description',
  'Namespace',
  'Permit',
  'Repository',
];
const KEYWORDS = ['type', 'const', 'pattern', 'minLength', 'maxLength'];

/** Places whose every child makes a statement, and extensions that make one themselves. */
const CONTAINERS = [
  'properties',
  'x-constraints',
  'x-forms',
  'x-behaviours',
  'x-invariants',
  'securitySchemes',
];
const COMPONENTS = ['parameters', 'schemas', 'responses'];
const EXTENSIONS = ['x-statuses', 'x-body', 'x-recommended-body', 'x-reserved', 'requestBody'];
const POLARITIES = ['accepted', 'recommended', 'rejected', 'observed'];

function statements(document: unknown): Place[] {
  return places(document).filter(({ pointer, node }) => {
    const [last = '', parent = '', grandparent = ''] = pointer.toReversed();
    if (node['$ref'] !== undefined) return false;
    if (POLARITIES.includes(last) && grandparent === 'x-constraints') return true;
    if (COMPONENTS.includes(parent)) return grandparent === 'components';
    if (last === 'x-content-type') return true;
    return CONTAINERS.includes(parent) || EXTENSIONS.includes(last) || node['operationId'] !== undefined;
  });
}

function complaints({ pointer, node }: Place, document: unknown): string[] {
  const where = pointer.join('/');
  const ofConstraint = POLARITIES.includes(pointer.at(-1) ?? '') && pointer.at(-3) === 'x-constraints';
  const inherited = ofConstraint ? at(document, pointer.slice(0, -1)) : {};
  const basis = String(node['x-basis']);
  const found: string[] = [];
  if (!['explicit', 'interpreted', 'unspecified'].includes(basis)) found.push(`${where}: no basis`);
  if (list(node['x-source'] ?? inherited['x-source']).length === 0) found.push(`${where}: no source`);
  const reason = node['x-because'] ?? inherited['x-because'];
  if (basis === 'interpreted' && typeof reason !== 'string') found.push(`${where}: no reason`);
  return found;
}

/** Examples of a schema (`examples: []`), a parameter or a media type (`examples: {name: {value}}`). */
function examplesOf({ pointer, node }: Place): { where: string; schema: Tree; value: unknown }[] {
  const where = pointer.join('/');
  if (Array.isArray(node['examples'])) {
    return node['examples'].map((value: unknown) => ({ where, schema: node, value }));
  }
  if (node['examples'] === undefined || node['schema'] === undefined) return [];
  return Object.values(tree(node['examples'])).map((example) => ({
    where,
    schema: tree(node['schema']),
    value: tree(example)['value'],
  }));
}

/** Every object of the document with its place; values of examples are no part of the description. */
function places(node: unknown, pointer: readonly string[] = []): Place[] {
  if (typeof node !== 'object' || node === null) return [];
  if (pointer.at(-1) === 'examples' || pointer.at(-1) === 'x-documents') return [];
  const children = Object.entries(node).flatMap(([key, child]) => places(child, [...pointer, key]));
  return Array.isArray(node) ? children : [{ pointer, node: tree(node) }, ...children];
}

function at(document: unknown, pointer: readonly string[]): Tree {
  return tree(pointer.reduce((node: unknown, key) => Reflect.get(Object(node), key), document));
}

function tree(value: unknown): Tree {
  return Object(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
