import { accept, REFUSALS, type Reading, refuse } from './refusal.ts';
import { decodeSegment } from './segment.ts';

/** What sets the two kinds of name apart (list page 2024, namespace; update page 2025, repository). */
export interface NameRule {
  readonly longest: number;
  readonly leadingDigit: boolean;
  readonly separators: string;
}

export const NAMESPACE_RULE: NameRule = { longest: 64, leadingDigit: false, separators: '._-' };
export const REPOSITORY_RULE: NameRule = { longest: 128, leadingDigit: true, separators: '._-/' };

/** The namespace that a path segment names. */
export function readNamespace(wire: string): Reading<string> {
  const name = decodeSegment(wire);
  return name !== null && isName(name, NAMESPACE_RULE) ? accept(name) : refuse(REFUSALS.namespace);
}

/** The repository that a path segment names; a slash is written `$`, bare or percent-encoded. */
export function readRepository(wire: string): Reading<string> {
  const decoded = decodeSegment(wire);
  if (decoded === null || decoded.includes('/')) {
    return refuse(REFUSALS.repository);
  }
  const name = decoded.replaceAll('$', '/');
  return isName(name, REPOSITORY_RULE) ? accept(name) : refuse(REFUSALS.repository);
}

/** Separators stand alone, except that an underscore may stand twice. */
export function isName(name: string, rule: NameRule): boolean {
  if (name.length === 0 || name.length > rule.longest) {
    return false;
  }
  if (!isLetter(name.charAt(0)) && !(rule.leadingDigit && isDigit(name.charAt(0)))) {
    return false;
  }
  let run = '';
  for (const character of name) {
    if (isLetter(character) || isDigit(character)) {
      run = '';
    } else if (rule.separators.includes(character) && (run === '' || run + character === '__')) {
      run += character;
    } else {
      return false;
    }
  }
  return run === '';
}

export function isLetter(character: string): boolean {
  return character >= 'a' && character <= 'z';
}

export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
