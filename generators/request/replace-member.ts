import type { Json } from '../labelled.ts';

/**
 * A copy of a JSON value with the member at a pointer replaced, or left out where `value` is undefined. Members keep
 * their order, a new one comes last; `__proto__` is a name like any other.
 */
export function replaceMember(
  body: Json | undefined,
  pointer: string,
  value: Json | undefined,
): Json | undefined {
  const tokens = pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  return replaceAt(body, tokens, value);
}

function replaceAt(
  body: Json | undefined,
  tokens: readonly string[],
  value: Json | undefined,
): Json | undefined {
  const [name, ...rest] = tokens;
  if (name === undefined) return value;
  const members = new Map<string, Json>(
    typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.entries(body) : [],
  );
  const member = replaceAt(members.get(name), rest, value);
  if (member === undefined) members.delete(name);
  else members.set(name, member);
  return Object.fromEntries(members);
}
