import type { Exchange, TransportFailure } from '../../reports/exchange.ts';

export type Answer = Exchange['outcome'];

/** An answer with a body: undefined has none, bytes and text go as they are, everything else as JSON. */
export function answer(
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
): Answer {
  return { kind: 'response', response: { status, headers, body: bytesOf(body), elapsed: 1 } };
}

/** A refusal whose body has the newer documented shape. */
export function refusal(
  status: number,
  code = `SVCSTG.SWR.${status}1025`,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body = { errors: [{ errorCode: code, errorMessage: 'No.' }], error_code: code, error_msg: 'No.' };
  return answer(status, body, { 'content-type': 'application/json', ...headers });
}

/** No whole answer. */
export function silence(kind: TransportFailure['kind'] = 'timeout'): Answer {
  const message = 'no complete answer within 10 ms';
  return {
    kind: 'failure',
    failure: kind === 'connection' ? { kind, code: 'ECONNRESET', message } : { kind, message },
  };
}

/** A listed share with its eleven members. */
export function item(account: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    namespace: 'group',
    repository: 'busybox',
    access_domain: account,
    permit: 'read',
    deadline: 'forever',
    description: '',
    creator_id: '5a1e0c7b',
    creator_name: 'owner',
    created: '2030-01-15T12:00:00.5Z',
    updated: '2030-01-15T12:00:00.5Z',
    status: true,
    ...more,
  };
}

function bytesOf(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}
