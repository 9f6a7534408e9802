import type { Observed } from '../../reports/report.ts';
import type { Judgement } from '../checks/case-record.ts';
import type { ExecutedCase } from './execute-case.ts';

/** A deviation with the first case that showed it and how many cases did. */
export interface Deviation {
  readonly judgement: Judgement;
  readonly first: ExecutedCase;
  occurrences: number;
}

/** What the cases said about one requirement. */
export interface RequirementTally {
  cases: number;
  upheld: number;
  /** By kind of deviation. */
  readonly deviations: Map<string, Deviation>;
  /** Reasons for which a case could say nothing, with how many did. */
  readonly blocked: Map<string, number>;
  readonly observed: { accepted: number; refused: number; readonly statuses: Map<string, number> };
}

/**
 * Counts judgements by requirement. Cases must be added in a fixed order, so that the first case of a deviation does
 * not depend on which of them was quicker.
 */
export class Tally {
  readonly #selected: ReadonlySet<string>;
  readonly #byRequirement = new Map<string, RequirementTally>();
  #cases = 0;

  constructor(selected: ReadonlySet<string>) {
    this.#selected = selected;
  }

  /** Cases added: requests made for their own sake, without controls, read-backs and cleanup. */
  get cases(): number {
    return this.#cases;
  }

  of(requirement: string): RequirementTally {
    const known = this.#byRequirement.get(requirement) ?? newTally();
    this.#byRequirement.set(requirement, known);
    return known;
  }

  add(executed: ExecutedCase): void {
    this.#cases += executed.record.steps.filter((step) => step.purpose === 'subject').length;
    const counted = new Set<string>();
    for (const judgement of executed.judgements) {
      if (!this.#selected.has(judgement.requirement)) continue;
      const tally = this.of(judgement.requirement);
      if (judgement.outcome !== 'blocked' && !counted.has(judgement.requirement)) {
        counted.add(judgement.requirement);
        tally.cases += 1;
      }
      COUNT[judgement.outcome](tally, judgement, executed);
    }
  }
}

const COUNT: Record<
  Judgement['outcome'],
  (tally: RequirementTally, judgement: Judgement, executed: ExecutedCase) => void
> = {
  upheld: (tally) => {
    tally.upheld += 1;
  },
  violated: (tally, judgement, first) => {
    const known = tally.deviations.get(judgement.deviation);
    if (known === undefined) tally.deviations.set(judgement.deviation, { judgement, first, occurrences: 1 });
    else known.occurrences += 1;
  },
  blocked: (tally, judgement) => {
    tally.blocked.set(judgement.deviation, (tally.blocked.get(judgement.deviation) ?? 0) + 1);
  },
  observed: ({ observed }, judgement) => {
    if (judgement.actual === 'accepted') observed.accepted += 1;
    else observed.refused += 1;
    observed.statuses.set(judgement.deviation, (observed.statuses.get(judgement.deviation) ?? 0) + 1);
  },
};

/** Observations as the report prints them; null where nothing was observed. */
export function observedOf(tally: RequirementTally): Observed | null {
  const { accepted, refused, statuses } = tally.observed;
  if (accepted + refused === 0) return null;
  return {
    accepted,
    refused,
    statuses: Object.fromEntries([...statuses].sort(([a], [b]) => a.localeCompare(b))),
  };
}

function newTally(): RequirementTally {
  return {
    cases: 0,
    upheld: 0,
    deviations: new Map(),
    blocked: new Map(),
    observed: { accepted: 0, refused: 0, statuses: new Map() },
  };
}
