import type { OutcomeKind } from '../../outcome-kind.ts';
import { html, type Markup } from './markup.ts';

/** Outcomes in the order of interest; a sign and a word each, so that colour only repeats them. */
export const OUTCOMES = {
  violated: { sign: '✗', word: 'violated' },
  'not-judged': { sign: '?', word: 'not judged' },
  'out-of-scope': { sign: '–', word: 'out of scope' },
  upheld: { sign: '✓', word: 'upheld' },
  observed: { sign: '○', word: 'observed' },
  'not-exercised': { sign: '·', word: 'not exercised' },
} as const satisfies Record<OutcomeKind, { sign: string; word: string }>;

export const OUTCOME_KINDS = Object.keys(OUTCOMES).filter((kind): kind is OutcomeKind => kind in OUTCOMES);

export function outcomeBadge(kind: OutcomeKind): Markup {
  const { sign, word } = OUTCOMES[kind];
  return html`<span class="badge ${kind}"><span class="sign" aria-hidden="true">${sign}</span>${word}</span>`;
}

const LEVELS: Readonly<Record<string, string>> = { must: 'MUST', should: 'SHOULD', observe: 'observe' };

export function levelWord(level: string): string {
  return LEVELS[level] ?? level;
}
