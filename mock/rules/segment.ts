/**
 * A path segment percent-decoded once (RFC 3986 §2.1: `+` stays a plus); null where an escape is malformed
 * or the bytes are not UTF-8.
 */
export function decodeSegment(wire: string): string | null {
  if (!wire.includes('%')) {
    return wire;
  }
  try {
    return decodeURIComponent(wire);
  } catch {
    return null;
  }
}
