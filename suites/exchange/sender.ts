import { Client, type Dispatcher, errors, Pool } from 'undici';
import type { RequestPlan } from '../../generators/request/request-plan.ts';
import type { Exchange, ReceivedResponse, SentRequest, TransportFailure } from '../../reports/exchange.ts';
import { credentialHeader } from './credential-headers.ts';
import type { Target } from './target.ts';

/** What sends requests to one target. Failures on the way are data of the exchange, never thrown. */
export interface Sender {
  send(plan: RequestPlan, signal: AbortSignal): Promise<Exchange>;
  /** Requests sent so far. */
  readonly sent: number;
  close(): Promise<void>;
}

export interface SenderOptions {
  /** Connections kept open at most. */
  readonly connections: number;
  /** Milliseconds from sending until the last byte of the answer. */
  readonly timeout: number;
  readonly userAgent: string;
}

/** Longer bodies are cut off and are a failure: no documented answer comes near, and memory is bounded by it. */
const BODY_LIMIT = 8 * 1024 * 1024;

/** undici against one origin: connections kept, redirects never followed, paths and header names sent as planned. */
export function createSender(target: Target, options: SenderOptions): Sender {
  const settings = {
    headersTimeout: options.timeout,
    bodyTimeout: options.timeout,
    maxResponseSize: BODY_LIMIT,
  };
  const pool = new Pool(target.origin, { ...settings, connections: options.connections, pipelining: 1 });
  let sent = 0;
  // Some endpoints close connections without a word; whoever does gets a new one for each request from then on.
  let closes = false;
  return {
    get sent() {
      return sent;
    },
    async send(plan, signal) {
      sent += 1;
      const request = sentRequest(target, plan, options.userAgent);
      if (plan.connection === 'shared' && !closes) {
        const exchanged = await exchange(pool, request, target, options.timeout, signal);
        closes ||= isClosed(exchanged);
        return exchanged;
      }
      const client = new Client(target.origin, settings);
      try {
        return await exchange(client, request, target, options.timeout, signal);
      } finally {
        await client.destroy();
      }
    },
    close: () => pool.destroy(),
  };
}

/** A connection that was there and broke, perhaps for its age only. */
function isClosed({ outcome }: Exchange): boolean {
  if (outcome.kind !== 'failure' || outcome.failure.kind !== 'connection') return false;
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(outcome.failure.code);
}

function sentRequest(target: Target, plan: RequestPlan, userAgent: string): SentRequest {
  const credential = credentialHeader(plan.credential, plan.tokenHeader, target.token);
  return {
    method: plan.method,
    url: target.origin + target.prefix + plan.path,
    headers: [...plan.headers, ...(credential === null ? [] : [credential]), ['User-Agent', userAgent]],
    body: plan.body,
  };
}

async function exchange(
  dispatcher: Dispatcher,
  request: SentRequest,
  target: Target,
  timeout: number,
  signal: AbortSignal,
): Promise<Exchange> {
  const started = performance.now();
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), timeout);
  const cancel = () => clock.abort();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const answer = await dispatcher.request({
      method: request.method as Dispatcher.HttpMethod,
      path: request.url.slice(target.origin.length),
      headers: request.headers.flat(),
      body: request.body,
      signal: clock.signal,
    });
    const body = new Uint8Array(await answer.body.arrayBuffer());
    const response: ReceivedResponse = {
      status: answer.statusCode,
      headers: joinHeaders(answer.headers),
      body,
      elapsed: performance.now() - started,
    };
    return { request, outcome: { kind: 'response', response } };
  } catch (cause) {
    return { request, outcome: { kind: 'failure', failure: describeFailure(cause, signal, clock, timeout) } };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

function joinHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function describeFailure(
  cause: unknown,
  signal: AbortSignal,
  clock: AbortController,
  timeout: number,
): TransportFailure {
  if (signal.aborted) return { kind: 'cancelled', message: 'the run was stopped' };
  const code = codeOf(cause);
  if (clock.signal.aborted || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT')
    return { kind: 'timeout', message: `no complete answer within ${timeout} ms` };
  const message = withoutAddresses(cause instanceof Error ? cause.message : String(cause));
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return { kind: 'too-large', message: `the answer is longer than ${BODY_LIMIT} bytes` };
  if (cause instanceof errors.HTTPParserError || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
    return { kind: 'protocol', message: `the answer is not HTTP: ${message}` };
  return { kind: 'connection', code, message: message === '' ? code : message };
}

/** OpenSSL puts its reason between addresses and lines of its own source, which differ from run to run. */
function withoutAddresses(message: string): string {
  return message.replace(/^[0-9A-F]+:error:[0-9A-F]+:[^:]*:[^:]*:([^:]+):.*$/s, '$1');
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'UNKNOWN';
  const code = Reflect.get(cause, 'code');
  if (typeof code === 'string') return code;
  return cause.cause === undefined ? cause.name : codeOf(cause.cause);
}
