import { printMicroseconds } from '../clock.ts';
import type { Share } from '../shares.ts';
import type { JsonObject } from './body.ts';
import { printDeadline } from './deadline.ts';
import type { Outcome } from './outcome.ts';
import type { Refusal } from './refusal.ts';

/** An answer about to be sent. */
export interface Answer {
  readonly status: number;
  /** Names as they are to be written; framing is added when sending. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
  readonly framing: 'length' | 'chunked';
  /** `cut` breaks the connection off in the middle, `never` leaves the client waiting. */
  readonly delivery: 'whole' | 'cut' | 'never';
  /** Milliseconds to wait before sending. */
  readonly pause: number;
  /** Milliseconds after which the connection, where no request follows, is closed without notice; null: the server's own. */
  readonly idle: number | null;
}

/** An outcome with the JSON document that tells it; undefined for none. */
export interface Telling {
  readonly outcome: Outcome;
  readonly document: unknown;
}

/** The eleven members of a listed share (list page 2024, response parameters). */
export function describeShare({ share, valid }: { share: Share; valid: boolean }): JsonObject {
  return {
    namespace: share.namespace,
    repository: share.repository,
    access_domain: share.account,
    permit: share.permit,
    deadline: printDeadline(share.deadline),
    description: share.description,
    creator_id: share.creatorId,
    creator_name: share.creatorName,
    created: printMicroseconds(share.created),
    updated: printMicroseconds(share.updated),
    status: valid,
  };
}

/** The wrapper that production answers with: a list of errors, and the first of them once more beside it. */
export function describeRefusal({ code, message }: Refusal): unknown {
  return {
    errors: [{ errorCode: code, errorMessage: message, detail: '' }],
    error_code: code,
    error_msg: message,
  };
}

export function statusOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'refused':
      return outcome.refusal.status;
    case 'created':
    case 'updated':
      return 201;
    case 'deleted':
      return 204;
    case 'listed':
    case 'shown':
      return 200;
  }
}

export function composeAnswer({ outcome, document }: Telling): Answer {
  const body = document === undefined ? null : JSON.stringify(document);
  return {
    status: statusOf(outcome),
    headers: body === null ? {} : { 'Content-Type': 'application/json' },
    body,
    framing: 'length',
    delivery: 'whole',
    pause: 0,
    idle: null,
  };
}
