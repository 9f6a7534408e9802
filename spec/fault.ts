/** Where a fault lies: a file with its line, a JSON pointer, an option's name – as much as is known. */
export interface FaultPlace {
  readonly file?: string;
  readonly line?: number;
  readonly pointer?: string;
  readonly option?: string;
}

/**
 * Who has to act. `usage`: the command line, a file given to us or the description is wrong (exit 2).
 * `target`: what we talk to cannot be judged (exit 3). `internal`: we are at fault (exit 3).
 */
export type FaultKind = 'usage' | 'target' | 'internal';

/**
 * Something that keeps us from judging, thrown; a broken promise of the endpoint is data and never thrown.
 * The message says what is wrong, `place` where, and `hint` what to do next.
 */
export class Fault extends Error {
  readonly kind: FaultKind;
  readonly code: string;
  readonly place: FaultPlace;
  readonly hint: string;

  constructor(
    kind: FaultKind,
    code: string,
    message: string,
    more: { place?: FaultPlace; hint?: string; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'Fault';
    this.kind = kind;
    this.code = code;
    this.place = more.place ?? {};
    this.hint = more.hint ?? '';
  }
}

/** The fault in one or two plain lines, as the front door prints it. */
export function describeFault(fault: Fault): string {
  const { file, line, pointer, option } = fault.place;
  const where = [
    file === undefined ? '' : line === undefined ? file : `${file}:${line}`,
    pointer === undefined || pointer === '' ? '' : pointer,
    option ?? '',
  ].filter((part) => part !== '');
  const place = where.length === 0 ? '' : `${where.join(' ')}: `;
  return fault.hint === '' ? `${place}${fault.message}` : `${place}${fault.message}\n  ${fault.hint}`;
}
