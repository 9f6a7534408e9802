import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Fault } from '../fault.ts';
import { buildCatalogue } from '../requirements/catalogue.ts';
import { buildContract } from './build-contract.ts';
import type { Contract, Operation } from './contract.ts';

/** A description of something else altogether, without a single extension. */
const LIBRARY = `
openapi: 3.1.0
info: { title: Library, version: "7" }
paths:
  /shelves/{shelf}/books:
    parameters:
      - { name: shelf, in: path, required: true, schema: { type: string, pattern: "^[A-Z]{2}$" } }
      - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 9 } }
    get:
      operationId: listBooks
      summary: Books of a shelf
      parameters:
        - { name: limit, in: query, required: true, schema: { type: integer, minimum: 1, maximum: 99 } }
        - { name: X-Trace, in: header, schema: { type: string, maxLength: 8 } }
        - { name: limit, in: header, schema: { type: boolean } }
      responses:
        "200":
          description: OK
          content: { application/json: { schema: { $ref: "#/components/schemas/Books" } } }
        "404": { description: no such shelf }
    put:
      operationId: replaceBooks
      security: []
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [title, place]
              properties:
                title: { type: string, minLength: 1, maxLength: 40 }
                pages: { type: integer, minimum: 1 }
                place:
                  type: object
                  required: [row]
                  properties: { row: { type: integer, enum: [1, 2] } }
      responses: { "204": { description: done } }
components:
  schemas:
    Books: { type: array, items: { type: object, required: [title], properties: { title: { type: string } } } }
  securitySchemes:
    basic: { type: http, scheme: basic }
    query: { type: apiKey, in: query, name: key }
    key: { type: apiKey, in: header, name: X-Key }
security: [{ basic: [] }, { query: [] }, { key: [] }]
`;

const contractOf = (text: string): Contract =>
  buildContract({ file: 'library.yaml', root: parse(text), digest: 'sha256:1', lineOf: () => 7 });
const library = contractOf(LIBRARY);
const operation = (id: string, contract = library): Operation => {
  const found = contract.operations.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`there is no ${id}`);
  return found;
};

describe('a contract built from a foreign description', () => {
  it('has its name and its operations', () => {
    expect(library).toMatchObject({ title: 'Library', version: '7', digest: 'sha256:1' });
    expect(library.operations.map(({ id, method, path }) => [id, method, path])).toEqual([
      ['listBooks', 'GET', '/shelves/{shelf}/books'],
      ['replaceBooks', 'PUT', '/shelves/{shelf}/books'],
    ]);
  });

  it('knows nothing of roles, forms and behaviours, and lets its words bind', () => {
    expect(operation('listBooks')).toMatchObject({
      role: null,
      forms: [],
      behaviours: [],
      contentType: null,
      summary: 'Books of a shelf',
      standing: { level: 'must', basis: 'explicit', sources: [], needs: [] },
    });
  });

  it('has parameters of path, query and header, those of the path item among them', () => {
    const { parameters } = operation('listBooks');
    expect(parameters.map((one) => [one.in, one.name, one.required]).toSorted()).toEqual([
      ['header', 'X-Trace', false],
      ['header', 'limit', false],
      ['path', 'shelf', true],
      ['query', 'limit', true],
    ]);
    expect(operation('replaceBooks').parameters.map(({ name }) => name)).toEqual(['shelf', 'limit']);
  });

  it('lets a parameter of an operation stand for that of its path item', () => {
    const limit = operation('listBooks').parameters.filter((one) => one.in === 'query');
    expect(limit.map(({ value }) => value.narrow)).toEqual([{ type: 'integer', minimum: 1, maximum: 99 }]);
  });

  it('has one reading of each value, which accepts and refuses', () => {
    const [shelf] = operation('listBooks').parameters;
    expect(shelf?.value).toMatchObject({
      narrow: { type: 'string', pattern: '^[A-Z]{2}$' },
      wide: { type: 'string', pattern: '^[A-Z]{2}$' },
      recommended: null,
      format: null,
      acceptingNeeds: [],
    });
    expect(shelf?.reserved).toBeNull();
    expect(shelf?.wire.size).toBe(0);
  });

  it('has the members of its bodies, nested ones by their pointer', () => {
    const body = operation('replaceBooks').body;
    expect(body?.members.map(({ pointer, required }) => [pointer, required])).toEqual([
      ['/title', true],
      ['/pages', false],
      ['/place', true],
      ['/place/row', true],
    ]);
    expect(operation('listBooks').body).toBeNull();
  });

  it('has its answers with their schemas, references resolved', () => {
    expect(operation('listBooks').responses).toMatchObject([
      {
        status: 200,
        mediaType: 'application/json',
        schema: { type: 'array' },
        bodyOptional: false,
        recommended: null,
      },
      { status: 404, mediaType: null, schema: null },
    ]);
  });

  it('asks for the first key that goes in a header, and for none where an operation says so', () => {
    expect(operation('listBooks').security).toMatchObject({ name: 'key', header: 'X-Key' });
    expect(operation('listBooks').security?.forms).toMatchObject([
      { form: 'missing', polarity: 'rejected', statuses: [401] },
      { form: 'empty', polarity: 'rejected', statuses: [401] },
      { form: 'garbage', polarity: 'rejected', statuses: [401] },
    ]);
    expect(operation('replaceBooks').security).toBeNull();
    expect(operation('listBooks', contractOf(LIBRARY.replace(/security: \[\{.*/, ''))).security).toBeNull();
  });

  it('has the invariants of any HTTP service', () => {
    expect(library.invariants.map(({ rule }) => rule)).toEqual(['no-server-error', 'answers-in-time']);
  });

  it('makes a catalogue of requirements for every constraint that it states', () => {
    const ids = buildCatalogue(library).map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'listBooks/success-status',
        'listBooks/declared-statuses-only',
        'listBooks/response-200-schema',
        'listBooks/shelf-pattern-accepted',
        'listBooks/shelf-pattern-rejected',
        'listBooks/limit-maximum-rejected',
        'listBooks/limit-required-rejected',
        'listBooks/x-trace-max-length-accepted',
        'listBooks/x-trace-required-accepted',
        'listBooks/key-garbage-rejected',
        'replaceBooks/title-min-length-rejected',
        'replaceBooks/pages-required-accepted',
        'replaceBooks/place-row-enum-rejected',
        'replaceBooks/place-required-rejected',
      ]),
    );
    expect(ids.filter((id) => id.startsWith('replaceBooks/key'))).toEqual([]);
    expect(ids.filter((id) => id.includes('response-404') || id.includes('observed'))).toEqual([]);
  });

  it('needs consent for writes and nothing else', () => {
    const catalogue = buildCatalogue(library);
    const needs = (id: string) => catalogue.filter((one) => one.operation === id).map((one) => one.needs);
    expect(needs('listBooks').flat()).toEqual([]);
    expect(new Set(needs('replaceBooks').map(String))).toEqual(new Set(['writes']));
  });
});

