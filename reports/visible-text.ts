/**
 * Everything that a reader would not see or that would reorder what they see: controls other than tab and
 * line feed, format characters (bidi, zero width, BOM), line and paragraph separators, lone surrogates,
 * private use, and the noncharacters (of which XML 1.0 forbids U+FFFE and U+FFFF).
 */
const HIDDEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** Replaces each hidden character by its name, `⟨U+202E⟩`, or by what `mark` makes of that name. */
export function showHidden(text: string, mark: (name: string) => string = (name) => `⟨${name}⟩`): string {
  return text.replace(HIDDEN, (character) => mark(nameCodePoint(character)));
}

/** The same in one line, for titles and table cells: runs of white space become one space. */
export function showInLine(text: string): string {
  return showHidden(text.replace(/\s*\r?\n\s*/gu, ' ').replaceAll('\t', ' ')).trim();
}

/** Cuts to `limit` characters and says how many were left out; never between the halves of a surrogate pair. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const high = text.charCodeAt(limit - 1);
  const end = high >= 0xd800 && high <= 0xdbff ? limit - 1 : limit;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}

function nameCodePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, '0')}`;
}
