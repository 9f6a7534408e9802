import type { Check } from './case-record.ts';
import { invariants } from './invariants.ts';
import { ownRequirement } from './own-requirement.ts';
import { races } from './races.ts';
import { responses } from './responses.ts';
import { state } from './state/state.ts';
import { statuses } from './statuses.ts';

/** Every check there is; each looks at every finished case. */
export const CHECKS: readonly Check[] = [ownRequirement, statuses, invariants, responses, races, state];
