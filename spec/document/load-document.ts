import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import SwaggerParser from '@apidevtools/swagger-parser';
import { type Document, isMap, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { Fault } from '../fault.ts';
import { splitPointer } from './pointer.ts';

/** An OpenAPI document as it was written, with the line of every pointer. */
export interface LoadedDocument {
  readonly file: string;
  readonly root: unknown;
  /** `sha256:` and the hex digest of the file's bytes. */
  readonly digest: string;
  /** Line (from 1) of a pointer, or of its nearest ancestor that stands in the file. */
  readonly lineOf: (pointer: string) => number;
}

/**
 * Reads, parses and validates an OpenAPI 3.0 or 3.1 document in YAML or JSON.
 * @throws Fault `usage` with file and line: unreadable, not YAML, or not a valid description.
 */
export async function loadDocument(file: string): Promise<LoadedDocument> {
  const bytes = readBytes(file);
  const lines = new LineCounter();
  const tree = parseDocument(bytes.toString('utf8'), { lineCounter: lines });
  const broken = tree.errors[0];
  if (broken !== undefined) {
    const line = lines.linePos(broken.pos[0]).line;
    const reason = broken.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'not YAML';
    throw new Fault('usage', 'description-not-yaml', `The description is not valid YAML or JSON: ${reason}`, {
      place: { file, line },
      hint: 'Mend the syntax at that line; --spec takes an OpenAPI 3.0 or 3.1 document.',
      cause: broken,
    });
  }
  const lineOf = (pointer: string): number => nearestLine(tree.contents, lines, pointer);
  const root = plainData(file, tree);
  await validate(file, root, lineOf);
  return { file, root, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, lineOf };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Fault('usage', 'description-unreadable', `The description cannot be read: ${reasonOf(cause)}`, {
      place: { file },
      hint: 'Give the path of an OpenAPI 3.0 or 3.1 document to --spec.',
      cause,
    });
  }
}

/** Aliases are only followed here; one that leads nowhere, or to ever more of them, is found now. */
function plainData(file: string, tree: Document.Parsed): unknown {
  try {
    return tree.toJS({ maxAliasCount: 1000 });
  } catch (cause) {
    throw new Fault(
      'usage',
      'description-not-yaml',
      `The description is not valid YAML: ${reasonOf(cause)}`,
      {
        place: { file },
        hint: 'Mend its aliases; --spec takes an OpenAPI 3.0 or 3.1 document.',
        cause,
      },
    );
  }
}

async function validate(file: string, root: unknown, lineOf: (pointer: string) => number): Promise<void> {
  const version = typeof root === 'object' && root !== null ? Reflect.get(root, 'openapi') : undefined;
  if (typeof version !== 'string' || !/^3\.[01]\./.test(version)) {
    throw new Fault(
      'usage',
      'description-not-openapi',
      'The description does not say openapi: 3.0.x or 3.1.x',
      {
        place: { file, line: lineOf('/openapi') },
        hint: 'Swagger 2.0 and other formats are not read; convert the document first.',
      },
    );
  }
  try {
    // The parser dereferences what it is given in place, so it gets a copy of its own.
    await SwaggerParser.validate(file, structuredClone(root) as never, {});
  } catch (cause) {
    const detail = firstDetail(cause);
    throw new Fault(
      'usage',
      'description-invalid',
      `The description is not valid OpenAPI: ${detail.message}`,
      {
        place: { file, line: lineOf(detail.pointer), pointer: detail.pointer },
        hint: 'Mend the document there; nothing was sent.',
        cause,
      },
    );
  }
}

/** The deepest of the validator's complaints: the shallow ones only repeat that something below is wrong. */
function firstDetail(cause: unknown): { pointer: string; message: string } {
  const details = cause instanceof Error ? Reflect.get(cause, 'details') : undefined;
  const list: unknown[] = Array.isArray(details) ? details : [];
  let best: { pointer: string; message: string } | undefined;
  for (const item of list) {
    if (typeof item !== 'object' || item === null) continue;
    const pointer = Reflect.get(item, 'instancePath');
    const message = Reflect.get(item, 'message');
    if (typeof pointer !== 'string' || typeof message !== 'string') continue;
    if (best === undefined || splitPointer(pointer).length > splitPointer(best.pointer).length) {
      best = { pointer, message };
    }
  }
  return best ?? { pointer: '', message: reasonOf(cause).split('\n')[0] ?? 'invalid' };
}

function nearestLine(contents: ParsedNode | null, lines: LineCounter, pointer: string): number {
  let node: unknown = contents;
  let offset = contents?.range[0] ?? 0;
  for (const token of splitPointer(pointer)) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === token);
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(token)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return lines.linePos(offset).line;
}

function startOf(node: unknown): number | undefined {
  const range = typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
