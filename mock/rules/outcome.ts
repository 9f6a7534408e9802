import type { Call } from '../call.ts';
import { type Change, type Deadline, dropShare, type Names, putShare, type Share } from '../shares.ts';
import { REFUSALS, type Refusal } from './refusal.ts';

/** What a body asks to store; `description` is undefined where it says nothing. */
export interface Draft {
  readonly permit: string;
  readonly deadline: Deadline;
  readonly description: string | null | undefined;
}

/** A request understood, beside what the store holds; or the reason why it was not. */
export type Situation =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'understood';
      readonly names: Names;
      /** Null where the operation has no body. */
      readonly draft: Draft | null;
      readonly found: Share | undefined;
      readonly listed: readonly Share[];
      /** A defect waved an invalid value through. */
      readonly unchecked: boolean;
    };

type Understood = Extract<Situation, { kind: 'understood' }>;

/** What the endpoint decides to do, and to tell. */
export type Outcome =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'created'; readonly share: Share | null }
  | { readonly kind: 'listed'; readonly shares: readonly Share[] }
  | { readonly kind: 'shown'; readonly share: Share | undefined }
  | { readonly kind: 'updated'; readonly share: Share | null }
  | { readonly kind: 'deleted'; readonly share: Share | undefined };

export function decideOutcome(situation: Situation, call: Call): Outcome {
  if (situation.kind === 'refused') {
    return situation;
  }
  const { found, draft } = situation;
  switch (call.operation) {
    case 'createRepoDomains':
      return found !== undefined || draft === null
        ? { kind: 'refused', refusal: REFUSALS.duplicate }
        : { kind: 'created', share: newShare(situation, draft, call.now) };
    case 'listRepoDomains':
      return { kind: 'listed', shares: situation.listed };
    case 'showAccessDomain':
      return { kind: 'shown', share: found };
    case 'updateRepoDomains':
      return decideUpdate(situation, call.now);
    case 'deleteRepoDomains':
      return { kind: 'deleted', share: found };
    case null:
      return { kind: 'refused', refusal: REFUSALS.url };
  }
}

/** What the outcome does to the store. */
export function decideChanges(outcome: Outcome): readonly Change[] {
  if ((outcome.kind === 'created' || outcome.kind === 'updated') && outcome.share !== null) {
    return putShare(outcome.share);
  }
  return outcome.kind === 'deleted' && outcome.share !== undefined ? dropShare(outcome.share) : [];
}

/** A share as create stores it; `updated` lies one microsecond after `created`, as seen on the live service. */
export function newShare(situation: Understood, draft: Draft, now: number): Share {
  return {
    ...situation.names,
    permit: draft.permit,
    deadline: draft.deadline,
    description: draft.description === undefined ? '' : draft.description,
    creatorId: '0504186e6a8010e01f3ec009a7279baa',
    creatorName: 'sharer',
    created: now,
    updated: now + 1,
    seenBy: 'all',
  };
}

function decideUpdate({ found, draft, unchecked }: Understood, now: number): Outcome {
  if (found === undefined || draft === null) {
    return unchecked ? { kind: 'updated', share: null } : { kind: 'refused', refusal: REFUSALS.shareAbsent };
  }
  const description = draft.description === undefined ? found.description : draft.description;
  const share = { ...found, permit: draft.permit, deadline: draft.deadline, description };
  return { kind: 'updated', share: { ...share, updated: Math.max(now, found.updated + 1) } };
}
