import fc from 'fast-check';
import type { ValueContract } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Labelled } from '../labelled.ts';
import { shortTexts } from '../schema/short-texts.ts';
import { verdictOf } from '../schema/verdict.ts';

/** `none`; every printable ASCII sign inside a name; or every name up to four characters over what readings tell apart. */
export type SweepDepth = 'none' | 'characters' | 'short-names';

/** Length up to which names are enumerated; about 2,500 names. */
const SHORT = 4;

/** Names that are sent one by one and not by chance, each a label of its own. */
export function sweepNames(
  value: ValueContract,
  polarity: Polarity,
  depth: SweepDepth,
): readonly Labelled<string>[] {
  if (depth === 'none') return [];
  const signs = polarity === 'rejected' ? signsInNames(value) : [];
  if (depth === 'characters') return signs.map((text) => constant(`the sign in ${text}`, text));
  const short = [...shortTexts(value, SHORT, { place: 'path' })].filter((one) => one.polarity === polarity);
  return [...signs, ...short.map(({ text }) => text)].map((text) => constant(`the name ${text}`, text));
}

/** `a!b`: every ASCII sign, and the first and last capital, that no reading allows there. */
function signsInNames(value: ValueContract): string[] {
  const signs = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));
  return signs
    .filter((sign) => !/[a-z0-9B-Y]/.test(sign))
    .map((sign) => `a${sign}b`)
    .filter((text) => verdictOf(value, text) === 'rejected');
}

function constant(label: string, text: string): Labelled<string> {
  return { label, arbitrary: fc.constant(text) };
}
