import type { Alphabet } from './alphabet.ts';

/** State of an automaton from which nothing more is accepted. */
export const DEAD = -1;

/** A deterministic automaton: `next[state * classes + class]` is the next state or `DEAD`. Every state is alive. */
export interface Automaton {
  readonly alphabet: Alphabet;
  /** `DEAD` where the language is empty. */
  readonly start: number;
  readonly states: number;
  readonly next: Int32Array;
  readonly final: readonly boolean[];
}

export function accepts(automaton: Automaton, text: string): boolean {
  let state = automaton.start;
  for (const character of text) {
    if (state === DEAD) return false;
    state = step(automaton, state, automaton.alphabet.classOf(character.codePointAt(0) ?? 0));
  }
  return state !== DEAD && automaton.final[state] === true;
}

/** The state after one character; `DEAD` stays dead. */
export function step(automaton: Automaton, state: number, characterClass: number): number {
  if (state === DEAD) return DEAD;
  return automaton.next[state * automaton.alphabet.classes.length + characterClass] ?? DEAD;
}

/** The state after a word of character classes. */
export function walk(automaton: Automaton, state: number, word: readonly number[]): number {
  return word.reduce((reached, characterClass) => step(automaton, reached, characterClass), state);
}

export function isEmpty(automaton: Automaton): boolean {
  return automaton.start === DEAD;
}

/** What an automaton is explored from: states are any key, made on demand. */
export interface Exploration<State> {
  readonly start: State;
  key(state: State): string | number;
  next(state: State, characterClass: number): State | undefined;
  isFinal(state: State): boolean;
}

/** Builds the table of everything that can be reached, and drops the states that lead nowhere. */
export function explore<State>(alphabet: Alphabet, exploration: Exploration<State>): Automaton {
  const width = alphabet.classes.length;
  const states: State[] = [exploration.start];
  const numbers = new Map([[exploration.key(exploration.start), 0]]);
  const next: number[] = [];
  for (const state of states) {
    for (let characterClass = 0; characterClass < width; characterClass += 1) {
      const to = exploration.next(state, characterClass);
      if (to === undefined) {
        next.push(DEAD);
        continue;
      }
      const key = exploration.key(to);
      let number = numbers.get(key);
      if (number === undefined) {
        number = states.length;
        numbers.set(key, number);
        states.push(to);
      }
      next.push(number);
    }
  }
  const final = states.map((state) => exploration.isFinal(state));
  return trim({ alphabet, start: 0, states: states.length, next: Int32Array.from(next), final });
}

/** The texts for whose membership in both languages `wanted` holds, e.g. the first without the second. */
export function combine(
  left: Automaton,
  right: Automaton,
  wanted: (inLeft: boolean, inRight: boolean) => boolean,
): Automaton {
  const other = right.states + 1;
  const isFinal = ([inLeft, inRight]: readonly [number, number]) =>
    wanted(left.final[inLeft] === true, right.final[inRight] === true);
  return explore<readonly [number, number]>(left.alphabet, {
    start: [left.start, right.start],
    key: ([inLeft, inRight]) => (inLeft + 1) * other + inRight + 1,
    next: ([inLeft, inRight], characterClass) => {
      const to = [step(left, inLeft, characterClass), step(right, inRight, characterClass)] as const;
      return to[0] === DEAD && to[1] === DEAD && !wanted(false, false) ? undefined : to;
    },
    isFinal,
  });
}

export function intersect(left: Automaton, right: Automaton): Automaton {
  return combine(left, right, (inLeft, inRight) => inLeft && inRight);
}

export function subtract(left: Automaton, right: Automaton): Automaton {
  return combine(left, right, (inLeft, inRight) => inLeft && !inRight);
}

/** Every text over the alphabet that the automaton does not accept. */
export function complement(automaton: Automaton): Automaton {
  return combine(automaton, automaton, (isIn) => !isIn);
}

/** The same language without the texts that contain a character of the classes that `keep` refuses. */
export function restrict(automaton: Automaton, keep: (characterClass: number) => boolean): Automaton {
  const width = automaton.alphabet.classes.length;
  const next = automaton.next.map((to, index) => (keep(index % width) ? to : DEAD));
  return trim({ ...automaton, next });
}

/** The classes on which the automaton moves at all: the characters that occur in its texts. */
export function usedClasses(automaton: Automaton): readonly number[] {
  const width = automaton.alphabet.classes.length;
  const used = new Set<number>();
  automaton.next.forEach((to, index) => {
    if (to !== DEAD) used.add(index % width);
  });
  return [...used].sort((left, right) => left - right);
}

/** Drops states that are not reached or reach no end. */
export function trim(automaton: Automaton): Automaton {
  const { alphabet, next, states } = automaton;
  const width = alphabet.classes.length;
  const sources = Array.from({ length: states }, (): number[] => []);
  next.forEach((to, index) => {
    if (to !== DEAD) sources[to]?.push(Math.floor(index / width));
  });
  const finals = automaton.final.flatMap((isFinal, state) => (isFinal ? [state] : []));
  const ending = closure(finals, (state) => sources[state] ?? []);
  const reached = closure(automaton.start === DEAD ? [] : [automaton.start], (state) => [
    ...next.subarray(state * width, (state + 1) * width),
  ]);
  const kept = [...reached].filter((state) => ending.has(state));
  const renumbered = new Map(kept.map((state, index) => [state, index]));
  const renumber = (state: number) => renumbered.get(state) ?? DEAD;
  return {
    alphabet,
    start: renumber(automaton.start),
    states: kept.length,
    next: Int32Array.from(
      kept.flatMap((state) => [...next.subarray(state * width, (state + 1) * width)].map(renumber)),
    ),
    final: kept.map((state) => automaton.final[state] === true),
  };
}

function closure(from: readonly number[], successors: (state: number) => readonly number[]): Set<number> {
  const seen = new Set(from);
  for (const state of seen) {
    for (const to of successors(state)) if (to !== DEAD) seen.add(to);
  }
  return seen;
}
