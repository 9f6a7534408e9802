import type { Credential } from '../../generators/request/change.ts';

/** The header that carries a credential; null where nothing is to be sent. The only place that meets the token. */
export function credentialHeader(
  credential: Credential,
  header: string | null,
  token: string | null,
): readonly [name: string, value: string] | null {
  if (header === null) return null;
  const good = token ?? '';
  switch (credential.kind) {
    case 'missing':
      return null;
    case 'empty':
      return [header, ''];
    case 'garbage':
      // Whoever chose such a token must not find it called garbage.
      return [header, credential.value === good ? `${good}x` : credential.value];
    case 'recased':
      return [header, recase(good)];
    case 'prefix':
      return [
        header,
        good.slice(0, Math.max(0, Math.min(good.length - 1, Math.floor(good.length * credential.keep)))),
      ];
    case 'extension':
      return [header, good + credential.suffix];
    case 'renamed':
      return token === null ? null : [credential.header, good];
    case 'good':
      return token === null ? null : [header, good];
  }
}

/** Every letter in the other case; a token without letters gets one more character instead. */
export function recase(token: string): string {
  const swapped = token.replaceAll(/[a-zA-Z]/g, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
  return swapped === token ? `${token}x` : swapped;
}
