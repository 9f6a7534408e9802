import { isDeepStrictEqual } from 'node:util';
import type { Polarity, Subject } from '../requirements/requirement.ts';
import type { ValueContract } from './contract.ts';

/** Constraint keywords with generators; `required` is a matter of the object around the value. */
const TESTABLE = [
  'type',
  'const',
  'enum',
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
  'minProperties',
  'maxProperties',
  'additionalProperties',
  'anyOf',
  'oneOf',
  'allOf',
] as const;

/** What each hand-written format (`x-format`) draws beyond the keywords of its schema. */
const FORMATS: Readonly<Record<string, readonly Polarity[]>> = {
  deadline: ['accepted', 'rejected', 'observed'],
  text: ['accepted', 'recommended', 'observed'],
  account: ['accepted', 'observed'],
};

const JSON_TYPES = ['array', 'boolean', 'null', 'number', 'object', 'string'];

/** The constraint keywords of a value that can be tested, `format` for a hand-written meaning among them. */
export function keywordsOf(value: ValueContract): readonly string[] {
  const keywords = TESTABLE.filter((keyword) => value.narrow[keyword] !== undefined);
  return value.format === null ? keywords : [...keywords, 'format'];
}

/**
 * The polarities in which a keyword of a value has something to send. `rejected` needs the keyword in the wide
 * reading too; `recommended` and `observed` need readings that differ in it. A path never carries an empty
 * segment, and knows text only, so that its types are not tested.
 */
export function polaritiesOf(
  value: ValueContract,
  keyword: string,
  place: Subject['in'] = 'body',
): readonly Polarity[] {
  if (keyword === 'format') return value.format === null ? [] : (FORMATS[value.format] ?? ['accepted']);
  if (value.narrow[keyword] === undefined) return [];
  if (keyword === 'type' && place !== 'body') return [];
  const narrow = value.narrow[keyword];
  const wide = value.wide[keyword];
  const recommended = value.recommended === null ? narrow : value.recommended[keyword];
  const polarities: Polarity[] = keyword === 'type' ? [] : ['accepted'];
  const reaches = place !== 'path' || keyword !== 'minLength' || Number(narrow) > 1;
  if (reaches && !isDeepStrictEqual(recommended, narrow)) polarities.push('recommended');
  if (canRefuse(keyword, wide, place)) polarities.push('rejected');
  if (reaches && !isDeepStrictEqual(wide, recommended)) polarities.push('observed');
  return polarities;
}

function canRefuse(keyword: string, wide: unknown, place: Subject['in']): boolean {
  if (wide === undefined) return false;
  switch (keyword) {
    case 'type':
      return !JSON_TYPES.every((type) => [wide].flat().includes(type));
    case 'minLength':
      return Number(wide) > (place === 'path' ? 1 : 0);
    case 'minItems':
    case 'minProperties':
      return Number(wide) > 0;
    case 'uniqueItems':
      return wide === true;
    case 'additionalProperties':
    case 'items':
      return wide !== true;
    default:
      return true;
  }
}
