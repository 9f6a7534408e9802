import type { Alphabet } from './alphabet.ts';
import { type Automaton, DEAD, explore, step } from './automaton.ts';

/** A non-deterministic automaton under construction: numbered nodes, and edges on character classes. */
export class Graph {
  readonly starts = new Set<number>();
  readonly finals = new Set<number>();
  readonly #edges: Map<number, Set<number>>[] = [];

  addNode(): number {
    return this.#edges.push(new Map()) - 1;
  }

  addNodes(count: number): number[] {
    return Array.from({ length: count }, () => this.addNode());
  }

  addEdge(from: number, characterClass: number, to: number): void {
    const edges = this.#edges[from];
    if (edges === undefined) throw new RangeError(`There is no node ${from}`);
    const targets = edges.get(characterClass);
    if (targets === undefined) edges.set(characterClass, new Set([to]));
    else targets.add(to);
  }

  /** A copy of an automaton's states and edges; returns the node of each state. */
  addCopy(automaton: Automaton, classes: readonly number[]): number[] {
    const nodes = this.addNodes(automaton.states);
    for (const [state, node] of nodes.entries()) {
      for (const characterClass of classes) {
        const to = nodes[step(automaton, state, characterClass)];
        if (to !== undefined) this.addEdge(node, characterClass, to);
      }
    }
    return nodes;
  }

  /** The texts that some path through the graph spells and that `target` accepts too. */
  within(target: Automaton): Automaton {
    const alphabet: Alphabet = target.alphabet;
    type Place = { readonly nodes: readonly number[]; readonly state: number };
    return explore<Place>(alphabet, {
      start: { nodes: [...this.starts].sort(ascending), state: target.start },
      key: ({ nodes, state }) => `${state}:${nodes.join()}`,
      next: ({ nodes, state }, characterClass) => {
        const to = step(target, state, characterClass);
        if (to === DEAD) return undefined;
        const reached = this.#reach(nodes, characterClass);
        return reached.length === 0 ? undefined : { nodes: reached, state: to };
      },
      isFinal: ({ nodes, state }) =>
        target.final[state] === true && nodes.some((node) => this.finals.has(node)),
    });
  }

  #reach(nodes: readonly number[], characterClass: number): number[] {
    const reached = new Set<number>();
    for (const node of nodes) {
      for (const to of this.#edges[node]?.get(characterClass) ?? []) reached.add(to);
    }
    return [...reached].sort(ascending);
  }
}

function ascending(left: number, right: number): number {
  return left - right;
}
