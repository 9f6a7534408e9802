import type * as fc from 'fast-check';
import type { ValueContract } from '../../spec/contract/contract.ts';
import { polaritiesOf } from '../../spec/contract/polarity.ts';
import { Fault } from '../../spec/fault.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Json, Labelled } from '../labelled.ts';
import { anyValue, plainContract, simplestOf } from './any-value.ts';
import { branchValues } from './branches.ts';
import { collectionValues } from './collections.ts';
import { constantValues } from './constants.ts';
import { formatNamed } from './formats.ts';
import { boundNumbers } from './numbers.ts';
import { lengthTexts, patternTexts } from './texts.ts';
import type { ValueContext } from './value-context.ts';
import { verdictOf } from './verdict.ts';
import { wrongTypes } from './wrong-types.ts';

export type { ValueContext } from './value-context.ts';

const known = new WeakMap<ValueContract, Map<string, readonly Labelled<Json>[]>>();

/**
 * Values that show one keyword of a value in one polarity, by what they have in common; likely breakers first.
 * Rejected ones break that keyword alone wherever a value can. Empty where there is nothing to send. What the
 * schemas can say of a value is confirmed with Ajv as it is drawn; a contradiction is our own fault, and thrown.
 */
export function valuesFor(
  value: ValueContract,
  keyword: string,
  polarity: Polarity,
  context: ValueContext,
): readonly Labelled<Json>[] {
  const ofValue = known.get(value) ?? new Map<string, readonly Labelled<Json>[]>();
  known.set(value, ofValue);
  const key = `${keyword} ${polarity} ${context.place} ${context.clock.getTime()}`;
  const found = ofValue.get(key) ?? build(value, keyword, polarity, context);
  ofValue.set(key, found);
  return found;
}

/** The smallest value that must be accepted: `a`, `forever`, `read`. */
export function simplestValue(value: ValueContract, context: ValueContext): Json {
  const simplest = formatNamed(value.format)?.simplest ?? simplestOf(value, context);
  if (simplest === undefined) throw unbuildable(value);
  return simplest;
}

/** Any value that must be accepted; shrinks to the simplest one. */
export function acceptedValue(value: ValueContract, context: ValueContext): fc.Arbitrary<Json> {
  const any = formatNamed(value.format)?.any?.(context) ?? anyValue(value, context);
  if (any === null) throw unbuildable(value);
  return any;
}

function build(
  value: ValueContract,
  keyword: string,
  polarity: Polarity,
  context: ValueContext,
): readonly Labelled<Json>[] {
  if (!polaritiesOf(value, keyword, context.place).includes(polarity)) return [];
  const ofFormat = formatNamed(value.format)?.values(value, keyword, polarity, context);
  const values = ofFormat ?? ofKeyword(value, keyword, polarity, context);
  if (keyword === 'format') return values;
  return values.map(({ label, arbitrary }) => ({
    label,
    arbitrary: confirmed(value, polarity, label, arbitrary),
  }));
}

function ofKeyword(
  value: ValueContract,
  keyword: string,
  polarity: Polarity,
  context: ValueContext,
): readonly Labelled<Json>[] {
  switch (keyword) {
    case 'type':
      return polarity === 'accepted' || context.place !== 'body'
        ? []
        : wrongTypes(value, polarity, acceptedValue(value, context));
    case 'const':
    case 'enum':
      return constantValues(value, keyword, polarity);
    case 'pattern':
      return patternTexts(value, polarity, context);
    case 'minLength':
    case 'maxLength':
      return lengthTexts(value, keyword, polarity, context);
    case 'minimum':
    case 'exclusiveMinimum':
    case 'maximum':
    case 'exclusiveMaximum':
    case 'multipleOf':
      return boundNumbers(value, keyword, polarity);
    case 'anyOf':
    case 'oneOf':
    case 'allOf':
      return branchValues(value, polarity, acceptedValue(value, context));
    default:
      return collectionValues(value, keyword, polarity, (schema) =>
        anyValue(plainContract(value, schema), { ...context, place: 'body' }),
      );
  }
}

/** The same values; each is held to the schemas, and one that they contradict is never sent. */
function confirmed(
  value: ValueContract,
  polarity: Polarity,
  label: string,
  arbitrary: fc.Arbitrary<Json>,
): fc.Arbitrary<Json> {
  return arbitrary.filter((drawn) => {
    const verdict = verdictOf(value, drawn);
    if (verdict === polarity) return true;
    throw new Fault(
      'internal',
      'wrong-value',
      `"${label}" drew ${JSON.stringify(drawn)}, which is ${verdict}.`,
      {
        place: value.location,
        hint: `It was to be ${polarity}; please report this description.`,
      },
    );
  });
}

function unbuildable(value: ValueContract): Fault {
  return new Fault('usage', 'impossible-schema', 'No value can be built that this schema accepts.', {
    place: value.location,
    hint: 'Look for keywords that contradict each other.',
  });
}
