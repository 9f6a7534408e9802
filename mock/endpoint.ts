import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { answerRefusal, carryOut, decideCall } from './answer-call.ts';
import type { Call, Connection } from './call.ts';
import { chooseByName } from './choose-by-name.ts';
import { startClock } from './clock.ts';
import { DEFECTS } from './defects/index.ts';
import { bendRules } from './deviation.ts';
import { receiveBody } from './http/receive-body.ts';
import { routeRequest } from './http/route.ts';
import { serve } from './http/serve.ts';
import type { Answer } from './rules/answer.ts';
import { limitToProvisioned } from './rules/provisioning.ts';
import { REFUSALS } from './rules/refusal.ts';
import { HEALTHY_RULES, type Rules } from './rules/rules.ts';
import { Shares } from './shares.ts';
import { VARIANTS } from './variants/index.ts';

export interface EndpointOptions {
  /** 0 picks a free one. */
  readonly port: number;
  /** The only token that is let in. */
  readonly token: string;
  /** `fixed`: only the namespaces, repositories and accounts named here exist. */
  readonly provisioning: 'open' | 'fixed';
  readonly namespaces: readonly string[];
  readonly repositories: readonly string[];
  readonly accounts: readonly string[];
  /** Names of defects and variants to switch on. */
  readonly defects: readonly string[];
  readonly variants: readonly string[];
  /** Milliseconds before each answer. */
  readonly latency: number;
  /** ISO 8601; the clock starts there and runs on. Null: the machine's time. */
  readonly now: string | null;
}

export interface RunningEndpoint {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly token: string;
  readonly port: number;
  /** How often each chosen defect changed something. */
  hits(): ReadonlyMap<string, number>;
  /** Stops accepting, ends idle connections, lets running answers finish. */
  close(): Promise<void>;
}

const DEFAULTS: EndpointOptions = {
  port: 0,
  token: 'mock-token',
  provisioning: 'open',
  namespaces: [],
  repositories: [],
  accounts: [],
  defects: [],
  variants: [],
  latency: 0,
  now: null,
};

/**
 * Starts the reference endpoint on the loopback interface, with an empty store.
 * @throws Fault `usage` for an unknown defect or variant, a `now` that is no time, or a port that is taken.
 */
export async function startEndpoint(options: Partial<EndpointOptions> = {}): Promise<RunningEndpoint> {
  const settings = { ...DEFAULTS, ...options };
  const hits = new Map<string, number>();
  const rules = chooseRules(settings, hits);
  const clock = startClock(settings.now);
  const shares = new Shares();
  const connections = new WeakMap<Socket, Connection>();
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const connection = connections.get(request.socket) ?? { authenticated: false };
    connections.set(request.socket, connection);
    const body = await receiveBody(request);
    const unrouted: Call = { ...NO_ROUTE, ...readHeaders(request), connection, now: clock(), shares };
    const route = routeRequest(request.method ?? '', request.url ?? '', rules.collections(null, unrouted));
    if (route === null) {
      return answerRefusal(REFUSALS.url, unrouted, rules);
    }
    const call: Call = { ...unrouted, ...route, body: body ?? NO_ROUTE.body };
    if (body === null) {
      return answerRefusal(REFUSALS.bodySize, call, rules);
    }
    const outcome = decideCall(call, rules, settings.token);
    const gap = rules.gap(outcome, call);
    if (gap > 0) {
      await setTimeout(gap);
    }
    return carryOut(outcome, call, rules, shares);
  };
  const { port, close } = await serve(settings.port, settings.latency, answer);
  return { url: `http://127.0.0.1:${port}`, token: settings.token, port, hits: () => hits, close };
}

const NO_ROUTE = {
  operation: null,
  wire: { namespace: '', repository: '', account: null },
  body: new Uint8Array(),
};

function readHeaders({ headers, rawHeaders }: IncomingMessage): Pick<Call, 'headers' | 'rawHeaders'> {
  const joined = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]);
  return { headers: Object.fromEntries(joined), rawHeaders };
}

/** Variants first, so that a defect deviates from what they decide. */
function chooseRules(settings: EndpointOptions, hits: Map<string, number>): Rules {
  let rules = settings.provisioning === 'fixed' ? limitToProvisioned(HEALTHY_RULES, settings) : HEALTHY_RULES;
  for (const variant of chooseByName('variant', VARIANTS, settings.variants)) {
    rules = bendRules(rules, variant.bends, { applies: () => true, hit: () => undefined });
  }
  for (const { name, operation, bends } of chooseByName('defect', DEFECTS, settings.defects)) {
    hits.set(name, 0);
    const hit = () => hits.set(name, (hits.get(name) ?? 0) + 1);
    rules = bendRules(rules, bends, { applies: (call) => call.operation === operation, hit });
  }
  return rules;
}
