import type { JsonSchema } from '../../spec/contract/contract.ts';
import { Fault, type FaultPlace } from '../../spec/fault.ts';
import { compilePattern } from '../language/pattern.ts';

const SUPPORTED: ReadonlySet<string> = new Set([
  'type',
  'const',
  'enum',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
  'items',
  'minItems',
  'maxItems',
  'uniqueItems',
  'properties',
  'required',
  'additionalProperties',
  'minProperties',
  'maxProperties',
  'anyOf',
  'oneOf',
  'allOf',
  '$ref',
]);

/**
 * Throws a usage fault, with its pointer, for the first keyword of a schema that we cannot generate for, and for
 * patterns with assertions or back-references: never is a keyword silently taken for something else.
 */
export function checkSupported(schema: JsonSchema, place: FaultPlace): void {
  for (const [keyword, value] of Object.entries(schema)) {
    const here = { ...place, pointer: `${place.pointer ?? ''}/${escapeToken(keyword)}` };
    if (!SUPPORTED.has(keyword)) {
      throw new Fault('usage', 'unsupported-keyword', `The keyword ${keyword} is not supported.`, {
        place: here,
        hint: 'Express the constraint with other keywords, or take it out of the request.',
      });
    }
    if (keyword === 'pattern') compilePattern(String(value), here);
    for (const [pointer, child] of childrenOf(keyword, value)) {
      checkSupported(child, { ...here, pointer: here.pointer + pointer });
    }
  }
}

function childrenOf(keyword: string, value: unknown): (readonly [pointer: string, schema: JsonSchema])[] {
  switch (keyword) {
    case 'items':
    case 'additionalProperties':
      return isObject(value) ? [['', value]] : [];
    case 'properties':
    case 'anyOf':
    case 'oneOf':
    case 'allOf':
      return isObject(value)
        ? Object.entries(value).flatMap(([name, child]) =>
            isObject(child) ? [[`/${escapeToken(name)}`, child] as const] : [],
          )
        : [];
    default:
      return [];
  }
}

/** RFC 6901 §3. */
function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
