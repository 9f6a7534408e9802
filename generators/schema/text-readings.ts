import type { JsonSchema, ValueContract } from '../../spec/contract/contract.ts';
import type { FaultPlace } from '../../spec/fault.ts';
import type { Subject } from '../../spec/requirements/requirement.ts';
import { type Automaton, complement, restrict, subtract } from '../language/automaton.ts';
import {
  compileLanguages,
  inconspicuous,
  type Language,
  type TextSchema,
} from '../language/compile-language.ts';

/** The three readings of a value as languages over one alphabet. */
export interface TextReadings {
  readonly narrow: Language;
  readonly recommended: Language;
  readonly wide: Language;
  /** Members of the narrow reading to build with. */
  readonly members: Automaton;
}

const known = new Map<string, TextReadings>();

/** Compiled once for each set of patterns and lengths. */
export function readTexts(value: ValueContract): TextReadings {
  const schemas = [value.narrow, value.recommended ?? value.narrow, value.wide].map(textSchema);
  const key = JSON.stringify(schemas);
  const found = known.get(key);
  if (found !== undefined) return found;
  const place: FaultPlace = value.location;
  const [narrow, recommended, wide] = compileLanguages(schemas, place);
  if (narrow === undefined || recommended === undefined || wide === undefined) {
    throw new RangeError('Three schemas have three languages');
  }
  const readings = { narrow, recommended, wide, members: inconspicuous(narrow) };
  known.set(key, readings);
  return readings;
}

/** The texts that a polarity of `pattern` may send in a place; lengths stay those of the readings. */
export function targetOf(
  { narrow, recommended, wide }: TextReadings,
  polarity: 'recommended' | 'rejected' | 'observed',
  place: Subject['in'],
): Automaton {
  switch (polarity) {
    case 'recommended':
      return sendable(subtract(recommended.automaton, narrow.automaton), place);
    case 'rejected':
      return sendable(complement(wide.automaton), place);
    case 'observed':
      return sendable(subtract(subtract(wide.automaton, narrow.automaton), recommended.automaton), place);
  }
}

/** Whether a text can be sent in a place and arrive as what it is. */
export function isSendable({ narrow }: TextReadings, text: string, place: Subject['in']): boolean {
  if (place === 'body') return true;
  if (place === 'path' && /^\.{0,2}$/.test(text)) return false;
  const { alphabet } = narrow.automaton;
  return [...text].every((character) => {
    const characterClass = alphabet.classes[alphabet.classOf(character.codePointAt(0) ?? 0)];
    return !LOST_IN_PATHS.has(characterClass?.family.name ?? '');
  });
}

/** What no path segment carries for a verdict: routers, proxies and clients rewrite or refuse it on the way. */
const LOST_IN_PATHS: ReadonlySet<string> = new Set([
  'slash',
  'backslash',
  'percent',
  'query or hash',
  'NUL',
  'control character',
  'tab or line break',
  'lone surrogate',
]);

function sendable(target: Automaton, place: Subject['in']): Automaton {
  const { classes } = target.alphabet;
  if (place === 'body') return target;
  const kept = restrict(target, (index) => !LOST_IN_PATHS.has(classes[index]?.family.name ?? ''));
  return place === 'path' ? subtract(kept, dotSegments(kept)) : kept;
}

/** The empty segment, `.` and `..`, which never arrive as what they are. */
function dotSegments({ alphabet }: Automaton): Automaton {
  const width = alphabet.classes.length;
  const next = new Int32Array(3 * width).fill(-1);
  const dot = alphabet.classOf(0x2e);
  next[dot] = 1;
  next[width + dot] = 2;
  return { alphabet, start: 0, states: 3, next, final: [true, true, true] };
}

function textSchema(schema: JsonSchema): TextSchema {
  const { pattern, minLength, maxLength } = schema;
  return {
    ...(typeof pattern === 'string' ? { pattern } : {}),
    ...(typeof minLength === 'number' ? { minLength } : {}),
    ...(typeof maxLength === 'number' ? { maxLength } : {}),
  };
}
