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

/** A foreign character where a member has one of the classes that it stands for. */
export interface Substitution {
  readonly written: number;
  readonly due: readonly number[];
}

/** The texts of `target` that are members but for one of the spots or substitutions. */
export function textsWithSpot(
  members: Automaton,
  spots: readonly (Spot | Substitution)[],
  target: Automaton,
): Automaton {
  const paths = new TwoCopies(members);
  for (const spot of spots) {
    if ('written' in spot) paths.substitute(spot);
    else paths.insert(spot);
  }
  return paths.graph.within(target);
}

/** A member up to the spot, and a member from some state on behind it. */
class TwoCopies {
  readonly graph = new Graph();
  readonly #members: Automaton;
  readonly #start: number;
  readonly #end: number;
  /** Where a text may be before the spot; the first place is its start, and no other one. */
  readonly #places: readonly { readonly node: number; readonly state: number }[];
  readonly #tails: readonly number[];

  constructor(members: Automaton) {
    const { graph } = this;
    const classes = usedClasses(members);
    const heads = graph.addCopy(members, classes);
    this.#members = members;
    this.#tails = graph.addCopy(members, classes);
    this.#end = graph.addNode();
    graph.finals.add(this.#end);
    for (const [state, node] of this.#tails.entries()) {
      if (members.final[state] === true) graph.finals.add(node);
    }
    // A node of its own for the start: a separator may lead back to the state, and that is no start of the text.
    this.#start = graph.addNode();
    graph.starts.add(this.#start);
    for (const characterClass of classes) {
      const to = heads[step(members, members.start, characterClass)];
      if (to !== undefined) graph.addEdge(this.#start, characterClass, to);
    }
    this.#places = [
      { node: this.#start, state: members.start },
      ...heads.map((node, state) => ({ node, state })),
    ];
  }

  insert({ before, foreign, after, at }: Spot): void {
    const from = this.#places.filter(
      ({ node, state }) =>
        (at !== 'start' || node === this.#start) && walk(this.#members, state, before) !== DEAD,
    );
    const tails = this.#tails.map((_, state) => this.#tails[walk(this.#members, state, after)]);
    const to = at === 'end' ? [this.#end] : [...new Set(tails)].filter((node) => node !== undefined);
    let nodes = from.map(({ node }) => node);
    const word = [...before, ...foreign, ...after];
    for (const [position, characterClass] of word.entries()) {
      const reached = position === word.length - 1 ? to : [this.graph.addNode()];
      for (const node of nodes) for (const next of reached) this.graph.addEdge(node, characterClass, next);
      nodes = reached;
    }
  }

  substitute({ written, due }: Substitution): void {
    for (const { node, state } of this.#places) {
      for (const characterClass of due) {
        const to = this.#tails[step(this.#members, state, characterClass)];
        if (to !== undefined) this.graph.addEdge(node, written, to);
      }
    }
  }
}
