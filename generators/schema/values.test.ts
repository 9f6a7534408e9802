import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonSchema, ValueContract } from '../../spec/contract/contract.ts';
import { keywordsOf, polaritiesOf } from '../../spec/contract/polarity.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Json, Labelled } from '../labelled.ts';
import { contract, SHARING_VALUES } from './sharing-contracts.fixture.ts';
import { acceptedValue, simplestValue, type ValueContext, valuesFor } from './values.ts';

const CLOCK = new Date('2026-03-04T05:06:07Z');
const RUNS = 60;

/** Values of other descriptions, so that nothing leans on this one. */
const FOREIGN: Readonly<Record<string, { value: ValueContract; place: ValueContext['place'] }>> = {
  'an integer': body({ type: 'integer', minimum: 1, maximum: 9 }),
  'a number beyond a bound': body({
    type: 'number',
    exclusiveMinimum: 0,
    exclusiveMaximum: 10,
    multipleOf: 2,
  }),
  'a choice': body({ type: 'string', enum: ['asc', 'desc'] }),
  'a date': body({ type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
  'a version': body({ type: 'string', pattern: '^v[0-9]+(?:\\.[0-9]+)*$' }),
  'a pattern without anchors': body({ type: 'string', pattern: 'abc', maxLength: 20 }),
  'short text': body({ type: 'string', minLength: 3, maxLength: 5 }),
  'a boolean': body({ type: 'boolean' }),
  'a list': body({
    type: 'array',
    items: { type: 'string', minLength: 1 },
    minItems: 1,
    maxItems: 3,
    uniqueItems: true,
  }),
  'an object': body({
    type: 'object',
    properties: { a: { type: 'integer' }, b: { type: 'string' } },
    required: ['a'],
    additionalProperties: false,
  }),
  'one of two': body({ anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^[a-z]+$' }] }),
  'both of two': body({ allOf: [{ type: 'string', minLength: 2 }, { maxLength: 4 }] }),
  'a path number': { value: contract({ narrow: { type: 'integer', minimum: 1 } }), place: 'path' },
};

const VALUES = Object.entries({ ...SHARING_VALUES, ...FOREIGN });

/** Every label that a value has, with what it claims. */
const CLAIMS = VALUES.flatMap(([name, { value, place }]) =>
  keywordsOf(value).flatMap((keyword) =>
    polaritiesOf(value, keyword, place).map((polarity) => ({
      title: `${name} ${keyword} ${polarity}`,
      value,
      keyword,
      polarity,
      labelled: valuesFor(value, keyword, polarity, { clock: CLOCK, place }),
    })),
  ),
);

describe('valuesFor', () => {
  it.each(CLAIMS)('has something to send for $title, each label once', ({ labelled }) => {
    const labels = labelled.map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(0);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => label.trim() === '')).toEqual([]);
  });

  it.each(CLAIMS)('draws what Ajv calls $title', ({ value, keyword, polarity, labelled }) => {
    const wrong = labelled.flatMap(({ label, arbitrary }) =>
      sample(arbitrary)
        .filter((drawn) => !mayBe(value, keyword, polarity, drawn))
        .map((drawn) => ({ label, drawn })),
    );
    expect(wrong).toEqual([]);
  });

  it.each(CLAIMS)('draws the same $title from the same seed', ({ labelled }) => {
    const draws = () => labelled.map(({ arbitrary }) => sample(arbitrary, 20));
    expect(draws()).toEqual(draws());
  });

  it.each(CLAIMS)('keeps the claim of $title while it shrinks', ({ value, keyword, polarity, labelled }) => {
    const minima = labelled.map((one) => minimum(one));
    expect(minima.filter((least) => !mayBe(value, keyword, polarity, least))).toEqual([]);
  });

  it('breaks the labelled keyword alone', () => {
    const alone = CLAIMS.filter(
      ({ polarity, keyword }) => polarity === 'rejected' && keyword.endsWith('Length'),
    );
    const others = alone.flatMap(({ value, keyword, labelled }) =>
      labelled.flatMap(({ arbitrary }) =>
        sample(arbitrary).filter(
          (drawn) => drawn !== '' && !isValid({ ...value.wide, [keyword]: undefined }, drawn),
        ),
      ),
    );
    expect(others).toEqual([]);
  });

  it('has nothing where readings leave nothing', () => {
    const { value } = SHARING_VALUES.account;
    expect(valuesFor(value, 'pattern', 'rejected', { clock: CLOCK, place: 'body' })).toEqual([]);
    expect(valuesFor(value, 'const', 'accepted', { clock: CLOCK, place: 'body' })).toEqual([]);
  });

  it('offers for the permit what people would try', () => {
    const { value, place } = SHARING_VALUES.permit;
    const drawn = valuesFor(value, 'const', 'rejected', { clock: CLOCK, place }).flatMap(({ arbitrary }) =>
      sample(arbitrary, 200),
    );
    const due = ['', 'Read', 'READ', ' read', 'read ', 'rea', 'r', 'reads', 'write', 'pull', 'push', 'admin'];
    expect(drawn).toEqual(expect.arrayContaining([...due, 'read,write']));
  });
});

describe('simplestValue and acceptedValue', () => {
  it.each([
    ['namespace', 'a'],
    ['repository', 'a'],
    ['account', 'a'],
    ['permit', 'read'],
    ['deadline', 'forever'],
    ['description', 'a'],
  ] as const)('begin for a %s with %j and shrink to it', (name, simplest) => {
    const { value, place } = SHARING_VALUES[name];
    const context = { clock: CLOCK, place };
    expect(simplestValue(value, context)).toBe(simplest);
    const arbitrary = acceptedValue(value, context);
    expect(minimum({ label: name, arbitrary })).toBe(simplest);
  });

  it.each(VALUES)('accept %s', (_, { value, place }) => {
    const context = { clock: CLOCK, place };
    const drawn = [simplestValue(value, context), ...sample(acceptedValue(value, context))];
    expect(drawn.filter((one) => !isValid(value.narrow, one))).toEqual([]);
  });

  it('refuse a schema that nothing satisfies', () => {
    const impossible = contract({ narrow: { type: 'string', minLength: 3, maxLength: 2 } });
    expect(() => acceptedValue(impossible, { clock: CLOCK, place: 'body' })).toThrow('No value can be built');
    const torn = contract({ narrow: { allOf: [{ type: 'string' }, { type: 'integer' }] } });
    expect(() => acceptedValue(torn, { clock: CLOCK, place: 'body' })).toThrow(
      'No value satisfies both type',
    );
  });
});

function body(narrow: JsonSchema) {
  return { value: contract({ narrow }), place: 'body' as const };
}

function sample(arbitrary: fc.Arbitrary<Json>, numRuns = RUNS): Json[] {
  return fc.sample(arbitrary, { seed: 11, numRuns });
}

/** What a label shrinks to when every value of it fails. */
function minimum({ arbitrary }: Labelled<Json>): Json {
  const property = fc.property(arbitrary, (_: Json) => false);
  const { counterexample } = fc.check(property, { seed: 5, numRuns: 1 });
  return counterexample === null ? 'nothing drawn' : counterexample[0];
}

/** Formats say more than schemas: their claims are looked at where the formats are tested. */
function mayBe(value: ValueContract, keyword: string, polarity: Polarity, drawn: Json): boolean {
  if (keyword === 'format') return polarity !== 'accepted' || isValid(value.narrow, drawn);
  const { narrow, wide, recommended } = value;
  const claims: Record<Polarity, boolean> = {
    accepted: isValid(narrow, drawn),
    recommended: recommended !== null && isValid(recommended, drawn) && !isValid(narrow, drawn),
    rejected: !isValid(wide, drawn),
    observed: isValid(wide, drawn) && !isValid(narrow, drawn),
  };
  return claims[polarity];
}

const VALIDATORS = new Map<string, ValidateFunction>();

function isValid(schema: JsonSchema, value: unknown): boolean {
  const text = JSON.stringify(schema);
  const validate = VALIDATORS.get(text) ?? new Ajv2020({ strict: false }).compile(JSON.parse(text));
  VALIDATORS.set(text, validate);
  return validate(value) === true;
}
