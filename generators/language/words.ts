import { type Automaton, DEAD, usedClasses, walk } from './automaton.ts';

/** A word of character classes, by index into the alphabet. */
export type Word = readonly number[];

/** Classes repeated beyond this are taken to repeat for ever. */
const LONGEST_RUN = 3;

/** Whether some member has the word anywhere in it. */
export function isFactor(automaton: Automaton, word: Word): boolean {
  return states(automaton).some((state) => walk(automaton, state, word) !== DEAD);
}

export function isPrefix(automaton: Automaton, word: Word): boolean {
  return walk(automaton, automaton.start, word) !== DEAD;
}

export function isSuffix(automaton: Automaton, word: Word): boolean {
  return states(automaton).some((state) => automaton.final[walk(automaton, state, word)] === true);
}

/** A class that cannot be repeated at will, with the number of times it can be: a separator, mostly. */
export interface BoundedClass {
  readonly characterClass: number;
  readonly longest: number;
}

/** The bounded classes of a language, in the order of the alphabet. */
export function boundedClasses(automaton: Automaton): readonly BoundedClass[] {
  return usedClasses(automaton).flatMap((characterClass) => {
    const longest = longestRun(automaton, characterClass);
    return longest > LONGEST_RUN ? [] : [{ characterClass, longest }];
  });
}

export function repeat(characterClass: number, times: number): Word {
  return Array.from({ length: times }, () => characterClass);
}

/** What a class is called in a label; the character is added where its family is split between classes. */
export function nameClass({ alphabet }: Automaton, characterClass: number): string {
  const own = alphabet.classes[characterClass];
  if (own === undefined) return 'character';
  const isSplit = alphabet.classes.some((other) => other !== own && other.family === own.family);
  return isSplit && own.family.favourites !== ''
    ? `${own.family.name} such as ${String.fromCodePoint(own.representative)}`
    : own.family.name;
}

const NUMERALS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** `two dots`, `three underscores`. */
export function nameRun(automaton: Automaton, characterClass: number, times: number): string {
  const name = nameClass(automaton, characterClass);
  return times === 1 ? name : `${NUMERALS[times] ?? times} ${name}s`;
}

function longestRun(automaton: Automaton, characterClass: number): number {
  let longest = 0;
  while (longest <= LONGEST_RUN && isFactor(automaton, repeat(characterClass, longest + 1))) longest += 1;
  return longest;
}

function states(automaton: Automaton): number[] {
  return Array.from({ length: automaton.states }, (_, state) => state);
}
