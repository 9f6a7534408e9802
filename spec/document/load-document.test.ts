import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeFault, Fault } from '../fault.ts';
import { loadDocument } from './load-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'load-document-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SMALL = `openapi: 3.1.0
info:
  title: Small
  version: "1"
paths:
  /things/{id}:
    get:
      operationId: showThing
      parameters:
        - name: id
          in: path
          required: true
          schema: { type: string }
      responses:
        "200":
          description: OK
`;

describe('loadDocument', () => {
  it('reads YAML and JSON, and knows the digest of their bytes', async () => {
    const file = write('small.yaml', SMALL);
    const document = await loadDocument(file);
    expect(document.file).toBe(file);
    expect(document.root).toMatchObject({ openapi: '3.1.0', info: { title: 'Small' } });
    expect(document.digest).toBe(`sha256:${createHash('sha256').update(SMALL).digest('hex')}`);
    const json = await loadDocument(write('small.json', JSON.stringify(document.root, null, 2)));
    expect(json.root).toEqual(document.root);
    expect(json.digest).not.toBe(document.digest);
  });

  it('knows the line of every pointer, or of its nearest ancestor', async () => {
    const { lineOf } = await loadDocument(write('lines.yaml', SMALL));
    expect(lineOf('')).toBe(1);
    expect(lineOf('/info/version')).toBe(4);
    expect(lineOf('/paths/~1things~1{id}/get/operationId')).toBe(8);
    expect(lineOf('/paths/~1things~1{id}/get/parameters/0/in')).toBe(11);
    expect(lineOf('/paths/~1things~1{id}/get/responses/200/description')).toBe(16);
    expect(lineOf('/paths/~1things~1{id}/get/responses/404')).toBe(14);
    expect(lineOf('/nowhere/at/all')).toBe(1);
  });

  it('leaves references as they are written', async () => {
    const document = SMALL.replace('schema: { type: string }', 'schema: { $ref: "#/components/schemas/Id" }');
    const text = `${document}components:\n  schemas:\n    Id: { type: string }\n`;
    const { root } = await loadDocument(write('reference.yaml', text));
    expect(JSON.stringify(root)).toContain('"$ref":"#/components/schemas/Id"');
  });

  it('says which file cannot be read', async () => {
    const file = join(folder, 'missing.yaml');
    const fault = await faultOf(file);
    expect(fault).toMatchObject({ kind: 'usage', code: 'description-unreadable', place: { file } });
    expect(describeFault(fault)).toContain(`${file}: The description cannot be read`);
    expect(await faultOf(folder)).toMatchObject({ code: 'description-unreadable' });
  });

  it('says at which line the YAML is broken', async () => {
    const file = write('broken.yaml', SMALL.replace('  title: Small', '  title: "Small'));
    const fault = await faultOf(file);
    expect(fault).toMatchObject({ kind: 'usage', code: 'description-not-yaml', place: { file } });
    expect(fault.place.line).toBeGreaterThan(2);
    expect(fault.message).not.toMatch(/at line \d/);
  });

  it.each([
    ['a tab for indentation', SMALL.replace('  title', '\ttitle'), 3],
    ['a key twice', SMALL.replace('  version: "1"', '  title: Again\n  version: "1"'), 4],
  ])('finds %s', async (_, text, line) => {
    expect(await faultOf(write('broken.yaml', text))).toMatchObject({
      code: 'description-not-yaml',
      place: { line },
    });
  });

  it('finds an alias to nothing', async () => {
    const file = write('alias.yaml', SMALL.replace('title: Small', 'title: *nothing'));
    expect(await faultOf(file)).toMatchObject({ code: 'description-not-yaml', place: { file } });
  });

  it.each([
    ['Swagger 2.0', 'swagger: "2.0"\ninfo: {}\n'],
    ['a version to come', SMALL.replace('3.1.0', '4.0.0')],
    ['a version that is a number', SMALL.replace('3.1.0', '3.1')],
    ['a list', '- a\n- b\n'],
    ['plain text', 'hello\n'],
    ['nothing', ''],
  ])('refuses %s', async (_, text) => {
    expect(await faultOf(write('other.yaml', text))).toMatchObject({ code: 'description-not-openapi' });
  });

  it('says at which line a document breaks the rules of OpenAPI', async () => {
    const file = write('invalid.yaml', SMALL.replace('in: path', 'in: somewhere'));
    const fault = await faultOf(file);
    expect(fault).toMatchObject({ kind: 'usage', code: 'description-invalid', place: { file } });
    expect(fault.place.pointer).toContain('/paths/~1things~1{id}/get/parameters/0');
    expect(fault.place.line).toBeGreaterThanOrEqual(9);
    expect(fault.place.line).toBeLessThanOrEqual(12);
  });

  it('says so where a reference leads nowhere', async () => {
    const text = SMALL.replace('schema: { type: string }', 'schema: { $ref: "#/components/schemas/Gone" }');
    expect(await faultOf(write('dangling.yaml', text))).toMatchObject({ code: 'description-invalid' });
  });
});

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function faultOf(file: string): Promise<Fault> {
  const fault: unknown = await loadDocument(file).catch((reason: unknown) => reason);
  if (fault instanceof Fault) return fault;
  throw new Error(`no fault was thrown, but ${String(fault)}`);
}
