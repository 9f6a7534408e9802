import { DFA, JS, NFA } from 'refa';
import { Fault, type FaultPlace } from '../../spec/fault.ts';

const compiled = new Map<string, DFA>();

/**
 * The texts that a pattern of a schema lets pass, as an automaton over code points. As in JSON Schema the pattern
 * may match anywhere in the text; `^` and `$` are understood at the ends of its top-level alternatives, and no other
 * assertion and no back-reference is. Without a pattern: every text. Compiled once per pattern.
 */
export function compilePattern(pattern: string | undefined, place: FaultPlace): DFA {
  const key = pattern ?? '';
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const automaton = toAutomaton(wholeText(key, place));
  compiled.set(key, automaton);
  return automaton;
}

/** The same language, for a matcher that always takes the text as a whole: anchors gone, missing ones filled in. */
function wholeText(pattern: string, place: FaultPlace): string {
  const { alternatives } = parse(pattern, place).ast.pattern;
  return alternatives
    .map((alternative) => {
      const elements = [...alternative.elements];
      const first = elements[0];
      const last = elements.at(-1);
      const opens = first?.type === 'Assertion' && first.kind === 'start';
      const closes = last?.type === 'Assertion' && last.kind === 'end';
      const inner = elements.slice(opens ? 1 : 0, closes ? -1 : undefined);
      for (const element of inner) refuseUnsupported(element, pattern, place);
      return `${opens ? '' : '[^]*'}(?:${inner.map(({ raw }) => raw).join('')})${closes ? '' : '[^]*'}`;
    })
    .join('|');
}

function parse(pattern: string, place: FaultPlace): JS.Parser {
  try {
    return JS.Parser.fromLiteral({ source: pattern, flags: 'u' });
  } catch (cause) {
    throw new Fault('usage', 'unsupported-keyword', `The pattern ${pattern} is no regular expression.`, {
      place,
      hint: 'Patterns follow ECMA-262 with the u flag.',
      cause,
    });
  }
}

function toAutomaton(source: string): DFA {
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source, flags: 'u' }).parse({
    maxNodes: 100_000,
  });
  const automaton = DFA.fromFA(NFA.fromRegex(expression, { maxCharacter }));
  automaton.minimize();
  return automaton;
}

const UNSUPPORTED: Readonly<Record<string, string>> = {
  Assertion: 'an assertion',
  Backreference: 'a back-reference',
};

/** Walks one element of the syntax tree with everything below it. */
function refuseUnsupported(node: object, pattern: string, place: FaultPlace): void {
  for (const [name, value] of Object.entries(node)) {
    // `parent` and `resolved` lead back up the tree; `references` sideways.
    if (name === 'parent' || name === 'resolved' || name === 'references') continue;
    const what = name === 'type' && typeof value === 'string' ? UNSUPPORTED[value] : undefined;
    if (what !== undefined) {
      throw new Fault('usage', 'unsupported-keyword', `The pattern ${pattern} contains ${what}.`, {
        place,
        hint: 'Write the pattern without it; only ^ at the very start and $ at the very end are understood.',
      });
    }
    for (const child of [value].flat()) {
      if (typeof child === 'object' && child !== null) refuseUnsupported(child, pattern, place);
    }
  }
}
