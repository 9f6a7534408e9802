import { type Automaton, DEAD, step, usedClasses, walk } from './automaton.ts';
import { Graph } from './graph.ts';
import type { Word } from './words.ts';

/**
 * One place in a text where it leaves the language: what stands before, together with `before`, still begins a
 * member, what follows, together with `after`, still ends one. So the text is wrong in this place and no other.
 */
export interface Spot {
  readonly before: Word;
  readonly foreign: Word;
  readonly after: Word;
  readonly at?: 'start' | 'end';
}

/** The texts of `target` that are members but for one of the spots. */
export function textsWithSpot(members: Automaton, spots: readonly Spot[], target: Automaton): Automaton {
  const graph = new Graph();
  const classes = usedClasses(members);
  const heads = graph.addCopy(members, classes);
  const tails = graph.addCopy(members, classes);
  const end = graph.addNode();
  graph.finals.add(end);
  for (const [state, node] of tails.entries()) if (members.final[state] === true) graph.finals.add(node);
  // A node of its own for the start: a separator may lead back to the state, and that is no start of the text.
  const first = graph.addNode();
  graph.starts.add(first);
  for (const characterClass of classes) {
    const to = heads[step(members, members.start, characterClass)];
    if (to !== undefined) graph.addEdge(first, characterClass, to);
  }
  for (const spot of spots) {
    const word = [...spot.before, ...spot.foreign, ...spot.after];
    const inner = heads.filter((_, state) => walk(members, state, spot.before) !== DEAD);
    const opens = walk(members, members.start, spot.before) !== DEAD ? [first] : [];
    const from = spot.at === 'start' ? opens : [...opens, ...inner];
    const to =
      spot.at === 'end'
        ? [end]
        : [...new Set(tails.map((_, state) => tails[walk(members, state, spot.after)]))].filter(isDefined);
    addPath(graph, from, word, to);
  }
  return graph.within(target);
}

function addPath(graph: Graph, from: readonly number[], word: Word, to: readonly number[]): void {
  let nodes = from;
  for (const [position, characterClass] of word.entries()) {
    const reached = position === word.length - 1 ? to : [graph.addNode()];
    for (const node of nodes) for (const next of reached) graph.addEdge(node, characterClass, next);
    nodes = reached;
  }
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
