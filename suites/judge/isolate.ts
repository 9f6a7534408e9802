import fc from 'fast-check';
import { type Drawn, drawOf } from './draw.ts';
import { type ExecutedCase, type Execution, executeCase } from './execute-case.ts';
import { fewerCommands } from './fewer-commands.ts';
import type { Deviation } from './tally.ts';

/** The smallest case found for a deviation, how it was reached, and how often it showed the deviation again. */
export interface Isolated {
  readonly smallest: ExecutedCase;
  /** Group, number of the case in it, and fast-check's shrink path. */
  readonly path: string;
  readonly shrinks: number;
  /** Null where running it again would take too long. */
  readonly confirmation: { readonly shown: number; readonly of: number } | null;
}

/** What may be spent on making the deviations of a run small. */
export interface IsolationBudget {
  /** Executions left for all deviations, each a handful of requests. */
  executions: number;
  /** Executions for one deviation. */
  readonly each: number;
  /** Milliseconds for one deviation: an endpoint that hangs must not hold up the report. */
  readonly milliseconds: number;
}

/** Times that the smallest case is run again. */
const CONFIRMATIONS = 3;

/** A budget shared fairly: few deviations are shrunk thoroughly, a hundred only a little each. */
export function isolationBudget(deviations: number): IsolationBudget {
  const each = Math.max(6, Math.min(80, Math.floor(1200 / Math.max(1, deviations))));
  return { executions: 2400, each, milliseconds: deviations > 10 ? 5_000 : 20_000 };
}

/**
 * Looks for the one case of a batch that shows the deviation alone, draws it again and shrinks it while it shows the
 * same deviation of the same requirement, whatever else it shows. Commands that a scenario does not need are
 * dropped. What only shows in company is told as it was found.
 */
export async function isolate(
  execution: Execution,
  deviation: Deviation,
  budget: IsolationBudget,
): Promise<Isolated> {
  const { first } = deviation;
  if (isCostly(first)) return { smallest: first, path: first.batch.id, shrinks: 0, confirmation: null };
  const search = new Search(execution, deviation, budget);
  const culprit = await findCulprit(search, deviation);
  if (culprit === undefined) return alone(search, first, first.drawn, first.batch.id, 0);
  const { arbitrary, seed } = drawOf(culprit.group, execution.plan.seed, culprit.number);
  const run = await fc.check(
    fc.asyncProperty(arbitrary, async (drawn) => !(await search.shows([{ ...culprit, drawn }]))),
    { seed, numRuns: 1 },
  );
  const best = search.best?.drawn[0] ?? culprit;
  const dropped =
    best.drawn.kind === 'scenario'
      ? await fewerCommands(best.drawn, (fewer) => search.shows([{ ...best, drawn: fewer }]))
      : 0;
  const path = `${culprit.group.id}:${culprit.number}:${run.counterexamplePath ?? ''}`;
  const smallest = search.best ?? first;
  return alone(search, smallest, smallest.drawn, path, run.numShrinks + dropped);
}

async function alone(
  search: Search,
  smallest: ExecutedCase,
  drawn: readonly Drawn[],
  path: string,
  shrinks: number,
): Promise<Isolated> {
  return { smallest, path, shrinks, confirmation: await search.confirm(drawn) };
}

/** The case at whose request the deviation was seen goes first, then the others in their order. */
async function findCulprit(search: Search, { first, judgement }: Deviation): Promise<Drawn | undefined> {
  if (first.drawn.length === 1) return first.drawn[0];
  const label = first.record.steps[judgement.step]?.aim?.label;
  const isSeen = ({ drawn }: Drawn) => drawn.kind === 'request' && drawn.label === label;
  const ordered = [...first.drawn.filter(isSeen), ...first.drawn.filter((one) => !isSeen(one))];
  for (const one of ordered) if (await search.shows([one])) return one;
  return undefined;
}

class Search {
  best: ExecutedCase | undefined;
  readonly #execution: Execution;
  readonly #deviation: Deviation;
  readonly #budget: IsolationBudget;
  readonly #until: number;
  #spent = 0;

  constructor(execution: Execution, deviation: Deviation, budget: IsolationBudget) {
    this.#execution = execution;
    this.#deviation = deviation;
    this.#budget = budget;
    this.#until = performance.now() + budget.milliseconds;
  }

  /** Whether a case shows the deviation; the last one that did is the best. False once the budget is spent. */
  async shows(drawn: readonly Drawn[]): Promise<boolean> {
    const late = performance.now() > this.#until;
    if (late || this.#spent >= this.#budget.each || this.#budget.executions <= 0) return false;
    const executed = await this.#execute(drawn);
    if (executed === undefined) return false;
    this.best = executed;
    return true;
  }

  /** How often a case shows the deviation when it is run again and again. */
  async confirm(drawn: readonly Drawn[]): Promise<Isolated['confirmation']> {
    let shown = 0;
    for (let time = 1; time <= CONFIRMATIONS; time += 1) {
      if ((await this.#execute(drawn)) !== undefined) shown += 1;
      if (performance.now() > this.#until) return { shown, of: time };
    }
    return { shown, of: CONFIRMATIONS };
  }

  async #execute(drawn: readonly Drawn[]): Promise<ExecutedCase | undefined> {
    const { first, judgement } = this.#deviation;
    this.#spent += 1;
    this.#budget.executions -= 1;
    // Attempts 0 and 1 belong to the sweep.
    const executed = await executeCase(this.#execution, first.batch, drawn, this.#spent + 1);
    const shown = executed.judgements.some(
      ({ requirement, outcome, deviation }) =>
        requirement === judgement.requirement && outcome === 'violated' && deviation === judgement.deviation,
    );
    return shown ? executed : undefined;
  }
}

/** Cases that take seconds or hundreds of requests are told as they were found. */
function isCostly({ drawn, record }: ExecutedCase): boolean {
  const waits = drawn.some(
    ({ drawn: one }) => one.kind === 'scenario' && one.commands.some(({ wait }) => wait !== undefined),
  );
  return waits || (drawn.length === 1 && record.steps.length > COSTLY);
}

/** Requests of a single case above which it is not run again: 100 shares are made and removed by 200. */
const COSTLY = 150;
