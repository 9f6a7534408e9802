import type { SentRequest } from '../../reports/exchange.ts';
import { recase } from './credential-headers.ts';

/** Headers that curl sets by itself, or that only say who sent the request. */
const LEFT_OUT = new Set(['user-agent', 'content-length', 'host']);

/**
 * A line for a POSIX shell that sends the same request again. The token is `$SWR_AUTH_TOKEN`; a body whose bytes an
 * argument cannot carry (NUL, or not UTF-8) comes from `printf` through standard input.
 */
export function curlCommand(request: SentRequest, tokenHeader: string | null, token: string | null): string {
  const parts = ['curl', '-sS', '-i', '--globoff', '--path-as-is', '-X', request.method];
  for (const [name, value] of request.headers) {
    if (LEFT_OUT.has(name.toLowerCase())) continue;
    parts.push(
      '-H',
      headerArgument(name, value, name.toLowerCase() === tokenHeader?.toLowerCase() ? token : null),
    );
  }
  // Without a body curl would invent no content type, but it would with -d; an absent one is switched off.
  if (request.body !== null && !request.headers.some(([name]) => name.toLowerCase() === 'content-type'))
    parts.push('-H', quote('Content-Type:'));
  parts.push(quote(request.url));
  if (request.body === null) return parts.join(' ');
  const text = decodeArgument(request.body);
  if (text !== undefined) return [...parts, '--data-binary', quote(text)].join(' ');
  return `printf '${octal(request.body)}' | ${[...parts, '--data-binary', '@-'].join(' ')}`;
}

/** Single quotes keep everything literal; a quote itself is put between two quoted parts. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function headerArgument(name: string, value: string, token: string | null): string {
  // curl drops a header that ends in a colon; a semicolon in its place sends it empty.
  if (value === '') return quote(`${name};`);
  if (token === null || token === '') return quote(`${name}: ${value}`);
  // Most of a token is as good as the token: a part of it is cut from the variable, too.
  if (isTokenPart(value, token))
    return `${quote(`${name}: `)}"$(printf %s "$SWR_AUTH_TOKEN" | cut -c1-${value.length})"`;
  if (isRecased(value, token))
    return `${quote(`${name}: `)}"$(printf %s "$SWR_AUTH_TOKEN" | tr a-zA-Z A-Za-z)"`;
  if (!value.includes(token)) return quote(`${name}: ${value}`);
  const [before = '', ...after] = value.split(token);
  const rest = after.join(token);
  return `${quote(`${name}: ${before}`)}"$SWR_AUTH_TOKEN"${rest === '' ? '' : quote(rest)}`;
}

/** A value that is the beginning of the token, and long enough to give some of it away. */
export function isTokenPart(value: string, token: string): boolean {
  return value.length >= 4 && value.length < token.length && token.startsWith(value);
}

/** The token with its letters in the other case, which whoever reads it can turn back. */
export function isRecased(value: string, token: string): boolean {
  return token.length >= 4 && value === recase(token) && !value.includes(token);
}

function decodeArgument(body: Uint8Array): string | undefined {
  if (body.includes(0) || body[0] === 0x40 /* @ would name a file */) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** `%`, `'`, `\\` mean something to printf or the shell, and so does a leading `-`. */
const SPECIAL = new Set([0x25, 0x27, 0x2d, 0x5c]);

function octal(body: Uint8Array): string {
  return Array.from(body, (byte) =>
    byte >= 0x20 && byte < 0x7f && !SPECIAL.has(byte)
      ? String.fromCharCode(byte)
      : `\\${byte.toString(8).padStart(3, '0')}`,
  ).join('');
}
