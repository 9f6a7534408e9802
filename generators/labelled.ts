import type * as fc from 'fast-check';

/** Values of one kind. The label says in a few words what they have in common, `upper-case letter`, `one too long`. */
export interface Labelled<T> {
  readonly label: string;
  readonly arbitrary: fc.Arbitrary<T>;
}

export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };
