import { type Automaton, isEmpty, restrict, step, usedClasses } from './automaton.ts';
import { EDITS, type Edit, textsWithEdit } from './edits.ts';
import { Graph } from './graph.ts';
import { type Spot, type Substitution, textsWithSpot } from './spots.ts';
import { boundedClasses, isFactor, isPrefix, isSuffix, nameClass, nameRun, repeat } from './words.ts';

/** A set of texts with something in common. */
export interface LabelledLanguage {
  readonly label: string;
  readonly automaton: Automaton;
}

/** With so many kinds of wrong spots, characters put in or replaced at random show nothing new. */
const ENOUGH = 12;

/** The edits that are sent even then, the first so many. */
const SLIPS = 3;

/**
 * The ways to leave a language by one slip and arrive in `target` (what every reading rejects, or what only some
 * accept): neighbours that must not touch, wrong beginnings and ends, each family of foreign characters, and the
 * edits of a typist. Read off the automaton, so that another pattern has other labels. Empty sets are left out.
 */
export function breaksOf(members: Automaton, target: Automaton): readonly LabelledLanguage[] {
  if (isEmpty(members) || isEmpty(target)) return [];
  const groups = new Map<string, (Spot | Substitution)[]>();
  const add: Add = (label, spot) => {
    const spots = groups.get(label) ?? [];
    spots.push('written' in spot ? spot : { before: [], foreign: [], after: [], ...spot });
    groups.set(label, spots);
  };
  addRuns(members, add);
  addEnds(members, add);
  addForeign(members, add);
  addPairs(members, add);
  const spotted = [
    ...[...groups].map(([label, spots]) => ({ label, automaton: textsWithSpot(members, spots, target) })),
    { label: 'capitals throughout', automaton: capitals(members, target) },
    { label: 'wrong at both ends', automaton: wrongAtBothEnds(members, target) },
  ].filter(({ automaton }) => !isEmpty(automaton));
  const edited = (Object.keys(EDITS) as Edit[])
    .slice(0, spotted.length < ENOUGH ? undefined : SLIPS)
    .map((edit) => ({ label: edit, automaton: textsWithEdit(members, edit, target) }))
    .filter(({ automaton }) => !isEmpty(automaton));
  const found = [...spotted, ...edited];
  return found.length > 0 ? found : [{ label: 'unlike any member', automaton: sendable(target) }];
}

type Add = (label: string, spot: Partial<Spot> | Substitution) => void;

/** `a___b`: a bounded class once too often; twice where it comes in pairs, which a recogniser may count as pairs. */
function addRuns(members: Automaton, add: Add): void {
  for (const { characterClass, longest } of boundedClasses(members)) {
    for (const times of longest > 1 ? [longest + 1, longest + 2] : [longest + 1]) {
      const before = Math.min(longest, times - 1);
      const after = Math.min(longest, times - before);
      add(nameRun(members, characterClass, times), {
        before: repeat(characterClass, before),
        foreign: repeat(characterClass, times - before - after),
        after: repeat(characterClass, after),
      });
    }
  }
}

/** `a._b`: two bounded classes next to each other that never meet in a member. */
function addPairs(members: Automaton, add: Add): void {
  const bounded = boundedClasses(members);
  for (const left of bounded) {
    for (const right of bounded) {
      if (left === right) continue;
      for (let times = 1; times <= left.longest; times += 1) {
        for (let more = 1; more <= right.longest; more += 1) {
          const before = repeat(left.characterClass, times);
          const after = repeat(right.characterClass, more);
          if (isFactor(members, [...before, ...after])) continue;
          const names = [left, right].map(({ characterClass }) => nameClass(members, characterClass));
          const longer = times > more ? left : right;
          add(
            times === 1 && more === 1
              ? names.join(' before ')
              : `${nameRun(members, longer.characterClass, Math.max(times, more))} next to another`,
            { before, after },
          );
        }
      }
    }
  }
}

/** `1a`, `a-`: classes that members have, but not there. */
function addEnds(members: Automaton, add: Add): void {
  for (const used of usedClasses(members)) {
    const name = nameClass(members, used);
    if (!isPrefix(members, [used])) add(`leading ${name}`, { after: [used], at: 'start' });
    if (!isSuffix(members, [used])) add(`trailing ${name}`, { before: [used], at: 'end' });
  }
}

/**
 * `aA`, `a b`: families that no member has, in the place of a character that members have there, for that is how
 * a recogniser that lets them in would take them; and those that easily get lost at an end there too.
 */
function addForeign(members: Automaton, add: Add): void {
  const used = usedClasses(members);
  const bounded = boundedClasses(members).map(({ characterClass }) => characterClass);
  const free = used.filter((characterClass) => !bounded.includes(characterClass));
  for (const [index, { family, neighbour }] of members.alphabet.classes.entries()) {
    if (used.includes(index) || family.weight === 0) continue;
    const [due, otherwise] = family.wordlike ? [free, bounded] : [bounded, free];
    const spot = { written: index, due: due.length > 0 ? due : otherwise };
    add(family.name, spot);
    if (neighbour) add('neighbour of a range', spot);
    if (family.wordlike) continue;
    const label = family.name === 'space' ? 'space at an end' : 'foreign character at an end';
    add(label, { foreign: [index], at: 'start' });
    add(label, { foreign: [index], at: 'end' });
  }
}

/** `-`, `-a-`: inner parts of members that neither begin nor end like one. */
function wrongAtBothEnds(members: Automaton, target: Automaton): Automaton {
  const graph = new Graph();
  const used = usedClasses(members);
  const inner = graph.addCopy(members, used);
  const start = graph.addNode();
  const end = graph.addNode();
  graph.starts.add(start);
  graph.finals.add(end);
  const closing = used.filter((characterClass) => !isSuffix(members, [characterClass]));
  for (const opening of used.filter((characterClass) => !isPrefix(members, [characterClass]))) {
    for (const state of inner.keys()) {
      const to = inner[step(members, state, opening)];
      if (to === undefined) continue;
      graph.addEdge(start, opening, to);
      if (closing.includes(opening)) graph.addEdge(start, opening, end);
    }
  }
  for (const [state, node] of inner.entries()) {
    for (const characterClass of closing) {
      if (inner[step(members, state, characterClass)] !== undefined) graph.addEdge(node, characterClass, end);
    }
  }
  return graph.within(target);
}

/** Members with every lower-case letter made a capital. */
function capitals(members: Automaton, target: Automaton): Automaton {
  const graph = new Graph();
  const { classes } = members.alphabet;
  const uppers = [...classes.keys()].filter((index) => classes[index]?.family.name === 'upper-case letter');
  const nodes = graph.addNodes(members.states);
  for (const [state, node] of nodes.entries()) {
    if (members.final[state] === true) graph.finals.add(node);
    for (const used of usedClasses(members)) {
      const to = nodes[step(members, state, used)];
      if (to === undefined) continue;
      const written = classes[used]?.family.name === 'lower-case letter' ? uppers : [used];
      for (const characterClass of written) graph.addEdge(node, characterClass, to);
    }
  }
  const start = nodes[members.start];
  if (start !== undefined) graph.starts.add(start);
  return graph.within(target);
}

/** Without the characters that only stand for the rest of Unicode, as long as anything remains. */
function sendable(target: Automaton): Automaton {
  const kept = restrict(target, (index) => (target.alphabet.classes[index]?.family.weight ?? 0) > 0);
  return isEmpty(kept) ? target : kept;
}
