import { isDeepStrictEqual } from 'node:util';
import { carryOut, decideCall } from '../answer-call.ts';
import type { Call, Connection } from '../call.ts';
import { OPERATIONS, type OperationId } from '../operation.ts';
import type { Answer } from '../rules/answer.ts';
import type { Outcome } from '../rules/outcome.ts';
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
  /** Sent at once with its neighbours that are so too. */
  readonly atOnce: boolean;
}

const TOKEN = 'mock-token';
const START = Date.UTC(2030, 5, 15, 12) * 1000;
const TICK = 250_000;

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
    atOnce: false,
    ...more,
  };
}

/** The whole life of a share under given names, absent and present. */
export function lifeUnder(more: Partial<Line>): readonly Line[] {
  const [create, list, show, update, remove] = OPERATIONS;
  const order = [show, update, list, create, list, show, update, remove, list] as const;
  return order.map((operation) => line(operation, more));
}

/** What the rules answer to all lines, four a second, upon an empty store and without any wire between. */
export function rehearse(rules: Rules, lines: readonly Line[]): readonly Answer[] {
  return [...perform(rules, lines)];
}

/** The same, answer by answer. */
export function* perform(rules: Rules, lines: readonly Line[]): Generator<Answer> {
  const shares = new Shares();
  const connection: Connection = { authenticated: false };
  let waiting: (() => Answer)[] = [];
  for (const [index, spoken] of lines.entries()) {
    const call: Call = { ...prepare(spoken), connection, now: START + index * TICK, shares };
    const outcome = decideCall(call, rules, TOKEN);
    waiting.push(finishLater(outcome, call, rules, shares));
    if (spoken.atOnce && lines[index + 1]?.atOnce === true) {
      continue;
    }
    for (const finish of waiting) {
      yield finish();
    }
    waiting = [];
  }
}

/** What is left of a call: its whole second half where there is a gap, and nothing otherwise. */
function finishLater(outcome: Outcome, call: Call, rules: Rules, shares: Shares): () => Answer {
  if (rules.gap(outcome, call) > 0) {
    return () => carryOut(outcome, call, rules, shares);
  }
  const answer = carryOut(outcome, call, rules, shares);
  return () => answer;
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
  return answers.some((answer, index) => differs(answer, others[index]));
}

export function differs(answer: Answer, other: Answer | undefined): boolean {
  return !isDeepStrictEqual(answer, other);
}

function toBytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) {
    return body;
  }
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
