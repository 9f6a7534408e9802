import type { Call } from './call.ts';
import type { Answer } from './rules/answer.ts';
import type { JsonObject } from './rules/body.ts';
import type { Draft, Outcome, Situation } from './rules/outcome.ts';
import type { Reading, Refusal } from './rules/refusal.ts';
import type { Rules } from './rules/rules.ts';
import type { Names, Share, Shares } from './shares.ts';

const NO_NAMES: Names = { namespace: '', repository: '', account: '' };
const DOCUMENTED_MEMBERS = new Set(['access_domain', 'permit', 'deadline', 'description']);

/** Takes one request through all rules: read, decide, store, tell. */
export function answerCall(call: Call, rules: Rules, shares: Shares, token: string): Answer {
  return carryOut(decideCall(call, rules, token), call, rules, shares);
}

/** The first half, which only looks at the store. */
export function decideCall(call: Call, rules: Rules, token: string): Outcome {
  return rules.outcome(readCall(call, rules, token), call);
}

/** The second half, which changes the store. Only defects let other calls come between the two. */
export function carryOut(outcome: Outcome, call: Call, rules: Rules, shares: Shares): Answer {
  for (const change of rules.changes(outcome, call)) {
    shares.apply(change);
  }
  const document = rules.document({ outcome, document: composeDocument(outcome, call, rules) }, call);
  return rules.answer({ outcome, document }, call);
}

/** Tells a refusal that came about before any rule was asked: no route, a body beyond all bounds. */
export function answerRefusal(refusal: Refusal, call: Call, rules: Rules): Answer {
  return rules.answer(
    { outcome: { kind: 'refused', refusal }, document: rules.refusal(refusal, call) },
    call,
  );
}

function readCall(call: Call, rules: Rules, expected: string): Situation {
  const refusal = rules.token({ presented: call.headers['x-auth-token']?.trim(), expected }, call);
  call.connection.authenticated ||= refusal === null;
  if (refusal !== null && rules.tokenFirst(null, call)) {
    return { kind: 'refused', refusal };
  }
  const situation = readParts(call, rules);
  return refusal !== null && situation.kind === 'understood' ? { kind: 'refused', refusal } : situation;
}

function readParts(call: Call, rules: Rules): Situation {
  const { wire, operation } = call;
  const contentType = rules.contentType(call.headers['content-type'], call);
  if (contentType !== null) {
    return { kind: 'refused', refusal: contentType };
  }
  const namespace = rules.namespace(wire.namespace, call);
  const repository = rules.repository(wire.repository, call);
  const hasBody = operation === 'createRepoDomains' || operation === 'updateRepoDomains';
  const body = hasBody ? rules.body(call.body, call) : null;
  const account = readAccountOf(call, rules, body);
  if (!namespace.ok || !repository.ok || !account.ok || (body !== null && !body.ok)) {
    return firstRefusal([namespace, repository, account, body]);
  }
  const draft = body === null ? null : readDraft(body.value, call, rules);
  if (draft !== null && !draft.ok) {
    return { kind: 'refused', refusal: draft.refusal };
  }
  const names = { namespace: namespace.value, repository: repository.value, account: account.value };
  const absent = rules.parents(names, call);
  if (absent !== null) {
    return { kind: 'refused', refusal: absent };
  }
  return {
    kind: 'understood',
    names,
    draft: draft === null ? null : draft.value,
    found: operation === 'listRepoDomains' ? undefined : rules.find(names, call),
    listed: operation === 'listRepoDomains' ? rules.select(names, call) : [],
    unchecked: [namespace, repository, account, body, draft].some(
      (part) => part?.ok === true && part.unchecked === true,
    ),
  };
}

/** From the path, or on create from the body; a list has none. */
function readAccountOf(call: Call, rules: Rules, body: Reading<JsonObject> | null): Reading<string> {
  if (call.wire.account !== null) {
    return rules.account(call.wire.account, call);
  }
  if (body === null) {
    return { ok: true, value: NO_NAMES.account };
  }
  return body.ok ? rules.accessDomain(body.value['access_domain'], call) : body;
}

function readDraft(body: JsonObject, call: Call, rules: Rules): Reading<Draft> {
  const permit = rules.permit(body['permit'], call);
  const deadline = rules.deadline(body['deadline'], call);
  const description = rules.description(body['description'], call);
  const unknown = Object.keys(body).filter((name) => !DOCUMENTED_MEMBERS.has(name));
  const refusal = unknown.length === 0 ? null : rules.unknownMembers(unknown, call);
  if (!permit.ok || !deadline.ok || !description.ok) {
    return firstRefusal([permit, deadline, description]);
  }
  if (refusal !== null) {
    return { ok: false, refusal };
  }
  const unchecked = permit.unchecked ?? deadline.unchecked ?? description.unchecked;
  const value = { permit: permit.value, deadline: deadline.value, description: description.value };
  return unchecked === undefined ? { ok: true, value } : { ok: true, value, unchecked };
}

function firstRefusal(readings: readonly (Reading<unknown> | null)[]): {
  kind: 'refused';
  ok: false;
  refusal: Refusal;
} {
  const refused = readings.find((reading) => reading?.ok === false);
  if (refused === undefined || refused === null || refused.ok) {
    throw new TypeError('No reading was refused.');
  }
  return { kind: 'refused', ok: false, refusal: refused.refusal };
}

function composeDocument(outcome: Outcome, call: Call, rules: Rules): unknown {
  switch (outcome.kind) {
    case 'refused':
      return rules.refusal(outcome.refusal, call);
    case 'created':
    case 'updated':
      return {};
    case 'deleted':
      return undefined;
    case 'listed':
      return outcome.shares.map((share) => composeItem(share, call, rules));
    case 'shown':
      return outcome.share === undefined
        ? { exist: false }
        : { exist: true, ...composeItem(outcome.share, call, rules) };
  }
}

function composeItem(share: Share, call: Call, rules: Rules): JsonObject {
  return rules.item({ share, valid: rules.stillValid(share.deadline, call) }, call);
}
