import type { ReadonlyDFA } from 'refa';
import { FAMILIES, type Family, MAX_CHARACTER } from './families.ts';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Characters of one family between which no automaton over the alphabet can tell. */
export interface CharacterClass {
  readonly family: Family;
  readonly ranges: readonly Range[];
  /** The character that stands for the class in enumerations and in shrunk texts. */
  readonly representative: number;
  /** It touches an end of a range of the first automaton: where an off-by-one range would let it in. */
  readonly neighbour: boolean;
}

/** A partition of all code points; automata over the same alphabet can be combined. */
export interface Alphabet {
  readonly classes: readonly CharacterClass[];
  classOf(character: number): number;
}

/** A complete table per automaton: `columns[automaton][class][state]` is the next state, -1 where there is none. */
export interface Partition {
  readonly alphabet: Alphabet;
  readonly columns: readonly (readonly (readonly number[])[])[];
}

/**
 * The coarsest alphabet that keeps families apart, whatever one of the automata keeps apart, and the neighbours of
 * the first automaton's ranges.
 */
export function partitionCharacters(automata: readonly StateTable[]): Partition {
  const cuts = new Set<number>([0]);
  const addCuts = ({ min, max }: Range) => {
    cuts.add(min);
    cuts.add(max + 1);
  };
  for (const { characters } of FAMILIES) characters.ranges.forEach(addCuts);
  for (const { edges } of automata) {
    for (const row of edges) for (const edge of row) addCuts(edge);
  }
  const neighbours = neighboursOf(automata[0]);
  for (const character of neighbours) addCuts({ min: character, max: character });
  const starts = [...cuts].filter((start) => start <= MAX_CHARACTER).sort((left, right) => left - right);
  const byKey = new Map<string, Draft>();
  const classIndices: number[] = [];
  for (const [position, min] of starts.entries()) {
    const max = (starts[position + 1] ?? MAX_CHARACTER + 1) - 1;
    const family = familyOf(min);
    const column = automata.map((table) => table.edges.map((row) => targetOf(row, min)));
    const neighbour = neighbours.has(min);
    const key = `${neighbour}|${family.name}|${column.map((targets) => targets.join()).join('|')}`;
    const known = byKey.get(key) ?? { index: byKey.size, ranges: [], family, column, neighbour };
    byKey.set(key, known);
    known.ranges.push({ min, max });
    classIndices.push(known.index);
  }
  const found = [...byKey.values()];
  return {
    alphabet: {
      classes: found.map(({ family, ranges, neighbour }) => ({
        family,
        ranges,
        neighbour,
        representative: representativeOf(family, ranges),
      })),
      classOf: (character) => classIndices[lastAtMost(starts, character)] ?? 0,
    },
    columns: automata.map((_, automaton) => found.map(({ column }) => column[automaton] ?? [])),
  };
}

interface Draft {
  readonly index: number;
  readonly ranges: Range[];
  readonly family: Family;
  readonly column: number[][];
  readonly neighbour: boolean;
}

/** A deterministic automaton's states numbered, with its edges sorted by character. */
export interface StateTable {
  readonly start: number;
  readonly final: readonly boolean[];
  readonly edges: readonly (readonly (Range & { readonly target: number })[])[];
}

export function tabulate(automaton: ReadonlyDFA): StateTable {
  const iterator = automaton.stateIterator();
  const nodes = [iterator.initial];
  const numbers = new Map([[iterator.initial, 0]]);
  const edges: (Range & { target: number })[][] = [];
  for (const node of nodes) {
    const row: (Range & { target: number })[] = [];
    for (const [{ min, max }, to] of node.out) {
      let target = numbers.get(to);
      if (target === undefined) {
        target = nodes.length;
        numbers.set(to, target);
        nodes.push(to);
      }
      row.push({ min, max, target });
    }
    edges.push(row.sort((left, right) => left.min - right.min));
  }
  return { start: 0, final: nodes.map((node) => iterator.isFinal(node)), edges };
}

/** The characters right below and right above each range; single characters have no ends to be off by one at. */
function neighboursOf(table: StateTable | undefined): ReadonlySet<number> {
  const neighbours = new Set<number>();
  for (const row of table?.edges ?? []) {
    for (const { min, max } of row) {
      if (min === max || max - min > 0xff) continue;
      for (const character of [min - 1, max + 1]) {
        if (character >= 0 && targetOf(row, character) === -1) neighbours.add(character);
      }
    }
  }
  return neighbours;
}

function familyOf(character: number): Family {
  const family = FAMILIES.find(({ characters }) => characters.has(character));
  if (family === undefined) throw new RangeError(`${character} is no code point`);
  return family;
}

function targetOf(row: readonly (Range & { readonly target: number })[], character: number): number {
  let low = 0;
  let high = row.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const edge = row[middle];
    if (edge === undefined) return -1;
    if (character < edge.min) high = middle - 1;
    else if (character > edge.max) low = middle + 1;
    else return edge.target;
  }
  return -1;
}

function representativeOf(family: Family, ranges: readonly Range[]): number {
  for (const favourite of family.favourites) {
    const character = favourite.codePointAt(0) ?? 0;
    if (ranges.some(({ min, max }) => min <= character && character <= max)) return character;
  }
  return ranges[0]?.min ?? 0;
}

function lastAtMost(starts: readonly number[], character: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= character) low = middle;
    else high = middle - 1;
  }
  return low;
}
