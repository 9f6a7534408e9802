import type { Subject } from '../../spec/requirements/requirement.ts';

/** What a value depends on beside its contract: the run's clock, and where in the request it will stand. */
export interface ValueContext {
  readonly clock: Date;
  readonly place: Subject['in'];
}
