import type { Cursor } from '../document/cursor.ts';
import type { Parameter, Standing } from './contract.ts';
import { readStanding } from './read-standing.ts';
import { readValue } from './read-value.ts';

const PLACES = ['path', 'query', 'header'] as const;

/** One parameter; `cookie` parameters and parameters described by `content` are refused with their pointer. */
export function readParameter(cursor: Cursor, inherited: Standing): Parameter {
  if (cursor.get('in')?.value === 'cookie') throw cursor.unsupported('a cookie parameter');
  if (cursor.get('content') !== undefined) throw cursor.unsupported('a parameter described by "content"');
  const standing = readStanding(cursor, inherited);
  const reserved = cursor.get('x-reserved');
  return {
    name: cursor.member('name').text(),
    in: cursor.member('in').word(PLACES),
    required: cursor.get('required')?.flag() ?? false,
    value: readValue(cursor.member('schema'), standing),
    wire: new Map(
      (cursor.get('x-wire')?.entries() ?? []).map(([character, forms]) => [character, forms.texts()]),
    ),
    reserved:
      reserved === undefined
        ? null
        : {
            characters: reserved.member('characters').texts(),
            standing: readStanding(reserved, { ...standing, basis: 'interpreted' }),
          },
    location: cursor.location,
  };
}
