import type * as fc from 'fast-check';
import type { ValueContract } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Json, Labelled } from '../labelled.ts';
import type { ValueContext } from './value-context.ts';

/** What a schema cannot say about a value (`x-format`), written by hand. */
export interface ValueFormat {
  /** Values for a keyword, or null where the schema's own meaning of the keyword will do. */
  values(
    value: ValueContract,
    keyword: string,
    polarity: Polarity,
    context: ValueContext,
  ): readonly Labelled<Json>[] | null;
  /** Any value that must be accepted, shrinking to the simplest one; without it the schema decides. */
  any?(context: ValueContext): fc.Arbitrary<Json>;
  readonly simplest?: Json;
}
