import fc from 'fast-check';
import type { JsonSchema, ValueContract } from '../../spec/contract/contract.ts';
import type { Json } from '../labelled.ts';
import { anyList, anyObject } from './collections.ts';
import { mergeSchemas, normalise } from './normalise.ts';
import { anyNumber } from './numbers.ts';
import { anyText, simplestText } from './texts.ts';
import type { ValueContext } from './value-context.ts';
import { isValid } from './verdict.ts';

/** Values that the narrow reading of a contract lets pass, by construction; null where we cannot build one. */
export function anyValue(value: ValueContract, context: ValueContext): fc.Arbitrary<Json> | null {
  const narrow = normalise(value.narrow, value.location);
  const branches = narrow['anyOf'] ?? narrow['oneOf'];
  if (Array.isArray(branches)) return anyBranch(value, narrow, branches, context);
  if (narrow['const'] !== undefined) return fc.constant(narrow['const'] as Json);
  if (Array.isArray(narrow['enum'])) {
    const listed = (narrow['enum'] as Json[]).filter((one) => isValid(narrow, one));
    return listed.length === 0 ? null : fc.constantFrom(...listed);
  }
  const arbitraries = typesOf(narrow).flatMap((type) => ofType(type, { ...value, narrow }, context) ?? []);
  const [simplest, ...others] = arbitraries;
  if (simplest === undefined) return null;
  return others.length === 0 ? simplest : fc.oneof({ withCrossShrink: true }, simplest, ...others);
}

/** The smallest value that the narrow reading lets pass, but text of one character rather than none. */
export function simplestOf(value: ValueContract, context: ValueContext): Json | undefined {
  const narrow = normalise(value.narrow, value.location);
  const candidates = [
    ...('const' in narrow ? [narrow['const']] : []),
    ...[narrow['enum'] ?? []].flat(),
    ...(typesOf(narrow).includes('string') ? [simplestText({ ...value, narrow })] : []),
    ...[0, 1, narrow['minimum'], narrow['maximum'], false, [], {}, null],
  ] as Json[];
  const found = candidates.find((one) => one !== undefined && isValid(narrow, one));
  if (found !== undefined) return found;
  const any = anyValue(value, context);
  return any === null ? undefined : fc.sample(any, { seed: 0, numRuns: 1 })[0];
}

/** The JSON types of a schema; where it names none, those that its keywords speak of. */
export function typesOf(schema: JsonSchema): readonly string[] {
  if (schema['type'] !== undefined) return [schema['type']].flat().map(String);
  const spoken = Object.entries(TYPE_KEYWORDS).filter(([, keywords]) =>
    keywords.some((keyword) => schema[keyword] !== undefined),
  );
  return spoken.length === 0 ? ['string'] : spoken.map(([type]) => type);
}

const TYPE_KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  string: ['pattern', 'minLength', 'maxLength'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required', 'additionalProperties', 'minProperties', 'maxProperties'],
};

function ofType(type: string, value: ValueContract, context: ValueContext): fc.Arbitrary<Json> | null {
  const build = (schema: JsonSchema) => anyValue(plainContract(value, schema), { ...context, place: 'body' });
  switch (type) {
    case 'string':
      return anyText(value, context);
    case 'integer':
    case 'number':
      return anyNumber(value);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return anyList(value.narrow, build);
    case 'object':
      return anyObject(value.narrow, build);
    default:
      return null;
  }
}

function anyBranch(
  value: ValueContract,
  narrow: JsonSchema,
  branches: readonly unknown[],
  context: ValueContext,
): fc.Arbitrary<Json> | null {
  const { anyOf: _anyOf, oneOf: _oneOf, ...rest } = narrow;
  const arbitraries = branches.flatMap((branch) => {
    const merged = mergeSchemas(rest, branch as JsonSchema, value.location);
    return anyValue({ ...value, narrow: merged }, context) ?? [];
  });
  const [first, ...others] = arbitraries;
  if (first === undefined) return null;
  // What fits two branches of oneOf fits none; that is rare, and cannot be told from the branches alone.
  return fc.oneof({ withCrossShrink: true }, first, ...others).filter((one) => isValid(narrow, one));
}

/** A schema inside a value, where no reading differs. */
export function plainContract(value: ValueContract, schema: JsonSchema): ValueContract {
  return { ...value, narrow: schema, wide: schema, recommended: null, format: null };
}
