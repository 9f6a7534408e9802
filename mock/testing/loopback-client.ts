import { OPERATIONS, type OperationId } from '../operation.ts';

/** One request; what is left out is what a careful client would send. */
export interface Asking {
  readonly operation: OperationId;
  readonly namespace?: string;
  /** As written on the wire, `$` for a slash. */
  readonly repository?: string;
  /** As written on the wire. */
  readonly account?: string;
  /** A string is sent as it is, everything else as JSON. */
  readonly body?: unknown;
  /** Replaces `X-Auth-Token` and `Content-Type` where it names them; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly method?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where the text is no JSON. */
  readonly json: unknown;
}

export type Client = (asking: Asking) => Promise<Answered>;

const METHODS = ['POST', 'GET', 'GET', 'PATCH', 'DELETE'];

/** A plain client for the tests of this folder, which looks at nothing. */
export function connectClient(endpoint: { readonly url: string; readonly token: string }): Client {
  return async ({ operation, namespace = 'group', repository = 'busybox', account = 'acme', ...asking }) => {
    const parent = `${endpoint.url}/v2/manage/namespaces/${namespace}/repositories/${repository}/access-domains`;
    const upon = operation === 'createRepoDomains' || operation === 'listRepoDomains' ? '' : `/${account}`;
    const headers = { 'X-Auth-Token': endpoint.token, 'Content-Type': 'application/json', ...asking.headers };
    const body = asking.body === undefined ? defaultBody(operation, account) : asking.body;
    const response = await fetch(`${parent}${upon}`, {
      method: asking.method ?? METHODS[OPERATIONS.indexOf(operation)] ?? 'GET',
      headers: Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== null),
      body: body === null ? null : printBody(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  };
}

function defaultBody(operation: OperationId, account: string): unknown {
  const draft = { permit: 'read', deadline: 'forever' };
  if (operation === 'createRepoDomains') {
    return { access_domain: decodeURIComponent(account), ...draft };
  }
  return operation === 'updateRepoDomains' ? draft : null;
}

function printBody(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) {
    return new Uint8Array(body);
  }
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
