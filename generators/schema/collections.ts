import fc from 'fast-check';
import type { JsonSchema, ValueContract } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Json, Labelled } from '../labelled.ts';
import { verdictOf } from './verdict.ts';

/** Any value that a schema inside another one lets pass; null where we cannot build one. */
export type BuildAny = (schema: JsonSchema) => fc.Arbitrary<Json> | null;

/** How many items or members beyond the least a list or object without upper bound may have. */
const SPARE = 4;

/** Any list that must be accepted. */
export function anyList(schema: JsonSchema, build: BuildAny, size?: Size): fc.Arbitrary<Json> | null {
  const item = isSchema(schema['items']) ? build(schema['items']) : fc.nat({ max: 99 });
  if (item === null) return null;
  const { min, max } = size ?? sizeOf(schema, 'minItems', 'maxItems');
  const bounds = { minLength: min, maxLength: max };
  const lists =
    schema['uniqueItems'] === true
      ? fc.uniqueArray(item, { ...bounds, selector: (one) => JSON.stringify(one) })
      : fc.array<Json>(item, bounds);
  return lists.map((list): Json => list);
}

/** Any object that must be accepted: required members, some of the others, and no unknown ones but to fill up. */
export function anyObject(schema: JsonSchema, build: BuildAny, size?: Size): fc.Arbitrary<Json> | null {
  const required = [schema['required'] ?? []].flat().map(String);
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  const model: Record<string, fc.Arbitrary<Json>> = {};
  for (const name of new Set([...Object.keys(properties), ...required])) {
    const property = properties[name];
    const member = isSchema(property) ? build(property) : fc.nat({ max: 99 });
    if (member === null) return null;
    model[name] = member;
  }
  const { min, max } = size ?? sizeOf(schema, 'minProperties', 'maxProperties');
  const few = Object.keys(model).length > max ? required.slice(0, max) : Object.keys(model);
  const kept = Object.fromEntries(few.flatMap((name) => (model[name] ? [[name, model[name]]] : [])));
  const requiredKeys = min > required.length ? few : required.filter((name) => few.includes(name));
  return fc
    .record<Record<string, Json>, string>(kept, { requiredKeys })
    .map((object): Json => ({ ...object, ...fillers(min - Object.keys(object).length) }));
}

/** Lists and objects that show or break one keyword about their items, members or size. */
export function collectionValues(
  value: ValueContract,
  keyword: string,
  polarity: Polarity,
  build: BuildAny,
): readonly Labelled<Json>[] {
  const isList = keyword.endsWith('Items') || keyword === 'items';
  const make = isList ? anyList : anyObject;
  const any = make(value.narrow, build);
  if (any === null) return [];
  if (polarity === 'accepted') return [{ label: 'any', arbitrary: any }];
  const bound = Number(value.wide[keyword] ?? value.narrow[keyword]);
  switch (keyword) {
    case 'minItems':
    case 'minProperties':
      return sized('one too few', make(value.narrow, build, { min: bound - 1, max: bound - 1 }));
    case 'maxItems':
    case 'maxProperties':
      return sized('one too many', make(value.narrow, build, { min: bound + 1, max: bound + 1 }));
    case 'uniqueItems':
      return [{ label: 'an item twice', arbitrary: any.map((list) => twice(list)) }];
    case 'additionalProperties':
      return [
        {
          label: 'an unknown member',
          arbitrary: any.map((object): Json => ({ ...asObject(object), ...fillers(1) })),
        },
      ];
    case 'items':
      return oddItems(value, polarity, any);
    default:
      return [];
  }
}

interface Size {
  readonly min: number;
  readonly max: number;
}

function sizeOf(schema: JsonSchema, least: string, most: string): Size {
  const min = Number(schema[least] ?? 0);
  return { min, max: Number(schema[most] ?? min + SPARE) };
}

function sized(label: string, arbitrary: fc.Arbitrary<Json> | null): Labelled<Json>[] {
  return arbitrary === null ? [] : [{ label, arbitrary }];
}

function oddItems(value: ValueContract, polarity: Polarity, any: fc.Arbitrary<Json>): Labelled<Json>[] {
  const odd: readonly Json[] = [null, true, 0, 1.5, '', 'a', [], {}];
  return odd
    .filter((item) => verdictOf(value, [item]) === polarity)
    .map((item) => ({
      label: `an item ${JSON.stringify(item)}`,
      arbitrary: any.map((list): Json => [item, ...(Array.isArray(list) ? list.slice(1) : [])]),
    }));
}

function twice(list: Json): Json {
  const items = Array.isArray(list) ? list : [];
  const first = items[0] ?? 1;
  return [first, first, ...items.slice(1, -1)];
}

function fillers(count: number): Record<string, Json> {
  const names = Array.from({ length: Math.max(count, 0) }, (_, index) => `x-unknown-${index + 1}`);
  return Object.fromEntries(names.map((name) => [name, 1]));
}

function asObject(value: Json): Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
