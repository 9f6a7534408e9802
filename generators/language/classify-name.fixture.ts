export type NameKind = 'namespace' | 'repository';
export type NameVerdict = 'accepted' | 'rejected' | 'observed';

/**
 * What the rulings say of a name in its wire form (rows 6 and 7), written a second time and without any expression,
 * so that generators are held to something that they do not share a line with.
 */
export function classifyName(name: string, kind: NameKind): NameVerdict {
  const characters = [...name];
  if (name === '.' || name === '..') return 'observed';
  const longest = kind === 'namespace' ? 64 : 128;
  if (characters.length === 0) return 'rejected';
  if (characters.some((character) => isUnnamed(character, kind))) {
    return characters.length > longest ? 'rejected' : 'observed';
  }
  if (characters.length > longest) return 'rejected';
  if (!characters.every((character) => isCore(character) || isSeparator(character, kind))) return 'rejected';
  const first = characters[0] ?? '';
  if (!isCore(first) || (kind === 'namespace' && !isLower(first))) return 'rejected';
  if (!isCore(characters.at(-1) ?? '')) return 'rejected';
  const runs = separatorRuns(characters);
  if (runs.every((run) => run.length === 1 || run === '__')) return 'accepted';
  return runs.every((run) => run.length === 1 || run === '__' || onlyHyphens(run)) ? 'observed' : 'rejected';
}

function separatorRuns(characters: readonly string[]): string[] {
  const runs: string[] = [];
  let run = '';
  for (const character of characters) {
    if (!isCore(character)) run += character;
    else if (run !== '') {
      runs.push(run);
      run = '';
    }
  }
  return runs;
}

function onlyHyphens(run: string): boolean {
  return [...run].every((character) => character === '-');
}

function isLower(character: string): boolean {
  return character.length === 1 && character >= 'a' && character <= 'z';
}

function isCore(character: string): boolean {
  return isLower(character) || (character.length === 1 && character >= '0' && character <= '9');
}

function isSeparator(character: string, kind: NameKind): boolean {
  return ['.', '_', '-'].includes(character) || (kind === 'repository' && character === '$');
}

/** Neither a letter nor printable ASCII, or printable and left open by the rulings. */
function isUnnamed(character: string, kind: NameKind): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) {
    return [';', '/', '\\', '%', '?', '#'].includes(character) || (kind === 'namespace' && character === '$');
  }
  return !isLetter(character);
}

function isLetter(character: string): boolean {
  // Letters with case change under it; of the others we only send Hebrew, kana, Han and Hangul.
  if (character.toLowerCase() !== character.toUpperCase() && !/\p{M}|\p{N}|\p{S}/u.test(character))
    return true;
  const code = character.codePointAt(0) ?? 0;
  const blocks = [
    [0xc0, 0x2af],
    [0x5d0, 0x5ea],
    [0x3041, 0x3096],
    [0x4e00, 0x9fa5],
    [0xac00, 0xd7a3],
    [0x1d400, 0x1d454],
    [0x20000, 0x2a6d6],
  ] as const;
  return code !== 0xd7 && code !== 0xf7 && blocks.some(([from, to]) => from <= code && code <= to);
}
