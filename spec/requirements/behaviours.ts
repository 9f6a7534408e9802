import { type Family, makeRequirement } from './family.ts';
import { requirementId } from './identifier.ts';

/** What OpenAPI cannot express: named in the description, checked by hand-written rules of the same name. */
export const behaviours: Family = (operation) =>
  operation.behaviours.map(({ rule, title, standing }) =>
    makeRequirement(
      operation,
      requirementId(operation, rule),
      title,
      { kind: 'behaviour', behaviour: rule },
      standing,
    ),
  );
