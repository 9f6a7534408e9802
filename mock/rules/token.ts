import { REFUSALS, type Refusal } from './refusal.ts';

/** A token as it came, and as it should be. */
export interface PresentedToken {
  /** Undefined without the header; white space around the value is no part of it (RFC 9110 §5.5). */
  readonly presented: string | undefined;
  readonly expected: string;
}

export function checkToken(token: PresentedToken): Refusal | null {
  return token.presented === token.expected ? null : REFUSALS.token;
}
