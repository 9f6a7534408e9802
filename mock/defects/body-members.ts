import type { Bend } from '../deviation.ts';
import { isObject } from '../rules/body.ts';
import { accept, REFUSALS, type Reading, refuse } from '../rules/refusal.ts';
import { CREATE, type Defect, oneBend, spreadFamily, UPDATE, WITH_BODY } from './defect.ts';

type Operations = readonly (typeof WITH_BODY)[number][];

const CRASH = refuse<never>(REFUSALS.crash);

/** Wrong values of `permit` and `description` that are accepted, and right ones that are refused. */
export const bodyMemberDefects: readonly Defect[] = [
  ...spreadFamily(WITH_BODY, {
    name: 'permit-read-refused',
    rule: 'permit-const-accepted',
    does: 'refuses read as permit',
    bends: oneBend('permit', (decided) => (decided.ok ? refuse(REFUSALS.permit) : decided)),
  }),
  ...permits(
    'permit-any-case-accepted',
    'const',
    WITH_BODY,
    'accepts permit in another case',
    (value) => typeof value === 'string' && value.toLowerCase() === 'read',
  ),
  ...permits(
    'permit-write-accepted',
    'const',
    [UPDATE],
    'accepts write as permit',
    (value) => value === 'write',
  ),
  ...permits(
    'permit-any-word-accepted',
    'const',
    [CREATE],
    'accepts any word as permit',
    (value) => typeof value === 'string' && value !== '',
  ),
  ...permits(
    'permit-padded-accepted',
    'const',
    [CREATE],
    'accepts permit with white space around it',
    (value) => typeof value === 'string' && value.trim() === 'read',
  ),
  ...permits('permit-empty-accepted', 'const', [UPDATE], 'accepts an empty permit', (value) => value === ''),
  ...permits('permit-array-accepted', 'type', [CREATE], 'accepts an array as permit', Array.isArray),
  ...permits('permit-null-accepted', 'type', WITH_BODY, 'accepts null as permit', (value) => value === null),
  ...permits(
    'permit-boolean-accepted',
    'type',
    [UPDATE],
    'accepts a boolean as permit',
    (value) => typeof value === 'boolean',
  ),
  ...permits(
    'permit-missing-accepted',
    'required',
    WITH_BODY,
    'accepts a body without permit',
    (value) => value === undefined,
  ),
  ...descriptions(
    'description-number-coerced',
    'type-rejected',
    [CREATE],
    'turns a number into a description',
    (value) => (typeof value === 'number' ? accept(String(value)) : null),
  ),
  ...descriptions(
    'description-object-accepted',
    'type-rejected',
    [UPDATE],
    'takes an object for a description',
    (value) => (isObject(value) || Array.isArray(value) ? accept(JSON.stringify(value)) : null),
  ),
  ...descriptions(
    'description-boolean-accepted',
    'type-rejected',
    WITH_BODY,
    'takes a boolean for a description',
    (value) => (typeof value === 'boolean' ? accept(value ? 'yes' : '') : null),
  ),
  ...refusedTexts(
    '255-characters',
    'max-length-accepted',
    WITH_BODY,
    'of 255 characters',
    (text) => text.length === 255,
  ),
  ...refusedTexts(
    '255-bytes',
    'max-length-accepted',
    [CREATE],
    'of more than 255 bytes',
    (text) => Buffer.byteLength(text) > 255 && text.length < 256,
  ),
  ...refusedTexts(
    '256-characters',
    'max-length-recommended',
    WITH_BODY,
    'of more than 255 characters',
    (text) => [...text].length > 255,
  ),
  ...refusedTexts('foreign-letter', 'format-accepted', [UPDATE], 'with letters beyond ASCII', (text) =>
    /[^\0-\x7f]/.test(text),
  ),
  ...refusedTexts('quotation-mark', 'format-accepted', [CREATE], 'with a quotation mark', (text) =>
    /["']/.test(text),
  ),
  ...refusedTexts(
    'astral',
    'format-recommended',
    WITH_BODY,
    'with characters beyond the basic plane',
    (text) => /[\u{10000}-\u{10ffff}]/u.test(text),
  ),
  ...descriptions(
    'description-mandatory',
    'required-accepted',
    WITH_BODY,
    'refuses a body without a description',
    (value) => (value === undefined ? refuse(REFUSALS.parameterMissing) : null),
  ),
  ...spreadFamily(WITH_BODY, {
    name: 'null-description-kept-as-null',
    rule: 'null-description-reads-as-string',
    does: 'accepts null as a description and keeps it as null',
    bends: oneBend('description', (decided, value) => (value === null ? accept(null) : decided)),
  }),
  ...crash(
    CREATE,
    'crash-on-long-description',
    'a description of more than 255 characters',
    (value) => typeof value === 'string' && value.length > 255,
  ),
  ...crash(
    UPDATE,
    'crash-on-astral-description',
    'a description with characters beyond the basic plane',
    (value) => typeof value === 'string' && /[\u{10000}-\u{10ffff}]/u.test(value),
  ),
  ...crash(CREATE, 'crash-on-null-description', 'null as a description', (value) => value === null),
  ...crash(UPDATE, 'crash-on-description-array', 'an array as a description', Array.isArray),
  ...crash(
    CREATE,
    'crash-on-quoted-description',
    'an apostrophe in a description',
    (value) => typeof value === 'string' && value.includes("'"),
  ),
  ...crash(
    UPDATE,
    'crash-on-foreign-description',
    'a description with letters beyond ASCII',
    (value) => typeof value === 'string' && /[^\0-\x7f]/.test(value),
  ),
];

function permits(
  name: string,
  keyword: string,
  operations: Operations,
  does: string,
  accepts: (value: unknown) => boolean,
): readonly Defect[] {
  const bends = oneBend('permit', (decided, value) =>
    !decided.ok && accepts(value) ? accept('read') : decided,
  );
  return spreadFamily(operations, { name, rule: `permit-${keyword}-rejected`, does, bends });
}

function descriptions(
  name: string,
  rule: string,
  operations: Operations,
  does: string,
  read: (value: unknown) => Reading<string> | null,
): readonly Defect[] {
  const bends: readonly Bend[] = oneBend('description', (decided, value) => read(value) ?? decided);
  return spreadFamily(operations, { name, rule: `description-${rule}`, does, bends });
}

function refusedTexts(
  kind: string,
  rule: string,
  operations: Operations,
  what: string,
  strikes: (text: string) => boolean,
): readonly Defect[] {
  return descriptions(
    `description-${kind}-refused`,
    rule,
    operations,
    `refuses a description ${what}`,
    (value) => (typeof value === 'string' && strikes(value) ? refuse(REFUSALS.parameterInvalid) : null),
  );
}

function crash(
  operation: Operations[number],
  name: string,
  what: string,
  strikes: (value: unknown) => boolean,
): readonly Defect[] {
  const bends = oneBend('description', (decided, value) => (strikes(value) ? CRASH : decided));
  return spreadFamily([operation], { name, rule: 'no-server-error', does: `answers 500 to ${what}`, bends });
}
