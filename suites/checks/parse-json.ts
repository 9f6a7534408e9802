/** A body read as JSON (RFC 8259: UTF-8), or why it is none. Parsed once per body, however many checks ask. */
export type ParsedBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string };

const parsed = new WeakMap<Uint8Array, ParsedBody>();

export function parseJson(body: Uint8Array): ParsedBody {
  const known = parsed.get(body);
  if (known !== undefined) return known;
  const result = read(body);
  parsed.set(body, result);
  return result;
}

function read(body: Uint8Array): ParsedBody {
  if (body.length === 0) return { ok: false, reason: 'it is empty' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return { ok: false, reason: 'it is not UTF-8' };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, reason: 'it is not JSON' };
  }
}
