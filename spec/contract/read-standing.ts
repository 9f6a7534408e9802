import type { Cursor } from '../document/cursor.ts';
import { type Basis, type Level, NEEDS, type Need, type Source, type Standing } from './contract.ts';

const BASES = ['explicit', 'interpreted', 'unspecified'] as const satisfies readonly Basis[];
const LEVELS = ['must', 'should', 'observe'] as const satisfies readonly Level[];

/** What a foreign description without extensions is taken to say: its own words bind, and need nothing. */
export const PLAIN_STANDING: Standing = { level: 'must', basis: 'explicit', sources: [], needs: [] };

/**
 * Level, basis, sources and needs as written at a place (`x-level`, `x-basis`, `x-source`, `x-needs`); what is not
 * written is taken from `inherited`. What sources do not specify is only observed, unless a level is written.
 */
export function readStanding(cursor: Cursor | undefined, inherited: Standing): Standing {
  if (cursor === undefined) return inherited;
  const basis = cursor.get('x-basis')?.word(BASES);
  const level = cursor.get('x-level')?.word(LEVELS);
  const sources = cursor.get('x-source')?.items().map(readSource);
  const needs = readNeeds(cursor.get('x-needs'));
  return {
    basis: basis ?? inherited.basis,
    level: level ?? (basis === 'unspecified' ? 'observe' : inherited.level),
    sources: sources ?? inherited.sources,
    needs: needs ?? inherited.needs,
  };
}

/** A list of needs; undefined where none is written. */
export function readNeeds(cursor: Cursor | undefined): readonly Need[] | undefined {
  return cursor?.items().map((item) => item.word(NEEDS));
}

function readSource(cursor: Cursor): Source {
  return { document: cursor.member('document').text(), place: cursor.member('place').text() };
}
