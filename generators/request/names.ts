import { createHash } from 'node:crypto';

/** What tells one execution of a case from all others: the same key gives the same names, another key others. */
export interface NameKey {
  readonly seed: number;
  readonly clock: string;
  readonly group: string;
  readonly stream: number;
  readonly index: number;
  /** Which execution of the case: replays and shrinks must not meet what an earlier one left. */
  readonly attempt: number;
}

/**
 * A text of nine lower-case letters that practically no other key gives. Letters only: what is wrong with digits or
 * separators must show where they are sent on purpose, and not in every request.
 */
export function uniqueName(key: NameKey): string {
  const text = `${key.seed}|${key.clock}|${key.group}|${key.stream}|${key.index}|${key.attempt}`;
  const digest = createHash('sha256').update(text).digest();
  return Array.from(digest.subarray(0, 9), (byte) => nameCounter(byte % 26)).join('');
}

/** A number from 0 on in letters: a, b, … z, ba, bb, … */
export function nameCounter(number: number): string {
  const rest = Math.floor(number / 26);
  return `${rest === 0 ? '' : nameCounter(rest)}${String.fromCharCode(97 + (number % 26))}`;
}
