import type { ValueContract } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { CharacterClass } from '../language/alphabet.ts';
import { usedClasses } from '../language/automaton.ts';
import { isSendable, readTexts, type TextReadings } from './text-readings.ts';
import type { ValueContext } from './value-context.ts';

export interface ShortText {
  readonly text: string;
  readonly polarity: Polarity;
}

/** Up to this length every edge of every range is sent, not only one character per kind. */
const EDGES_TO = 2;

/**
 * Every text up to a length over one character of each kind that the readings tell apart, and every text of one or
 * two characters over both ends of each range, their neighbours and one character of each family: for short texts
 * nothing is left to chance. Shortest first, without repetition, each with what must become of it.
 */
export function* shortTexts(
  value: ValueContract,
  length: number,
  { place }: Pick<ValueContext, 'place'>,
): IterableIterator<ShortText> {
  const readings = readTexts(value);
  const kinds = kindsOf(readings);
  const edges = edgesOf(readings);
  const seen = new Set<string>();
  for (let size = 0; size <= length; size += 1) {
    for (const text of textsOver(size <= EDGES_TO ? new Set([...kinds, ...edges]) : kinds, size)) {
      if (seen.has(text) || !isSendable(readings, text, place)) continue;
      seen.add(text);
      yield { text, polarity: polarityOf(readings, text) };
    }
  }
}

function polarityOf({ narrow, recommended, wide }: TextReadings, text: string): Polarity {
  if (!wide.has(text)) return 'rejected';
  if (narrow.has(text)) return 'accepted';
  return recommended.has(text) ? 'recommended' : 'observed';
}

/** One character for all that every reading treats alike, the simplest of them. */
function kindsOf(readings: TextReadings): ReadonlySet<string> {
  const kinds = new Map<string, string>();
  const { classes } = readings.narrow.automaton.alphabet;
  for (const [index, characterClass] of [...classes.entries()].sort(byWeight)) {
    if (characterClass.family.weight === 0) continue;
    const key = columnOf(readings, index);
    if (!kinds.has(key)) kinds.set(key, String.fromCodePoint(characterClass.representative));
  }
  return new Set(kinds.values());
}

function byWeight(left: readonly [number, CharacterClass], right: readonly [number, CharacterClass]): number {
  return right[1].family.weight - left[1].family.weight || left[0] - right[0];
}

/** Where each state of each reading goes on a class: classes with the same column are alike. */
function columnOf({ narrow, recommended, wide }: TextReadings, characterClass: number): string {
  return [narrow, recommended, wide]
    .map(({ automaton: { next, alphabet } }) =>
      next.filter((_, index) => index % alphabet.classes.length === characterClass).join(),
    )
    .join('|');
}

/** Both ends of the ranges in use, what touches them, and a character of every family. */
function edgesOf({ narrow, members }: TextReadings): ReadonlySet<string> {
  const used = new Set(usedClasses(members));
  return new Set(
    [...narrow.automaton.alphabet.classes.entries()].flatMap(([index, characterClass]) => {
      const { family, ranges, representative, neighbour } = characterClass;
      if (family.weight === 0) return [];
      const counts = used.has(index) || neighbour || family.weight > 1;
      const ends = counts ? ranges.flatMap(({ min, max }) => [min, max]) : [];
      return [representative, ...ends].map((code) => String.fromCodePoint(code));
    }),
  );
}

function* textsOver(characters: ReadonlySet<string>, size: number): IterableIterator<string> {
  if (size === 0) {
    yield '';
    return;
  }
  for (const start of textsOver(characters, size - 1)) {
    for (const character of characters) yield start + character;
  }
}
