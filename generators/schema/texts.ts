import fc from 'fast-check';
import type { ValueContract } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Labelled } from '../labelled.ts';
import { breaksOf } from '../language/breaks.ts';
import { type Lengths, membersOf, simplestMember } from '../language/members.ts';
import { shapesOf, stepsOf } from '../language/shapes.ts';
import { readTexts, type TextReadings, targetOf } from './text-readings.ts';
import type { ValueContext } from './value-context.ts';

/** How much longer than allowed `a few too long` goes, and what a text far too long has at least. */
const FEW = 50;
const FAR = 1200;

/** Where nothing bounds the length: beyond what buffers and columns of a careless size hold. */
const FAR_FACTOR = 16;

/** Texts by what they show of the pattern: its shapes where they must be accepted, else the ways out of it. */
export function patternTexts(
  value: ValueContract,
  polarity: Polarity,
  { place }: ValueContext,
): readonly Labelled<string>[] {
  const readings = readTexts(value);
  const known = built.get(readings) ?? new Map<string, readonly Labelled<string>[]>();
  built.set(readings, known);
  const key = `${polarity} ${place}`;
  const texts = known.get(key) ?? buildPatternTexts(readings, polarity, place);
  known.set(key, texts);
  return texts;
}

/** Operations share their readings, and building takes tens of milliseconds. */
const built = new WeakMap<TextReadings, Map<string, readonly Labelled<string>[]>>();

function buildPatternTexts(
  readings: TextReadings,
  polarity: Polarity,
  place: ValueContext['place'],
): readonly Labelled<string>[] {
  const lengths = sendableLengths(readings.narrow.lengths, place);
  if (polarity === 'accepted') return acceptedTexts(readings, lengths);
  return breaksOf(readings.members, targetOf(readings, polarity, place)).flatMap(({ label, automaton }) =>
    labelled(label, membersOf(automaton, lengths)),
  );
}

/** Texts right at a bound of the length, or right beyond it. */
export function lengthTexts(
  value: ValueContract,
  keyword: 'minLength' | 'maxLength',
  polarity: Polarity,
  { place }: ValueContext,
): readonly Labelled<string>[] {
  const readings = readTexts(value);
  const spans = (keyword === 'minLength' ? shortSpans : longSpans)(readings, polarity);
  return spans.flatMap(({ label, ...lengths }) => {
    const sent = sendableLengths(lengths, place);
    if (sent.max !== null && sent.max < sent.min) return [];
    return labelled(label, membersOf(readings.members, sent) ?? membersOf(readings.wide.automaton, sent));
  });
}

/** Any text that must be accepted, short ones mostly. */
export function anyText(value: ValueContract, { place }: ValueContext): fc.Arbitrary<string> | null {
  const { members, narrow } = readTexts(value);
  return membersOf(members, sendableLengths(narrow.lengths, place));
}

/** The shortest text that must be accepted, but not the empty one where another will do. */
export function simplestText(value: ValueContract): string | null {
  const { members, narrow } = readTexts(value);
  const { min, max } = narrow.lengths;
  return simplestMember(members, { min: Math.max(min, 1), max }) ?? simplestMember(members, narrow.lengths);
}

function acceptedTexts({ members, narrow }: TextReadings, lengths: Lengths): Labelled<string>[] {
  const { min, max } = lengths;
  const longest = max ?? min + FEW;
  const middle = Math.max(min, Math.floor(longest / 2));
  return [
    ...labelled('two characters', membersOf(members, within(lengths, 2, 2))),
    ...shapesOf(members).flatMap(({ label, automaton }) => labelled(label, membersOf(automaton, lengths))),
    ...everyStep(members, lengths),
    ...labelled('long', membersOf(members, within(lengths, middle, longest))),
    ...(narrow.has('') && min === 0 ? [{ label: 'empty', arbitrary: fc.constant('') }] : []),
  ];
}

function everyStep(members: TextReadings['members'], lengths: Lengths): Labelled<string>[] {
  const arbitraries = stepsOf(members).flatMap((automaton) => membersOf(automaton, lengths) ?? []);
  const [first, ...others] = arbitraries;
  return first === undefined
    ? []
    : [{ label: 'every step of the pattern', arbitrary: fc.oneof(first, ...others) }];
}

interface Span extends Lengths {
  readonly label: string;
}

function shortSpans({ narrow, recommended, wide }: TextReadings, polarity: Polarity): Span[] {
  const { min } = narrow.lengths;
  switch (polarity) {
    case 'accepted':
      return [
        { label: 'shortest', min, max: min },
        { label: 'one longer than the shortest', min: min + 1, max: min + 1 },
      ];
    case 'recommended':
      return [{ label: 'shorter', min: recommended.lengths.min, max: min - 1 }];
    case 'observed':
      return [{ label: 'shorter', min: wide.lengths.min, max: recommended.lengths.min - 1 }];
    case 'rejected':
      return belowMinimum(wide.lengths.min);
  }
}

function belowMinimum(min: number): Span[] {
  const spans: Span[] = [{ label: 'empty', min: 0, max: 0 }];
  return min > 1 ? [...spans, { label: 'one too short', min: min - 1, max: min - 1 }] : spans;
}

function longSpans({ narrow, recommended, wide }: TextReadings, polarity: Polarity): Span[] {
  const max = narrow.lengths.max ?? 0;
  switch (polarity) {
    case 'accepted':
      return [
        { label: 'longest', min: max, max },
        { label: 'one below the longest', min: max - 1, max: max - 1 },
      ];
    case 'recommended':
      return longer(max, recommended.lengths.max);
    case 'observed':
      return longer(recommended.lengths.max ?? max, wide.lengths.max);
    case 'rejected': {
      const bound = wide.lengths.max ?? 0;
      const far = Math.max(FAR, 2 * bound);
      return [
        { label: 'one too long', min: bound + 1, max: bound + 1 },
        { label: 'a few too long', min: bound + 2, max: bound + FEW },
        { label: 'far too long', min: far, max: far },
      ];
    }
  }
}

/** Lengths above one bound and up to another, or far beyond where there is none. */
function longer(bound: number, limit: number | null): Span[] {
  const last = limit ?? FAR_FACTOR * bound;
  return [
    { label: 'one longer', min: bound + 1, max: bound + 1 },
    { label: 'longer', min: bound + 2, max: last },
    { label: limit === null ? 'very much longer' : 'as long as recommended', min: last, max: last },
  ].filter(({ min, max }) => min <= max && max <= last);
}

function sendableLengths({ min, max }: Lengths, place: ValueContext['place']): Lengths {
  return { min: place === 'path' ? Math.max(min, 1) : min, max };
}

function within({ min, max }: Lengths, from: number, to: number): Lengths {
  return { min: Math.max(min, from), max: max === null ? to : Math.min(max, to) };
}

function labelled(label: string, arbitrary: fc.Arbitrary<string> | null): Labelled<string>[] {
  return arbitrary === null ? [] : [{ label, arbitrary }];
}
