import type { Call } from '../call.ts';
import type { Change, Deadline, Names, Share } from '../shares.ts';
import { readAccessDomain, readAccount } from './account.ts';
import { type Answer, composeAnswer, describeRefusal, describeShare, type Telling } from './answer.ts';
import { type JsonObject, readBody } from './body.ts';
import { isStillValid, readDeadline } from './deadline.ts';
import { readDescription, readPermit } from './member.ts';
import { readNamespace, readRepository } from './name.ts';
import { decideChanges, decideOutcome, type Outcome, type Situation } from './outcome.ts';
import type { Reading, Refusal } from './refusal.ts';
import { checkToken, type PresentedToken } from './token.ts';

/** A rule looks at one thing, knows the whole call, and has no effect: so a deviation can compare both ways. */
export type Rule<In, Out> = (input: In, call: Call) => Out;

/** Every decision the endpoint takes, in order; each is a place where a defect or a variant may deviate. */
export interface Rules {
  /** How the path segment before the repository may be spelt. */
  readonly collections: Rule<null, readonly string[]>;
  /** Whether the token is asked for before anything else is looked at. */
  readonly tokenFirst: Rule<null, boolean>;
  readonly token: Rule<PresentedToken, Refusal | null>;
  /** The header's value; undefined without the header. */
  readonly contentType: Rule<string | undefined, Refusal | null>;
  readonly namespace: Rule<string, Reading<string>>;
  readonly repository: Rule<string, Reading<string>>;
  readonly account: Rule<string, Reading<string>>;
  readonly body: Rule<Uint8Array, Reading<JsonObject>>;
  readonly accessDomain: Rule<unknown, Reading<string>>;
  readonly permit: Rule<unknown, Reading<string>>;
  readonly deadline: Rule<unknown, Reading<Deadline>>;
  readonly description: Rule<unknown, Reading<string | null | undefined>>;
  /** Names of members that no document mentions. */
  readonly unknownMembers: Rule<readonly string[], Refusal | null>;
  /** Whether namespace and repository exist, which by default they do. */
  readonly parents: Rule<Names, Refusal | null>;
  readonly find: Rule<Names, Share | undefined>;
  readonly select: Rule<Names, readonly Share[]>;
  readonly outcome: Rule<Situation, Outcome>;
  /** Milliseconds between looking at the store and changing it; 0 leaves no room for another call. */
  readonly gap: Rule<Outcome, number>;
  readonly changes: Rule<Outcome, readonly Change[]>;
  readonly stillValid: Rule<Deadline, boolean>;
  readonly item: Rule<{ share: Share; valid: boolean }, JsonObject>;
  readonly refusal: Rule<Refusal, unknown>;
  readonly document: Rule<Telling, unknown>;
  readonly answer: Rule<Telling, Answer>;
}

/** The endpoint that keeps every promise. */
export const HEALTHY_RULES: Rules = {
  collections: () => ['repositories'],
  tokenFirst: () => true,
  token: checkToken,
  contentType: () => null,
  namespace: readNamespace,
  repository: readRepository,
  account: readAccount,
  body: readBody,
  accessDomain: readAccessDomain,
  permit: readPermit,
  deadline: readDeadline,
  description: readDescription,
  unknownMembers: () => null,
  parents: () => null,
  find: (names, { shares }) => {
    const share = shares.find(names);
    return share?.seenBy === 'list' ? undefined : share;
  },
  select: ({ namespace, repository }, { shares }) =>
    shares.of(namespace, repository).filter((share) => share.seenBy !== 'show'),
  outcome: decideOutcome,
  gap: () => 0,
  changes: decideChanges,
  stillValid: (deadline, { now }) => isStillValid(deadline, now),
  item: describeShare,
  refusal: describeRefusal,
  document: ({ document }) => document,
  answer: composeAnswer,
};
