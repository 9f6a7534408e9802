import type { Cursor } from '../document/cursor.ts';
import { plainSchema } from '../document/plain-schema.ts';
import type { ConstraintStanding, JsonSchema, Standing, ValueContract } from './contract.ts';
import { readNeeds, readStanding } from './read-standing.ts';

/**
 * What may stand in one place of a request. The schema's own keywords are the narrow reading; `x-wide` and
 * `x-recommended` name the keywords in which another reading differs (`null`: it lacks the keyword).
 */
export function readValue(schema: Cursor, inherited: Standing): ValueContract {
  const here = schema.resolved();
  const narrow = plainSchema(here);
  const standing = readStanding(here, inherited);
  const recommended = here.get('x-recommended');
  return {
    narrow,
    wide: override(narrow, here.get('x-wide')),
    recommended: recommended === undefined ? null : override(narrow, recommended),
    format: here.get('x-format')?.text() ?? null,
    constraints: new Map(
      (here.get('x-constraints')?.entries() ?? []).map(([keyword, constraint]) => [
        keyword,
        readConstraint(constraint, standing),
      ]),
    ),
    standing,
    acceptingNeeds: readNeeds(here.get('x-accepting-needs')) ?? [],
    location: here.location,
  };
}

/** Standing of a constraint that the description says nothing special about. */
export function plainConstraint(standing: Standing): ConstraintStanding {
  return {
    accepted: standing,
    recommended: { ...standing, level: 'should', basis: 'interpreted' },
    // That an invalid request is refused follows from the constraint; hardly any source says it in words.
    rejected: { ...standing, basis: 'interpreted' },
    observed: { ...standing, level: 'observe', basis: 'unspecified' },
  };
}

function readConstraint(cursor: Cursor, inherited: Standing): ConstraintStanding {
  const standing = readStanding(cursor, inherited);
  const plain = plainConstraint(standing);
  return {
    accepted: readStanding(cursor.get('accepted'), plain.accepted),
    recommended: readStanding(cursor.get('recommended'), plain.recommended),
    rejected: readStanding(cursor.get('rejected'), plain.rejected),
    observed: readStanding(cursor.get('observed'), plain.observed),
  };
}

function override(narrow: JsonSchema, overrides: Cursor | undefined): JsonSchema {
  if (overrides === undefined) return narrow;
  const schema: Record<string, unknown> = { ...narrow };
  for (const [keyword, value] of overrides.entries()) {
    if (value.value === null) delete schema[keyword];
    else schema[keyword] = value.value;
  }
  return schema;
}
