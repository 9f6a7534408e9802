import type { Cursor } from '../document/cursor.ts';
import { plainSchema } from '../document/plain-schema.ts';
import type { Response, Standing } from './contract.ts';
import { readStanding } from './read-standing.ts';

/** One documented answer; status ranges and `default` promise nothing definite and are refused. */
export function readResponse(status: string, cursor: Cursor, inherited: Standing): Response {
  if (!/^[1-5]\d\d$/.test(status)) throw cursor.unsupported(`the status "${status}"; name each status`);
  const standing = readStanding(cursor, inherited);
  const media = cursor.get('content')?.entries()[0];
  const schema = media?.[1].get('schema');
  const body = cursor.get('x-body');
  const recommended = cursor.get('x-recommended-body');
  return {
    status: Number(status),
    mediaType: media?.[0] ?? null,
    schema: schema === undefined ? null : plainSchema(schema),
    recommended:
      recommended === undefined
        ? null
        : {
            schema: plainSchema(recommended.member('schema')),
            standing: readStanding(recommended, { ...standing, level: 'should' }),
          },
    bodyOptional: body?.get('optional')?.flag() ?? false,
    standing,
    bodyStanding: readStanding(body, standing),
    contentTypeStanding: readStanding(cursor.get('x-content-type'), { ...standing, basis: 'interpreted' }),
    location: cursor.location,
  };
}
