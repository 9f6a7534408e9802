import fc from 'fast-check';
import type { ValueContract } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Labelled } from '../labelled.ts';
import type { ValueFormat } from '../schema/value-format.ts';
import { verdictOf } from '../schema/verdict.ts';
import { acceptedDeadlines, deadlineForms } from './deadline-accepted.ts';
import { unspecifiedDeadlines } from './deadline-observed.ts';
import { digitlessDeadlines, impossibleDeadlines } from './deadline-rejected.ts';

/**
 * `forever`, or an instant of the calendar, two days ahead of the run's clock or more. What differs in shape is the
 * matter of `pattern`, what has the shape and no meaning that of `format`.
 */
export const deadline: ValueFormat = {
  values: (value, keyword, polarity, { clock }) => {
    if (keyword === 'format') return ofFormat(value, polarity, clock);
    if (keyword === 'pattern') return ofPattern(value, polarity, clock);
    return polarity === 'accepted' ? deadlineForms(clock) : null;
  },
  any: ({ clock }) => {
    const [simplest, ...others] = deadlineForms(clock).map(({ arbitrary }) => arbitrary);
    return simplest === undefined
      ? fc.constant('forever')
      : fc.oneof({ withCrossShrink: true }, simplest, ...others);
  },
  simplest: 'forever',
};

function ofFormat(value: ValueContract, polarity: Polarity, clock: Date): readonly Labelled<string>[] {
  switch (polarity) {
    case 'accepted':
      return acceptedDeadlines(clock);
    case 'rejected':
      return impossibleDeadlines(clock);
    case 'observed':
      return unspecifiedDeadlines(clock).filter(
        (one) => value.narrow['pattern'] === undefined || verdictOfOne(value, one) === 'accepted',
      );
    case 'recommended':
      return [];
  }
}

function ofPattern(value: ValueContract, polarity: Polarity, clock: Date): readonly Labelled<string>[] {
  const all = {
    accepted: deadlineForms,
    recommended: () => [],
    rejected: digitlessDeadlines,
    observed: unspecifiedDeadlines,
  }[polarity](clock);
  return all.filter((one) => verdictOfOne(value, one) === polarity);
}

/** All values of a label fare alike under the schemas, so that one speaks for them. */
function verdictOfOne(value: ValueContract, { arbitrary }: Labelled<string>): Polarity {
  const [one] = fc.sample(arbitrary, { seed: 1, numRuns: 1 });
  return verdictOf(value, one);
}
