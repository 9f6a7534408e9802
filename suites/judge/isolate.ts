import fc from 'fast-check';
import type { Scenario } from '../../generators/sharing/scenario.ts';
import { type Drawn, drawOf } from './draw.ts';
import { type ExecutedCase, type Execution, executeCase } from './execute-case.ts';
import type { Deviation } from './tally.ts';

/** The smallest case found for a deviation, and how it was reached. */
export interface Isolated {
  readonly smallest: ExecutedCase;
  /** Group, number of the case in it, and fast-check's shrink path. */
  readonly path: string;
  readonly shrinks: number;
}

/** Executions spent on making one deviation smaller; each is a handful of requests. */
const SHRINK_EXECUTIONS = 80;

/**
 * Looks for the one case of a batch that shows the deviation alone, draws it again and shrinks it while it shows the
 * same deviation of the same requirement, whatever else it shows. Commands that a scenario does not need are
 * dropped. What only shows in company is told as it was found.
 */
export async function isolate(execution: Execution, deviation: Deviation): Promise<Isolated> {
  const { first } = deviation;
  const search = new Search(execution, deviation);
  const culprit = isCostly(first) ? undefined : await findCulprit(search, deviation);
  if (culprit === undefined) return { smallest: first, path: first.batch.id, shrinks: 0 };
  const { arbitrary, seed } = drawOf(culprit.group, execution.plan.seed, culprit.number);
  const run = await fc.check(
    fc.asyncProperty(arbitrary, async (drawn) => !(await search.shows({ ...culprit, drawn }))),
    { seed, numRuns: 1 },
  );
  const best = search.best?.drawn[0];
  const dropped = best?.drawn.kind === 'scenario' ? await dropCommands(search, best, best.drawn) : 0;
  return {
    smallest: search.best ?? first,
    path: `${culprit.group.id}:${culprit.number}:${run.counterexamplePath ?? ''}`,
    shrinks: run.numShrinks + dropped,
  };
}

/** The case at whose request the deviation was seen goes first, then the others in their order. */
async function findCulprit(search: Search, { first, judgement }: Deviation): Promise<Drawn | undefined> {
  if (first.drawn.length === 1) return first.drawn[0];
  const label = first.record.steps[judgement.step]?.aim?.label;
  const isSeen = ({ drawn }: Drawn) => drawn.kind === 'request' && drawn.label === label;
  const ordered = [...first.drawn.filter(isSeen), ...first.drawn.filter((one) => !isSeen(one))];
  for (const one of ordered) if (await search.shows(one)) return one;
  return undefined;
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
  async shows(drawn: Drawn): Promise<boolean> {
    if (this.#attempt >= SHRINK_EXECUTIONS + 2) return false;
    const { first, judgement } = this.#deviation;
    const executed = await executeCase(this.#execution, first.batch, [drawn], this.#attempt);
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
async function dropCommands(search: Search, best: Drawn, scenario: Scenario): Promise<number> {
  let kept = scenario;
  for (let index = kept.commands.length - 1; index >= 0; index -= 1) {
    const fewer = { ...kept, commands: kept.commands.toSpliced(index, 1) };
    if (!isGrounded(fewer)) continue;
    if (await search.shows({ ...best, drawn: fewer })) kept = fewer;
  }
  return scenario.commands.length - kept.commands.length;
}

/** A repository may come into being with its first share: nothing is asked of one before a create. */
function isGrounded({ commands }: Scenario): boolean {
  return commands.every((command, index) =>
    commands
      .slice(0, index + 1)
      .some(({ role, repository }) => role === 'create' && repository === command.repository),
  );
}

/** Scenarios that take seconds or hundreds of requests are told as they were found. */
function isCostly({ drawn }: ExecutedCase): boolean {
  return drawn.some(
    ({ drawn: one }) =>
      one.kind === 'scenario' &&
      (one.commands.length > SHRINK_EXECUTIONS || one.commands.some(({ wait }) => wait !== undefined)),
  );
}
