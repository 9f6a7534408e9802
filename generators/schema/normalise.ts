import type { JsonSchema } from '../../spec/contract/contract.ts';
import { Fault, type FaultPlace } from '../../spec/fault.ts';

/** A schema without `allOf`: its branches and what stands beside them merged into one, which lets the same pass. */
export function normalise(schema: JsonSchema, place: FaultPlace): JsonSchema {
  const { allOf, ...rest } = schema;
  if (!Array.isArray(allOf)) return schema;
  return allOf
    .filter(isSchema)
    .map((branch) => normalise(branch, place))
    .reduce<JsonSchema>((merged, branch) => mergeSchemas(merged, branch, place), rest);
}

/** What both schemas let pass. Throws a usage fault where the two contradict, or where we cannot join a keyword. */
export function mergeSchemas(left: JsonSchema, right: JsonSchema, place: FaultPlace): JsonSchema {
  const merged: Record<string, unknown> = { ...left };
  for (const [keyword, value] of Object.entries(right)) {
    const known = merged[keyword];
    merged[keyword] = known === undefined ? value : joinKeyword(keyword, known, value, place);
  }
  return merged;
}

function joinKeyword(keyword: string, left: unknown, right: unknown, place: FaultPlace): unknown {
  if (JSON.stringify(left) === JSON.stringify(right)) return left;
  switch (keyword) {
    case 'minLength':
    case 'minimum':
    case 'exclusiveMinimum':
    case 'minItems':
    case 'minProperties':
      return Math.max(Number(left), Number(right));
    case 'maxLength':
    case 'maximum':
    case 'exclusiveMaximum':
    case 'maxItems':
    case 'maxProperties':
      return Math.min(Number(left), Number(right));
    case 'required':
      return [...new Set([left, right].flat())];
    case 'uniqueItems':
      return left === true || right === true;
    case 'type':
    case 'enum':
      return common(keyword, [left].flat(), [right].flat(), place);
    case 'properties':
      return isSchema(left) && isSchema(right) ? joinProperties(left, right, place) : right;
    case 'items':
      return isSchema(left) && isSchema(right) ? mergeSchemas(left, right, place) : right;
    default:
      throw new Fault(
        'usage',
        'unsupported-keyword',
        `Two different values of ${keyword} in allOf cannot be joined.`,
        {
          place,
          hint: 'Write one schema that says both.',
        },
      );
  }
}

function joinProperties(left: JsonSchema, right: JsonSchema, place: FaultPlace): JsonSchema {
  const joined: Record<string, unknown> = { ...left };
  for (const [name, schema] of Object.entries(right)) {
    const known = joined[name];
    joined[name] = isSchema(known) && isSchema(schema) ? mergeSchemas(known, schema, place) : schema;
  }
  return joined;
}

function common(
  keyword: string,
  left: readonly unknown[],
  right: readonly unknown[],
  place: FaultPlace,
): unknown {
  const both = left.filter((one) => right.some((other) => JSON.stringify(one) === JSON.stringify(other)));
  if (both.length > 0) return both;
  throw new Fault('usage', 'impossible-schema', `No value satisfies both ${keyword} in allOf.`, {
    place,
    hint: `One branch says ${JSON.stringify(left)}, another ${JSON.stringify(right)}.`,
  });
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
