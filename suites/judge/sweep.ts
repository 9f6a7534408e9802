import type { Exchange } from '../../reports/exchange.ts';
import { Fault } from '../../spec/fault.ts';
import { drawBatch, positionsOf, STREAMS } from './draw.ts';
import { type ExecutedCase, type Execution, executeCase } from './execute-case.ts';
import type { Group } from './plan.ts';

/** What a sweep brought: every case that was run, group by group and stream by stream, and whether that was all. */
export interface SweepResult {
  readonly executed: readonly ExecutedCase[];
  readonly cutShort: 'max-requests' | 'target-lost' | null;
}

/** Told after every case. */
export type Progress = (done: number, total: number) => void;

/** Cases in a row without any answer after which a target counts as gone: one crash closes this many connections. */
const LOST_AFTER = 25;

/**
 * Sends every case once. Streams run side by side, as many as the concurrency allows; the cases of one stream follow
 * each other. The order of the result does not depend on which of them was quicker.
 */
export async function sweep(
  execution: Execution,
  groups: readonly Group[],
  progress: Progress,
): Promise<SweepResult> {
  const tasks = groups
    .flatMap((group) =>
      Array.from({ length: STREAMS }, (_, stream) => positionsOf(group, execution.plan, stream)).map(
        (positions) => ({
          group,
          positions,
        }),
      ),
    )
    .filter(({ positions }) => positions.length > 0);
  const total = tasks.reduce((sum, task) => sum + task.positions.length, 0);
  const results: ExecutedCase[][] = tasks.map(() => []);
  const state = { next: 0, done: 0, silent: 0, cutShort: null as SweepResult['cutShort'] };
  const worker = async (): Promise<void> => {
    while (state.cutShort === null) {
      const number = state.next;
      const task = tasks[number];
      if (task === undefined) return;
      state.next += 1;
      for (const position of task.positions) {
        if (isSpent(execution)) state.cutShort = 'max-requests';
        if (state.cutShort !== null) return;
        const drawn = drawBatch(task.group, execution.plan, position);
        const executed = await executeTwiceIfCut(execution, task.group, position, drawn);
        results[number]?.push(executed);
        state.silent = isSilent(executed) ? state.silent + 1 : 0;
        if (state.silent >= LOST_AFTER) state.cutShort = 'target-lost';
        state.done += 1;
        progress(state.done, total);
      }
    }
  };
  await Promise.all(Array.from({ length: execution.plan.concurrency }, worker));
  execution.ground.signal.throwIfAborted();
  return { executed: results.flat(), cutShort: state.cutShort };
}

/**
 * A connection that breaks may have been closed for its age just when a request left; the case then is run again
 * under other names, and only what happens twice is told.
 */
async function executeTwiceIfCut(
  ...[execution, group, position, drawn]: [Execution, Group, ExecutedCase['position'], ExecutedCase['drawn']]
): Promise<ExecutedCase> {
  const executed = await executeCase(execution, group, position, drawn, 0);
  const broken = executed.record.steps.some((step) => isBrokenConnection(step.exchange));
  return broken ? executeCase(execution, group, position, drawn, 1) : executed;
}

function isBrokenConnection({ outcome }: Exchange): boolean {
  return outcome.kind === 'failure' && outcome.failure.kind === 'connection';
}

function isSilent({ record }: ExecutedCase): boolean {
  return record.steps.length > 0 && record.steps.every((step) => step.exchange.outcome.kind === 'failure');
}

function isSpent({ plan, ground }: Execution): boolean {
  return plan.maxRequests !== null && ground.sender.sent >= plan.maxRequests;
}

/** Why a sweep that was cut short says nothing about what is left. */
export function cutShortFault(reason: 'target-lost'): Fault {
  return new Fault('target', reason, 'The target stopped answering in mid-run', {
    hint: 'The last findings may show which request brought it down.',
  });
}
