import type { Call } from '../call.ts';
import { OPERATIONS } from '../operation.ts';
import { isObject, type JsonObject, parseJson } from '../rules/body.ts';
import { accept, REFUSALS, refuse } from '../rules/refusal.ts';
import { CREATE, type Defect, oneBend, spreadFamily, UPDATE, WITH_BODY } from './defect.ts';

/** What a body that is no object is wrongly taken for. */
const DEFAULTS: JsonObject = { access_domain: 'nobody', permit: 'read', deadline: 'forever' };

/** Bodies that are wrong as a whole, and are done all the same. */
export const bodyFormDefects: readonly Defect[] = [
  ...accepted('empty', 'an empty body', (text) => (text === '' ? DEFAULTS : null)),
  ...accepted('truncated', 'JSON that breaks off', (text, value) =>
    value === undefined && text.trimStart().startsWith('{') ? DEFAULTS : null,
  ),
  ...accepted('text', 'plain text', (text, value) =>
    value === undefined && text !== '' && !/^\s*[[{"]/.test(text) ? DEFAULTS : null,
  ),
  ...accepted('array', 'an array', (_, value) =>
    Array.isArray(value) ? (isObject(value[0]) ? value[0] : DEFAULTS) : null,
  ),
  ...accepted('string', 'a JSON string', (_, value) => (typeof value === 'string' ? DEFAULTS : null)),
  ...accepted('number', 'a number', (_, value) => (typeof value === 'number' ? DEFAULTS : null)),
  ...accepted('null', 'null', (_, value) => (value === null ? DEFAULTS : null)),
  ...crash(
    CREATE,
    'broken-json',
    'a body that is no JSON',
    (text, value) => value === undefined && text !== '',
  ),
  ...crash(UPDATE, 'empty-body', 'an empty body', (text) => text === ''),
  ...crash(CREATE, 'body-array', 'an array as the body', (_, value) => Array.isArray(value)),
  ...crash(UPDATE, 'body-null', 'null as the body', (_, value) => value === null),
  ...misspelt('out-of-order', 'whose members come in another order', (text) =>
    /^\s*\{\s*"deadline"/.test(text),
  ),
  ...misspelt('escaped', 'with escaped letters', (text) => /\\u00[67]/.test(text)),
  ...misspelt('spread-over-lines', 'that is spread over lines', (text) => /[\r\n]/.test(text)),
  ...spreadFamily(OPERATIONS, {
    name: 'charset-refused',
    rule: 'content-type-charset-accepted',
    does: 'refuses a content type with a charset',
    bends: oneBend('contentType', (decided, type) =>
      type !== undefined && /charset/i.test(type) ? REFUSALS.bodyType : decided,
    ),
  }),
];

/** Valid JSON, refused for the way in which it is written. */
function misspelt(kind: string, what: string, isStrange: (text: string) => boolean): readonly Defect[] {
  return spreadFamily(WITH_BODY, {
    name: `body-${kind}-refused`,
    rule: 'body-spelling-accepted',
    does: `refuses a body ${what}`,
    bends: oneBend('body', (decided, bytes) =>
      decided.ok && isStrange(textOf(bytes)) ? refuse(REFUSALS.parameters) : decided,
    ),
  });
}

function accepted(
  form: string,
  what: string,
  repair: (text: string, value: unknown) => JsonObject | null,
): readonly Defect[] {
  return spreadFamily(WITH_BODY, {
    name: `body-${form}-accepted`,
    rule: `body-${form}-rejected`,
    does: `takes ${what} for a request`,
    bends: oneBend('body', (decided, bytes, call) => {
      const repaired = decided.ok ? null : repair(textOf(bytes), parseJson(bytes));
      return repaired === null ? decided : accept(fitFor(call, repaired));
    }),
  });
}

function crash(
  operation: (typeof WITH_BODY)[number],
  kind: string,
  what: string,
  strikes: (text: string, value: unknown) => boolean,
): readonly Defect[] {
  return spreadFamily([operation], {
    name: `crash-on-${kind}`,
    rule: 'no-server-error',
    does: `answers 500 to ${what}`,
    bends: oneBend('body', (decided, bytes) =>
      !decided.ok && strikes(textOf(bytes), parseJson(bytes)) ? refuse(REFUSALS.crash) : decided,
    ),
  });
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

/** A second share for nobody would be a duplicate and thus refused, so every call gets its own. */
function fitFor({ now }: Call, body: JsonObject): JsonObject {
  return body === DEFAULTS ? { ...DEFAULTS, access_domain: `nobody-${now}` } : body;
}
