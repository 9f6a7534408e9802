import fc from 'fast-check';
import type { RequestCase } from '../../generators/request/request-case.ts';
import type { Scenario } from '../../generators/sharing/scenario.ts';
import { drawOf } from './draw.ts';
import { type ExecutedCase, type Execution, executeCase } from './execute-case.ts';
import type { Deviation } from './tally.ts';

/** The smallest case found for a deviation, and how it was reached. */
export interface Isolated {
  readonly smallest: ExecutedCase;
  /** Group, stream, index and fast-check's shrink path. */
  readonly path: string;
  readonly shrinks: number;
}

/** Executions spent on making one deviation smaller; each is a handful of requests. */
const SHRINK_EXECUTIONS = 60;

/**
 * Draws the case of a deviation again and shrinks it while it shows the same deviation of the same requirement,
 * whatever else it shows. Then commands that are not needed are dropped from scenarios.
 */
export async function isolate(execution: Execution, deviation: Deviation): Promise<Isolated> {
  const { first } = deviation;
  const place = `${first.group.id}:${first.position.stream}:${first.position.index}`;
  if (first.group.id === '' || hasPaused(first)) return { smallest: first, path: place, shrinks: 0 };
  const search = new Search(execution, deviation);
  const draw = drawOf(first.group, execution.plan.seed, first.position);
  const run = await fc.check(
    fc.asyncProperty(draw.arbitrary, async (drawn) => !(await search.shows(drawn))),
    { seed: draw.seed, numRuns: 1 },
  );
  const best = search.best?.drawn;
  const dropped = best?.kind === 'scenario' ? await dropCommands(search, best) : 0;
  return {
    smallest: search.best ?? first,
    path: `${place}:${run.counterexamplePath ?? ''}`,
    shrinks: run.numShrinks + dropped,
  };
}

class Search {
  best: ExecutedCase | undefined;
  readonly #execution: Execution;
  readonly #deviation: Deviation;
  #attempt = 2;

  constructor(execution: Execution, deviation: Deviation) {
    this.#execution = execution;
    this.#deviation = deviation;
  }

  /** Whether a case shows the deviation; the last one that did is the best. False once the budget is spent. */
  async shows(drawn: RequestCase | Scenario): Promise<boolean> {
    if (this.#attempt >= SHRINK_EXECUTIONS + 2) return false;
    const { first, judgement } = this.#deviation;
    const executed = await executeCase(this.#execution, first.group, first.position, drawn, this.#attempt);
    this.#attempt += 1;
    const shown = executed.judgements.some(
      (one) =>
        one.requirement === judgement.requirement &&
        one.outcome === 'violated' &&
        one.deviation === judgement.deviation,
    );
    if (shown) this.best = executed;
    return shown;
  }
}

/** Leaves out command after command, the last first, as long as the deviation stays; returns how many went. */
async function dropCommands(search: Search, scenario: Scenario): Promise<number> {
  let kept = scenario;
  for (let index = kept.commands.length - 1; index >= 0; index -= 1) {
    const fewer = { ...kept, commands: kept.commands.toSpliced(index, 1) };
    if (await search.shows(fewer)) kept = fewer;
  }
  return scenario.commands.length - kept.commands.length;
}

/** Scenarios that wait for seconds are told as they were found. */
function hasPaused({ drawn }: ExecutedCase): boolean {
  return drawn.kind === 'scenario' && drawn.commands.some((command) => command.wait !== undefined);
}
