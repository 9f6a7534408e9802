import { accept, REFUSALS, type Reading, refuse } from './refusal.ts';

/** A JSON object, members as they came. */
export type JsonObject = Readonly<Record<string, unknown>>;

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The JSON object that the bytes of a body hold. */
export function readBody(bytes: Uint8Array): Reading<JsonObject> {
  const value = parseJson(bytes);
  return isObject(value) ? accept(value) : refuse(REFUSALS.parameters);
}

/** Undefined where the bytes are not JSON in UTF-8. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(UTF_8.decode(bytes));
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
