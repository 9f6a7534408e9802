import type * as fc from 'fast-check';
import type { CharacterClass } from './alphabet.ts';
import { type Automaton, accepts, DEAD } from './automaton.ts';
import { FAMILIES } from './families.ts';
import { textArbitrary } from './text-arbitrary.ts';

/** How long a text may be, in code points; `max` is null where there is no bound. */
export interface Lengths {
  readonly min: number;
  readonly max: number | null;
}

/** Where there is no bound, texts are drawn up to this many characters beyond the shortest. */
const UNBOUNDED_REACH = 64;

/** Lengths beyond the shortest one that most draws fall in: faults show in short texts, and short texts are cheap. */
const SHORT_REACH = 8;

/** The texts of an automaton with a length within bounds, or null where there is none. */
export function membersOf(automaton: Automaton, lengths: Lengths): fc.Arbitrary<string> | null {
  const sampler = new Sampler(automaton);
  const possible = sampler.lengthsWithin(lengths);
  const shortest = possible[0];
  if (shortest === undefined) return null;
  const short = possible.filter((length) => length <= shortest + SHORT_REACH);
  return textArbitrary({
    draw: (random) => {
      const from = random.nextInt(0, 9) < 8 ? short : possible;
      const length = from[random.nextInt(0, from.length - 1)] ?? shortest;
      return sampler.draw(random, length);
    },
    has: (text) => {
      const { length } = [...text];
      return (
        length >= lengths.min && (lengths.max === null || length <= lengths.max) && accepts(automaton, text)
      );
    },
    simplest: sampler.simplest(shortest),
    simpler: (character) => simplerCharacters(automaton, character),
  });
}

/** The shortest and then simplest text within bounds, or null. */
export function simplestMember(automaton: Automaton, lengths: Lengths): string | null {
  const sampler = new Sampler(automaton);
  const shortest = sampler.lengthsWithin(lengths)[0];
  return shortest === undefined ? null : sampler.simplest(shortest);
}

interface Edge {
  readonly characterClass: CharacterClass;
  readonly target: number;
}

/** Draws members of an exact length: at every step only what can still end in time is chosen from. */
class Sampler {
  readonly #automaton: Automaton;
  readonly #edges: readonly (readonly Edge[])[];
  readonly #targets: readonly (readonly number[])[];
  /** `#endings[n][state]`: a text of exactly n characters leads from the state to an end. */
  readonly #endings: boolean[][];

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
    this.#edges = Array.from({ length: automaton.states }, (_, state) => edgesOf(automaton, state));
    this.#targets = this.#edges.map((edges) => [...new Set(edges.map(({ target }) => target))]);
    this.#endings = [[...automaton.final]];
  }

  lengthsWithin({ min, max }: Lengths): readonly number[] {
    if (this.#automaton.start === DEAD) return [];
    const last = max ?? min + this.#automaton.states + UNBOUNDED_REACH;
    const lengths: number[] = [];
    for (let length = min; length <= last; length += 1) {
      if (this.#canEnd(this.#automaton.start, length)) lengths.push(length);
    }
    return lengths;
  }

  draw(random: fc.Random, length: number): string {
    return this.#spell(
      length,
      (edges) => drawEdge(random, edges),
      ({ characterClass }) => drawCharacter(random, characterClass),
    );
  }

  simplest(length: number): string {
    return this.#spell(
      length,
      (edges) =>
        edges.reduce((best, edge) => (rank(edge.characterClass) < rank(best.characterClass) ? edge : best)),
      ({ characterClass }) => characterClass.representative,
    );
  }

  #spell(length: number, choose: (edges: readonly Edge[]) => Edge, write: (edge: Edge) => number): string {
    let state = this.#automaton.start;
    let text = '';
    for (let rest = length - 1; rest >= 0; rest -= 1) {
      const edges = this.#edges[state] ?? [];
      // Nearly always every edge can still end in time; only then is looking at each of them due.
      let edge = choose(edges);
      if (!this.#canEnd(edge.target, rest)) {
        edge = choose(edges.filter(({ target }) => this.#canEnd(target, rest)));
      }
      text += String.fromCodePoint(write(edge));
      state = edge.target;
    }
    return text;
  }

  #canEnd(state: number, length: number): boolean {
    for (let known = this.#endings.length; known <= length; known += 1) {
      const before = this.#endings[known - 1] ?? [];
      this.#endings.push(this.#targets.map((targets) => targets.some((target) => before[target] === true)));
    }
    return this.#endings[length]?.[state] === true;
  }
}

function edgesOf({ alphabet, next }: Automaton, state: number): Edge[] {
  const width = alphabet.classes.length;
  return alphabet.classes.flatMap((characterClass, index) => {
    const target = next[state * width + index] ?? DEAD;
    return target === DEAD ? [] : [{ characterClass, target }];
  });
}

/** By the families' weights; a family without weight is drawn from where no other is possible. */
function drawEdge(random: fc.Random, edges: readonly Edge[]): Edge {
  let total = 0;
  for (const edge of edges) total += edge.characterClass.family.weight;
  let rest = total === 0 ? random.nextInt(0, edges.length - 1) : random.nextInt(0, total - 1);
  for (const edge of edges) {
    rest -= total === 0 ? 1 : edge.characterClass.family.weight;
    if (rest < 0) return edge;
  }
  throw new RangeError('There is no edge to draw from');
}

/** One time in four an end of a range: there an off-by-one class differs. */
function drawCharacter(random: fc.Random, { ranges }: CharacterClass): number {
  const range = ranges[random.nextInt(0, ranges.length - 1)];
  if (range === undefined) throw new RangeError('A class of characters is empty');
  const { min, max } = range;
  switch (random.nextInt(0, 7)) {
    case 0:
      return min;
    case 1:
      return max;
    default:
      return random.nextInt(min, max);
  }
}

/** The simpler a character, the smaller: `a`, `0`, then the families in their order. */
function rank({ family, representative }: CharacterClass): number {
  return RANKS.indexOf(family.name) * 0x200000 + representative;
}

const RANKS = FAMILIES.map(({ name }) => name);

function simplerCharacters(automaton: Automaton, character: string): readonly string[] {
  const { alphabet } = automaton;
  const code = character.codePointAt(0) ?? 0;
  const own = alphabet.classes[alphabet.classOf(code)];
  if (own === undefined) return [];
  return alphabet.classes
    .filter((other) => other.family.plain && rank(other) < rank(own))
    .concat(own.representative === code ? [] : [own])
    .sort((left, right) => rank(left) - rank(right))
    .map(({ representative }) => String.fromCodePoint(representative));
}
