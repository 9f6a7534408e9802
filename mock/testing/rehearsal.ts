import { isDeepStrictEqual } from 'node:util';
import { answerCall } from '../answer-call.ts';
import type { Call, Connection } from '../call.ts';
import { OPERATIONS, type OperationId } from '../operation.ts';
import type { Answer } from '../rules/answer.ts';
import type { Rules } from '../rules/rules.ts';
import { Shares } from '../shares.ts';

/** One request of a rehearsal; texts as on the wire. */
export interface Line {
  readonly operation: OperationId;
  readonly namespace: string;
  readonly repository: string;
  readonly account: string;
  /** Bytes, text, or a value to be sent as JSON. */
  readonly body: unknown;
  /** Names and values by turns. */
  readonly headers: readonly string[];
}

const TOKEN = 'mock-token';
const START = Date.UTC(2030, 5, 15, 12) * 1000;
const SECOND = 1_000_000;

export const DRAFT = { permit: 'read', deadline: '2032-02-29T23:59:30.500Z', description: 'for “a” friend' };

/** A line with what a careful client sends, where nothing else is said. */
export function line(operation: OperationId, more: Partial<Line> = {}): Line {
  const account = more.account ?? 'acme';
  const create = operation === 'createRepoDomains' ? { access_domain: decodeURIComponent(account) } : {};
  return {
    operation,
    namespace: 'group',
    repository: 'busybox',
    account,
    body: { ...create, ...DRAFT },
    headers: ['X-Auth-Token', TOKEN, 'Content-Type', 'application/json'],
    ...more,
  };
}

/** The whole life of a share under given names, absent and present. */
export function lifeUnder(more: Partial<Line>): readonly Line[] {
  const [create, list, show, update, remove] = OPERATIONS;
  const order = [show, update, list, create, list, show, update, remove, list] as const;
  return order.map((operation) => line(operation, more));
}

/** What the rules answer to all lines, one a second, upon an empty store and without any wire between. */
export function rehearse(rules: Rules, lines: readonly Line[]): readonly Answer[] {
  const shares = new Shares();
  const connection: Connection = { authenticated: false };
  return lines.map((spoken, index) => {
    const call: Call = { ...prepare(spoken), connection, now: START + index * SECOND, shares };
    return answerCall(call, rules, shares, TOKEN);
  });
}

type Prepared = Omit<Call, 'connection' | 'now' | 'shares'>;
/** The same lines are spoken hundreds of times. */
const prepared = new WeakMap<Line, Prepared>();

function prepare(spoken: Line): Prepared {
  const known = prepared.get(spoken);
  if (known !== undefined) {
    return known;
  }
  const { operation, namespace, repository, account, headers } = spoken;
  const pairs = headers.flatMap((name, at) =>
    at % 2 === 0 ? [[name.toLowerCase(), headers[at + 1] ?? '']] : [],
  );
  const upon = operation !== 'createRepoDomains' && operation !== 'listRepoDomains';
  const fresh: Prepared = {
    operation,
    wire: { namespace, repository, account: upon ? account : null },
    headers: Object.fromEntries(pairs),
    rawHeaders: headers,
    body: toBytes(spoken.body),
  };
  prepared.set(spoken, fresh);
  return fresh;
}

/** Whether somebody outside could tell the two apart. */
export function isSeen(answers: readonly Answer[], others: readonly Answer[]): boolean {
  return answers.some((answer, index) => !isDeepStrictEqual(answer, others[index]));
}

function toBytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) {
    return body;
  }
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
