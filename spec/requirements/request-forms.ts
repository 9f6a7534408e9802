import { type Family, makeRequirement } from './family.ts';
import { requirementId } from './identifier.ts';

const WORDS = { accepted: 'is accepted', rejected: 'is refused', observed: 'is observed' } as const;

/** Requests that are unusual as a whole: their body's form, their content type. */
export const requestForms: Family = (operation) =>
  operation.forms.map(({ form, polarity, standing }) =>
    makeRequirement(
      operation,
      requirementId(operation, form, polarity),
      `A request of the form "${form.replaceAll('-', ' ')}" ${WORDS[polarity]}`,
      { kind: 'request-form', form, polarity },
      standing,
    ),
  );
