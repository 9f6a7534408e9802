import type { NameKey } from '../../generators/request/names.ts';
import type { CaseRecord, CheckContext, Judgement } from '../checks/case-record.ts';
import { CHECKS } from '../checks/checks.ts';
import type { Batch } from './batch.ts';
import { type CaseNames, caseNames } from './case-names.ts';
import type { Drawn } from './draw.ts';
import type { Plan } from './plan.ts';
import { runRequestBatch } from './run-request-batch.ts';
import { runScenario } from './run-scenario.ts';
import { canShare } from './scope.ts';
import { type Ground, LimitReached, Session } from './session.ts';

/** Cases that were run together: what was drawn, what happened, what the checks say. */
export interface ExecutedCase {
  readonly batch: Batch;
  readonly drawn: readonly Drawn[];
  readonly record: CaseRecord;
  readonly judgements: readonly Judgement[];
}

/** What executing cases needs besides the cases. */
export interface Execution {
  readonly plan: Plan;
  readonly ground: Ground;
  readonly context: CheckContext;
}

/**
 * Runs a batch under names of its own and judges it; what it created is removed afterwards, and that is judged too.
 * `attempt` tells executions of the same batch apart: no two of them meet the same share.
 */
export async function executeCase(
  execution: Execution,
  batch: Batch,
  drawn: readonly Drawn[],
  attempt: number,
): Promise<ExecutedCase> {
  const { plan, ground, context } = execution;
  const key: NameKey = {
    seed: plan.seed,
    clock: plan.clock.toISOString(),
    group: batch.id,
    stream: batch.stream,
    index: batch.index,
    attempt,
  };
  const names = caseNames(ground.resource, plan.scope.provisions, key);
  const session = new Session(ground);
  try {
    await send(execution, session, drawn, { names, dressed: batch.stream % 2 === 1 });
  } catch (cause) {
    // What was sent so far is judged all the same.
    if (!(cause instanceof LimitReached)) throw cause;
  } finally {
    if (canShare(plan.scope)) await session.cleanUp();
  }
  const record: CaseRecord = { steps: session.steps };
  return { batch, drawn, record, judgements: CHECKS.flatMap((check) => check(record, context)) };
}

async function send(
  { plan, ground }: Execution,
  session: Session,
  drawn: readonly Drawn[],
  { names, dressed }: { names: CaseNames; dressed: boolean },
): Promise<void> {
  for (const one of drawn)
    if (one.drawn.kind === 'scenario') await runScenario(session, one.drawn, names, ground.signal);
  const cases = drawn.flatMap((one) => (one.drawn.kind === 'request' ? [one.drawn] : []));
  const operation = drawn[0]?.group.operation ?? null;
  if (operation !== null)
    await runRequestBatch({ session, operation, cases, names, readOnly: !canShare(plan.scope), dressed });
}
