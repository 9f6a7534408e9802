import { type Automaton, DEAD, explore, intersect, isEmpty, step, usedClasses } from './automaton.ts';
import type { LabelledLanguage } from './breaks.ts';
import { Graph } from './graph.ts';
import type { Word } from './words.ts';
import { boundedClasses, isFactor, isPrefix, isSuffix, nameClass, nameRun } from './words.ts';

/** Kinds of characters beyond this many get no label of their own: a pattern so broad has no shapes to speak of. */
const MOST_CLASSES = 12;

/**
 * The shapes that members of a language take: every kind of character in it, first and last, every separator and
 * what may stand around it, and every step of the automaton. A recogniser too strict by one rule refuses a shape.
 */
export function shapesOf(members: Automaton): readonly LabelledLanguage[] {
  const used = usedClasses(members);
  const shapes: { label: string; automaton: Automaton }[] = [];
  const add = (label: string, automaton: Automaton) => {
    if (!isEmpty(automaton)) shapes.push({ label, automaton });
  };
  if (used.length <= MOST_CLASSES) {
    addRuns(members, add);
    addEnds(members, used, add);
  }
  return shapes;
}

/** Members that pass through one edge of the automaton, for every edge. */
export function stepsOf(members: Automaton): readonly Automaton[] {
  return Array.from({ length: members.states }, (_, state) => state).flatMap((state) =>
    usedClasses(members)
      .filter((characterClass) => step(members, state, characterClass) !== DEAD)
      .map((characterClass) => throughEdge(members, state, characterClass)),
  );
}

type Add = (label: string, automaton: Automaton) => void;

function addRuns(members: Automaton, add: Add): void {
  const bounded = boundedClasses(members);
  const free = usedClasses(members).filter((used) =>
    bounded.every(({ characterClass }) => characterClass !== used),
  );
  for (const { characterClass, longest } of bounded) {
    const name = nameClass(members, characterClass);
    for (let times = 1; times <= longest; times += 1) {
      const run = Array.from({ length: times }, () => characterClass);
      add(`${nameRun(members, characterClass, times)} inside`, containing(members, run));
    }
    // Around the simplest characters a separator already stands in the texts above.
    for (const around of free.filter((one) => one !== simplestOf(members, free))) {
      const word = [around, characterClass, around];
      if (isFactor(members, word)) {
        add(`${name} between ${nameClass(members, around)}s`, containing(members, word));
      }
    }
  }
  if (bounded.length > 1) {
    const separators = bounded.map(({ characterClass }) => characterClass);
    add('several separators', atLeast(members, separators, 3));
  }
}

function addEnds(members: Automaton, used: readonly number[], add: Add): void {
  const simplest = simplestOf(members, used);
  for (const characterClass of used) {
    const name = nameClass(members, characterClass);
    if (characterClass !== simplest) {
      if (isPrefix(members, [characterClass])) add(`${name} first`, startingWith(members, characterClass));
      if (isSuffix(members, [characterClass])) add(`${name} last`, endingWith(members, characterClass));
    }
    if (members.final[step(members, members.start, characterClass)] === true) {
      add(`a single ${name}`, only(members, characterClass));
    }
  }
}

/** The class that most members are made of, lower-case letters where there are any. */
function simplestOf({ alphabet }: Automaton, used: readonly number[]): number | undefined {
  return [...used].sort(
    (left, right) =>
      (alphabet.classes[right]?.family.weight ?? 0) - (alphabet.classes[left]?.family.weight ?? 0),
  )[0];
}

function containing(members: Automaton, word: Word): Automaton {
  const graph = new Graph();
  const used = usedClasses(members);
  const nodes = graph.addNodes(word.length + 1);
  graph.starts.add(0);
  graph.finals.add(word.length);
  for (const [position, node] of nodes.entries()) {
    const due = word[position];
    if (due !== undefined) graph.addEdge(node, due, position + 1);
    if (position > 0 && due !== undefined) continue;
    for (const characterClass of used) graph.addEdge(node, characterClass, node);
  }
  return graph.within(members);
}

function atLeast(members: Automaton, counted: readonly number[], times: number): Automaton {
  return explore<{ state: number; count: number }>(members.alphabet, {
    start: { state: members.start, count: 0 },
    key: ({ state, count }) => state * (times + 1) + count,
    next: ({ state, count }, characterClass) => {
      const to = step(members, state, characterClass);
      const more = counted.includes(characterClass) ? 1 : 0;
      return to === DEAD ? undefined : { state: to, count: Math.min(times, count + more) };
    },
    isFinal: ({ state, count }) => count === times && members.final[state] === true,
  });
}

function startingWith(members: Automaton, characterClass: number): Automaton {
  return startingAt(members, (state, read) => (state === null ? read === characterClass : true));
}

function only(members: Automaton, characterClass: number): Automaton {
  return startingAt(members, (state, read) => state === null && read === characterClass);
}

/** Members whose every step is allowed; the state is null for the first one. */
function startingAt(
  members: Automaton,
  allows: (state: number | null, characterClass: number) => boolean,
): Automaton {
  return explore<number | null>(members.alphabet, {
    start: null,
    key: (state) => state ?? -1,
    next: (state, characterClass) => {
      const to = step(members, state ?? members.start, characterClass);
      return to === DEAD || !allows(state, characterClass) ? undefined : to;
    },
    isFinal: (state) => state !== null && members.final[state] === true,
  });
}

function endingWith(members: Automaton, last: number): Automaton {
  const graph = new Graph();
  const [open, closed] = [graph.addNode(), graph.addNode()];
  graph.starts.add(open);
  graph.finals.add(closed);
  for (const characterClass of usedClasses(members)) graph.addEdge(open, characterClass, open);
  graph.addEdge(open, last, closed);
  return intersect(graph.within(members), members);
}

function throughEdge(members: Automaton, from: number, due: number): Automaton {
  return explore<{ state: number; passed: boolean }>(members.alphabet, {
    start: { state: members.start, passed: false },
    key: ({ state, passed }) => state * 2 + (passed ? 1 : 0),
    next: ({ state, passed }, characterClass) => {
      const to = step(members, state, characterClass);
      if (to === DEAD) return undefined;
      return { state: to, passed: passed || (state === from && characterClass === due) };
    },
    isFinal: ({ state, passed }) => passed && members.final[state] === true,
  });
}
