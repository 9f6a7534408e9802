import { type Automaton, DEAD, step, usedClasses } from './automaton.ts';
import { Graph } from './graph.ts';

/** What one slip does to a member, by name. */
export const EDITS = {
  'one character left out': leaveOut,
  'one character doubled': double,
  'two characters swapped': swap,
  'one character put in': putIn,
  'one character replaced': replace,
} as const;

export type Edit = keyof typeof EDITS;

/** The texts of `target` that are one edit away from a member, with no character that members never have. */
export function textsWithEdit(members: Automaton, edit: Edit, target: Automaton): Automaton {
  const graph = new Graph();
  const classes = usedClasses(members);
  const before = graph.addCopy(members, classes);
  const after = graph.addCopy(members, classes);
  const start = before[members.start];
  if (start !== undefined) graph.starts.add(start);
  for (const [state, node] of after.entries()) if (members.final[state] === true) graph.finals.add(node);
  const move = (state: number, characterClass: number) => step(members, state, characterClass);
  EDITS[edit]({ graph, members, classes, before, after, move });
  return graph.within(target);
}

interface Workbench {
  readonly graph: Graph;
  readonly members: Automaton;
  readonly classes: readonly number[];
  /** The nodes of the states before the edit, and after it. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  move(state: number, characterClass: number): number;
}

function leaveOut({ graph, members, classes, before, after, move }: Workbench): void {
  for (const [state, node] of before.entries()) {
    for (const missing of classes) {
      const skipped = move(state, missing);
      if (skipped === DEAD) continue;
      if (members.final[skipped] === true) graph.finals.add(node);
      for (const next of classes) link(graph, node, next, after[move(skipped, next)]);
    }
  }
}

function double({ graph, classes, before, after, move }: Workbench): void {
  for (const [state, node] of before.entries()) {
    for (const doubled of classes) {
      const once = after[move(state, doubled)];
      if (once === undefined) continue;
      const between = graph.addNode();
      graph.addEdge(node, doubled, between);
      graph.addEdge(between, doubled, once);
    }
  }
}

function swap({ graph, classes, before, after, move }: Workbench): void {
  for (const [state, node] of before.entries()) {
    for (const second of classes) {
      for (const first of classes) {
        const to = after[move(move(state, first), second)];
        if (to === undefined || first === second) continue;
        const between = graph.addNode();
        graph.addEdge(node, second, between);
        graph.addEdge(between, first, to);
      }
    }
  }
}

function putIn({ graph, classes, before, after }: Workbench): void {
  for (const [state, node] of before.entries()) {
    for (const extra of classes) link(graph, node, extra, after[state]);
  }
}

function replace({ graph, classes, before, after, move }: Workbench): void {
  for (const [state, node] of before.entries()) {
    for (const due of classes) {
      const to = after[move(state, due)];
      for (const written of classes) link(graph, node, written, to);
    }
  }
}

function link(graph: Graph, from: number, characterClass: number, to: number | undefined): void {
  if (to !== undefined) graph.addEdge(from, characterClass, to);
}
