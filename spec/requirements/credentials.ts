import { type Family, makeRequirement } from './family.ts';
import { requirementId } from './identifier.ts';

const WORDS = { accepted: 'is accepted', rejected: 'is refused', observed: 'is observed' } as const;

/** Every form of credential that the security scheme names, on every operation that asks for it. */
export const credentials: Family = (operation) => {
  const scheme = operation.security;
  if (scheme === null) return [];
  return scheme.forms.map(({ form, polarity, statuses, standing }) =>
    makeRequirement(
      operation,
      requirementId(operation, scheme.name, form, polarity),
      `A request with ${scheme.header} of the form "${form.replaceAll('-', ' ')}" ${WORDS[polarity]}` +
        (statuses.length === 0 ? '' : ` (${statuses.join(' or ')})`),
      { kind: 'credential', form, polarity },
      standing,
    ),
  );
};
