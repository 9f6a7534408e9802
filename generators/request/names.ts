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

/** A text of nine lower-case letters and digits, a letter first, that practically no other key gives. */
export function uniqueName(key: NameKey): string {
  const text = `${key.seed}|${key.clock}|${key.group}|${key.stream}|${key.index}|${key.attempt}`;
  const digest = createHash('sha256').update(text).digest();
  return `t${digest.readBigUInt64BE().toString(36).padStart(13, '0').slice(-8)}`;
}
