import type { Json } from '../labelled.ts';
import type { BodyForm } from './change.ts';

/** The bytes of a body made from a valid one; `variant` (0 or more) picks among the ways a form can be made. */
export function deriveBody(body: Json, form: BodyForm, variant: number): Uint8Array {
  return FORMS[form](JSON.stringify(body), variant);
}

const FORMS: Record<BodyForm, (text: string, variant: number) => Uint8Array> = {
  // Cut anywhere behind the opening brace and before the closing one, so that no cut is complete JSON.
  truncated: (text, variant) => encode(text.slice(0, 1 + (variant % Math.max(1, text.length - 1)))),
  'in-array': (text) => encode(`[${text}]`),
  'in-string': (text) => encode(JSON.stringify(text)),
  'invalid-utf8': (text) => insertBytes(text, [0xff]),
  'byte-order-mark': (text) => encode(`\ufeff${text}`),
  'duplicate-members': (text) => encode(prepend(text, Object.entries(JSON.parse(text))[0])),
  'trailing-text': (text, variant) => encode(text + (TRAILS[variant % TRAILS.length] ?? '')),
  'unknown-member': (text, variant) =>
    encode(prepend(text, [STRANGERS[variant % STRANGERS.length] ?? 'unknown', 'x'])),
  // Valid as they were: order, white space and escapes are the writer's choice (RFC 8259 §2, §4, §7).
  reversed: (text) => encode(JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()))),
  spaced: (text) => encode(`\n${JSON.stringify(JSON.parse(text), null, '\t')} \r\n`),
  escaped: (text) => encode(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, escapeLetters)),
};

/** The text of an object with one more member in front, whether or not it has others. */
function prepend(text: string, member: readonly [name: string, value: unknown] | undefined): string {
  if (member === undefined) return text;
  const [name, value] = member;
  return `{${JSON.stringify(name)}:${JSON.stringify(value)}${text === '{}' ? '' : ','}${text.slice(1)}`;
}

/** Letters within one string of a JSON text; what is an escape already stays. */
function escapeLetters(string: string): string {
  return string.replaceAll(/\\u[0-9a-f]{4}|\\.|[a-z]/g, (found) =>
    found.length === 1 ? escapeLetter(found) : found,
  );
}

function escapeLetter(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const TRAILS = [' x', '{}', ',', '}'];
const STRANGERS = ['unknown', 'namespace', 'Permit', 'status', '__proto__'];

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes put into the last string of a JSON text, where they spoil the encoding and nothing else. */
function insertBytes(text: string, bytes: readonly number[]): Uint8Array {
  const end = text.lastIndexOf('"');
  return Uint8Array.from([...encode(text.slice(0, end)), ...bytes, ...encode(text.slice(end))]);
}
