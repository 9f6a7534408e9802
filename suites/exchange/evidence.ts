import type { Exchange } from '../../reports/exchange.ts';
import type { FindingStep } from '../../reports/report.ts';
import { curlCommand, isRecased, isTokenPart } from './curl.ts';

/** Headers of an answer worth keeping; the others say nothing about the contract and differ between runs. */
const KEPT = [
  'content-type',
  'content-length',
  'allow',
  'location',
  'retry-after',
  'www-authenticate',
  'x-request-id',
];

/** Longer bodies are cut in reports. */
const BODY_KEPT = 64 * 1024;

/** What must not appear in evidence, and the header that carries it. */
export interface Secrets {
  readonly tokenHeader: string | null;
  readonly token: string | null;
}

/** An exchange as evidence: the token masked wherever it occurs, bodies as text, and a line that repeats it. */
export function evidence(purpose: string, exchange: Exchange, secrets: Secrets): FindingStep {
  const { request, outcome } = exchange;
  const parts = tokenParts(request, secrets);
  const mask = (text: string) =>
    parts.reduce(
      (masked, part) => masked.replaceAll(part, '$SWR_AUTH_TOKEN'),
      maskToken(text, secrets.token),
    );
  return {
    purpose,
    request: {
      method: request.method,
      url: mask(request.url),
      headers: Object.fromEntries(request.headers.map(([name, value]) => [name, mask(value)])),
      body: request.body === null ? null : bodyText(request.body, mask),
    },
    response:
      outcome.kind === 'failure'
        ? null
        : {
            status: outcome.response.status,
            headers: Object.fromEntries(
              KEPT.flatMap((name) => {
                const value = outcome.response.headers[name];
                return value === undefined ? [] : [[name, mask(value)]];
              }),
            ),
            body: bodyText(outcome.response.body, mask),
          },
    failure: outcome.kind === 'failure' ? mask(outcome.failure.message) : null,
    curl: mask(curlCommand(request, secrets.tokenHeader, secrets.token)),
  };
}

/** Every occurrence of the token replaced; tokens shorter than four characters would blot out ordinary text. */
export function maskToken(text: string, token: string | null): string {
  return token === null || token.length < 4 ? text : text.replaceAll(token, '$SWR_AUTH_TOKEN');
}

/** What the request carried of the token, where that was only a part of it or recased; answers may repeat it. */
function tokenParts({ headers }: Exchange['request'], { token, tokenHeader }: Secrets): string[] {
  if (token === null) return [];
  return headers
    .filter(([name]) => name.toLowerCase() === tokenHeader?.toLowerCase())
    .map(([, value]) => value)
    .filter((value) => isTokenPart(value, token) || isRecased(value, token));
}

/** Masked before it is cut: a cut through the token would leave a part of it. */
function bodyText(body: Uint8Array, mask: (text: string) => string): string {
  const text = mask(new TextDecoder('utf-8', { ignoreBOM: true }).decode(body));
  return body.length > BODY_KEPT ? `${text.slice(0, BODY_KEPT)}… (${body.length} bytes)` : text;
}