describe('what a contract cannot be built from', () => {
  it.each([
    ['a cookie', 'in: query, schema', 'in: cookie, schema', 'a cookie parameter'],
    [
      'a parameter of a media type',
      '{ name: X-Trace, in: header, schema: { type: string, maxLength: 8 } }',
      '{ name: X-Trace, in: header, content: {} }',
      'described by "content"',
    ],
    ['a status range', '"404":', '4XX:', 'the status "4XX"'],
    ['a default answer', '"404":', 'default:', 'the status "default"'],
    [
      'another body',
      'content:\n          application/json:\n            schema',
      'content:\n          text/csv:\n            schema',
      'not application/json',
    ],
    [
      'a schema within itself',
      'properties: { title: { type: string } }',
      'properties: { of: { $ref: "#/components/schemas/Books" } }',
      'contains itself',
    ],
    ['a reference to another file', '#/components/schemas/Books', 'books.yaml#/Books', 'leaves the document'],
  ])('is refused with its place: %s', (_, from, to, message) => {
    expect(LIBRARY).toContain(from);
    const fault = faultOf(() => contractOf(LIBRARY.replace(from, to)));
    expect(fault).toMatchObject({
      kind: 'usage',
      code: 'unsupported',
      place: { file: 'library.yaml', line: 7 },
    });
    expect(fault.place.pointer).toMatch(/^\/(?:paths|components)\//);
    expect(fault.message).toContain(message);
  });

  it('is refused where something is missing', () => {
    expect(faultOf(() => contractOf(LIBRARY.replace('operationId: listBooks', 'tags: []')))).toMatchObject({
      code: 'description-incomplete',
      message: expect.stringContaining('operationId'),
    });
    const empty = 'openapi: 3.1.0\ninfo: { title: a, version: "1" }\npaths: {}\n';
    expect(faultOf(() => contractOf(empty))).toMatchObject({ code: 'description-empty' });
  });

  it('is refused where an extension says what is not known', () => {
    const broken = (extension: string) => LIBRARY.replace('summary: Books of a shelf', extension);
    for (const extension of ['x-role: borrow', 'x-basis: guessed', 'x-level: may', 'x-needs: [patience]'])
      expect(faultOf(() => contractOf(broken(extension)))).toMatchObject({ code: 'description-invalid' });
  });
});

describe('extensions', () => {
  const extended = (extension: string) =>
    operation('listBooks', contractOf(LIBRARY.replace('summary: Books of a shelf', extension)));

  it('say how well a statement is founded, which what stands below inherits', () => {
    const { standing, responses, parameters } = extended(
      'x-basis: interpreted\n      x-source: [{ document: a, place: b }]\n      x-needs: [writes]',
    );
    const inherited = { level: 'must', basis: 'interpreted', sources: [{ document: 'a', place: 'b' }] };
    expect(standing).toEqual({ ...inherited, needs: ['writes'] });
    expect(responses[0]?.standing).toMatchObject(inherited);
    expect(parameters[0]?.value.standing).toMatchObject(inherited);
  });

  it('let what is unspecified be only observed, unless a level is written', () => {
    expect(extended('x-basis: unspecified').standing.level).toBe('observe');
    expect(extended('x-basis: unspecified\n      x-level: should').standing.level).toBe('should');
  });

  it('widen a value and recommend more', () => {
    const text = LIBRARY.replace(
      'schema: { type: string, pattern: "^[A-Z]{2}$" }',
      'schema: { type: string, pattern: "^[A-Z]{2}$", x-wide: { pattern: null, maxLength: 9 }, x-recommended: { pattern: "^[A-Z]+$" } }',
    );
    expect(operation('listBooks', contractOf(text)).parameters[0]?.value).toMatchObject({
      narrow: { type: 'string', pattern: '^[A-Z]{2}$' },
      wide: { type: 'string', maxLength: 9 },
      recommended: { type: 'string', pattern: '^[A-Z]+$' },
    });
  });
});

function faultOf(run: () => unknown): Fault {
  try {
    run();
  } catch (fault) {
    if (fault instanceof Fault) return fault;
    throw fault;
  }
  throw new Error('nothing was thrown');
}
