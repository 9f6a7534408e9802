import type { NameKey } from '../../generators/request/names.ts';
import type { RequestCase } from '../../generators/request/request-case.ts';
import type { Scenario } from '../../generators/sharing/scenario.ts';
import type { CaseRecord, CheckContext, Judgement } from '../checks/case-record.ts';
import { CHECKS } from '../checks/checks.ts';
import { caseNames } from './case-names.ts';
import type { CasePosition } from './draw.ts';
import type { Group, Plan } from './plan.ts';
import { runRequestCase } from './run-request-case.ts';
import { runScenario } from './run-scenario.ts';
import { type Ground, Session } from './session.ts';

/** A case that was run: what was drawn, what happened, what the checks say. */
export interface ExecutedCase {
  readonly group: Group;
  readonly position: CasePosition;
  readonly drawn: RequestCase | Scenario;
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
 * Runs a case under names of its own and judges it; what it created is removed afterwards, and that is judged too.
 * `attempt` tells executions of the same case apart: no two of them meet the same share.
 */
export async function executeCase(
  execution: Execution,
  group: Group,
  position: CasePosition,
  drawn: RequestCase | Scenario,
  attempt: number,
): Promise<ExecutedCase> {
  const { plan, ground, context } = execution;
  const key: NameKey = {
    seed: plan.seed,
    clock: plan.clock.toISOString(),
    group: group.id,
    ...position,
    attempt,
  };
  const names = caseNames(ground.resource, plan.scope.provisions, key);
  const session = new Session(ground);
  if (drawn.kind === 'scenario') await runScenario(session, drawn, names, ground.signal);
  else if (group.operation !== null)
    await runRequestCase({
      session,
      operation: group.operation,
      case: drawn,
      names,
      readOnly: !plan.scope.writes,
    });
  if (plan.scope.writes) await session.cleanUp();
  const record: CaseRecord = { own: drawn.kind === 'request' ? ownOf(drawn) : null, steps: session.steps };
  return { group, position, drawn, record, judgements: CHECKS.flatMap((check) => check(record, context)) };
}

function ownOf(drawn: RequestCase): CaseRecord['own'] {
  return { requirement: drawn.requirement, polarity: drawn.polarity, label: drawn.label };
}
