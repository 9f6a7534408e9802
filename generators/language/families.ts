import { type CharSet, JS } from 'refa';

/**
 * Characters that implementers treat alike, or forget alike. Every character belongs to exactly one family, the
 * first that holds it; in a class of a pattern the family's part is what a label speaks of.
 */
export interface Family {
  readonly name: string;
  /** Where a draw falls: letters more often than the rest, `0` for characters sent only where nothing else will do. */
  readonly weight: number;
  /** Plain characters build the inconspicuous rest of a text around the one place that matters. */
  readonly plain: boolean;
  /** Letters and digits stand where letters and digits are due, all others where separators are. */
  readonly wordlike: boolean;
  /** The characters a reader should meet first, simplest first. */
  readonly favourites: string;
  readonly characters: CharSet;
}

/** Greatest code point; refa counts characters of a pattern with the `u` flag to here. */
export const MAX_CHARACTER = 0x10ffff;

export const FAMILIES: readonly Family[] = [
  family('lower-case letter', '[a-z]', { weight: 6, plain: true, favourites: 'ab' }),
  family('digit', '[0-9]', { weight: 3, plain: true, favourites: '01' }),
  family('upper-case letter', '[A-Z]', { weight: 2, plain: true, favourites: 'A' }),
  family('hyphen', '-', { plain: true }),
  family('dot', '\\.', { plain: true }),
  family('underscore', '_', { plain: true }),
  family('dollar', '\\$'),
  family('slash', '\\/'),
  family('space', ' '),
  family('plus', '\\+'),
  family('at sign', '@'),
  family('tilde', '~'),
  family('semicolon', ';'),
  family('percent', '%'),
  family('query or hash', '[?#]'),
  family('backslash', '\\\\'),
  family('quote or bracket', '["\'`()<>[\\]{}]', { favourites: '(' }),
  family('other punctuation', '[!&*,:=^|]', { favourites: '!' }),
  family('letter that folds into ASCII', '[\\u017f\\u212a\\u0130\\u0131Ａ-Ｚａ-ｚ]', {
    favourites: '\u212a',
  }),
  family('Latin letter beyond ASCII', '[À-ÖØ-öø-ʯ]', { favourites: 'ä' }),
  family('letter of another script', '[α-ρА-яא-תぁ-ゖ一-龥가-힣]', { favourites: '名' }),
  family('letter beyond the basic plane', '[\\u{1d400}-\\u{1d454}\\u{20000}-\\u{2a6d6}]', {
    favourites: '𝐀',
  }),
  family('digit beyond ASCII', '[²³¹٠-٩０-９]', { favourites: '٣' }),
  family('symbol beyond ASCII', '[¡-©«¬®-±´¶-¸»¿×÷€™→∀]', { favourites: '€' }),
  family('emoji', '[\\u{1f600}-\\u{1f64f}]', { favourites: '😀' }),
  family('combining mark', '[\\u0300-\\u036f]', { favourites: '\u0301' }),
  family('white space beyond ASCII', '[\\u00a0\\u2002-\\u200a\\u202f\\u205f\\u3000]', {
    favourites: '\u00a0',
  }),
  family('invisible character', '[\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060\\ufeff]', {
    favourites: '\u200b',
  }),
  family('tab or line break', '[\\t-\\r]', { favourites: '\t' }),
  family('NUL', '\\0'),
  family('control character', '[\\x01-\\x08\\x0e-\\x1f\\x7f-\\x9f]', { favourites: '\x7f' }),
  family('lone surrogate', '[\\ud800-\\udfff]', { favourites: '\ud800' }),
  family('private-use character', '[\\ue000-\\uf8ff]'),
  family('other character', '[^]', { weight: 0 }),
];

function family(
  name: string,
  source: string,
  more: { weight?: number; plain?: boolean; favourites?: string } = {},
): Family {
  const { weight = 1, plain = false, favourites = '' } = more;
  const wordlike = /letter|digit|combining/.test(name);
  return { name, weight, plain, wordlike, favourites, characters: charactersOf(source) };
}

function charactersOf(source: string): CharSet {
  const { expression } = JS.Parser.fromLiteral({ source, flags: 'u' }).parse();
  const element = expression.alternatives[0]?.elements[0];
  if (element?.type !== 'CharacterClass') throw new TypeError(`${source} is not one class of characters`);
  return element.characters;
}
