import type { Call } from '../call.ts';
import { readAccount } from '../rules/account.ts';
import { isObject, type JsonObject, parseJson } from '../rules/body.ts';
import { readDeadline } from '../rules/deadline.ts';
import { readNamespace, readRepository } from '../rules/name.ts';
import type { Outcome } from '../rules/outcome.ts';
import type { Refusal } from '../rules/refusal.ts';
import { type Change, type Names, putShare, type Share } from '../shares.ts';

/** The share that a request aims at, read as a careless endpoint does before it has checked anything. */
export function findAimedShare(call: Call): Share | undefined {
  const names = aimedNames(call);
  return names === null ? undefined : call.shares.find(names);
}

/** The creation of the share that a request aims at; nothing where it exists, or its names cannot be read. */
export function createAimedShare(call: Call): readonly Change[] {
  const names = aimedNames(call);
  if (names === null || call.shares.find(names) !== undefined) {
    return [];
  }
  const { deadline, description } = roughBody(call);
  const reading = readDeadline(deadline);
  const share: Share = {
    ...names,
    permit: 'read',
    deadline: reading.ok ? reading.value : 'forever',
    description: typeof description === 'string' ? description : '',
    creatorId: '0504186e6a8010e01f3ec009a7279baa',
    creatorName: 'sharer',
    created: call.now,
    updated: call.now,
    seenBy: 'all',
  };
  return putShare(share);
}

/** The members of the body; none where it is no object. */
export function roughBody({ body }: Call): JsonObject {
  const value = parseJson(body);
  return isObject(value) ? value : {};
}

export function isRefusedWith(outcome: Outcome, refusal: Refusal): boolean {
  return outcome.kind === 'refused' && outcome.refusal.code === refusal.code;
}

function aimedNames(call: Call): Names | null {
  const { wire } = call;
  const namespace = readNamespace(wire.namespace);
  const repository = readRepository(wire.repository);
  const inBody = roughBody(call)['access_domain'];
  const inPath = wire.account === null ? null : readAccount(wire.account);
  const account = inPath === null ? inBody : inPath.ok ? inPath.value : undefined;
  if (!namespace.ok || !repository.ok || typeof account !== 'string' || account === '') {
    return null;
  }
  return { namespace: namespace.value, repository: repository.value, account };
}
