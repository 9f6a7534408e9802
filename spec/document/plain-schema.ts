import type { JsonSchema } from '../contract/contract.ts';
import type { Cursor } from './cursor.ts';

/** Keywords that say nothing about which values are valid. */
const ANNOTATIONS = new Set([
  'title',
  'description',
  'example',
  'examples',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'externalDocs',
  '$comment',
]);

/**
 * A schema of the description as self-contained JSON Schema: `$ref`s inlined, annotations and `x-` members gone.
 * OpenAPI 3.1 schemas are JSON Schema 2020-12 already. A schema that contains itself is refused with its pointer.
 */
export function plainSchema(cursor: Cursor, seen: readonly string[] = []): JsonSchema {
  const here = cursor.resolved();
  if (seen.includes(here.pointer)) throw here.unsupported('a schema that contains itself');
  const trail = [...seen, here.pointer];
  const schema: Record<string, unknown> = {};
  for (const [keyword, value] of here.entries()) {
    if (keyword.startsWith('x-') || ANNOTATIONS.has(keyword)) continue;
    schema[keyword] = plainKeyword(keyword, value, trail);
  }
  return schema;
}

function plainKeyword(keyword: string, value: Cursor, trail: readonly string[]): unknown {
  switch (keyword) {
    case 'properties':
      return Object.fromEntries(value.entries().map(([name, member]) => [name, plainSchema(member, trail)]));
    case 'items':
    case 'not':
    case 'additionalProperties':
      return typeof value.value === 'boolean' ? value.value : plainSchema(value, trail);
    case 'anyOf':
    case 'oneOf':
    case 'allOf':
      return value.items().map((branch) => plainSchema(branch, trail));
    default:
      return value.value;
  }
}
