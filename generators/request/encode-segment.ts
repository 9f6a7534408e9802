/**
 * One path segment, percent-encoded once as UTF-8 (RFC 3986 §2.1, §3.3): all but the unreserved characters and `$`,
 * which is legal in a segment and stands for `/` in repository names. A lone surrogate is written as its three
 * bytes, which is not UTF-8: no other way leads it to the endpoint.
 */
export function encodeSegment(value: string): string {
  let encoded = '';
  for (const character of value) {
    encoded += /[A-Za-z0-9\-._~$]/.test(character) ? character : encodeFully(character);
  }
  return encoded;
}

/** One path segment with nothing escaped that may stand there as it is: `+`, `@`, `!` and the like are themselves. */
export function encodeLightly(value: string): string {
  let encoded = '';
  for (const character of value) {
    encoded += /[A-Za-z0-9\-._~$!&'()*+,;=:@]/.test(character) ? character : encodeFully(character);
  }
  return encoded;
}

/** Every byte of a text percent-encoded, unreserved characters too. */
export function encodeFully(text: string): string {
  let encoded = '';
  for (const character of text) {
    for (const byte of bytesOf(character)) encoded += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

function bytesOf(character: string): Iterable<number> {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0xd800 || code > 0xdfff) return new TextEncoder().encode(character);
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];
}
