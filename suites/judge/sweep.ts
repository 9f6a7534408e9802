import type { Exchange } from '../../reports/exchange.ts';
import { Fault } from '../../spec/fault.ts';
import { type Batch, batchesOf } from './batch.ts';
import { drawCase } from './draw.ts';
import { type ExecutedCase, type Execution, executeCase } from './execute-case.ts';
import type { Group } from './plan.ts';

/** What a sweep brought: every batch that was run, in a fixed order, and whether that was all. */
export interface SweepResult {
  readonly executed: readonly ExecutedCase[];
  readonly cutShort: 'max-requests' | 'target-lost' | null;
}

/** Told after every case. */
export type Progress = (done: number, total: number) => void;

/** Batches in a row without any answer after which a target counts as gone: as many as may be under way at a crash. */
const LOST_AFTER = 17;

/**
 * Sends every case once. Batches run side by side, as many as the concurrency allows. What they send and the order of
 * the result do not depend on which of them was quicker.
 */
export async function sweep(
  execution: Execution,
  groups: readonly Group[],
  progress: Progress,
): Promise<SweepResult> {
  const batches = batchesOf(groups, execution.plan);
  const total = batches.reduce((sum, batch) => sum + batch.cases.length, 0);
  const results: ExecutedCase[] = [];
  const state = { next: 0, done: 0, silent: 0, cutShort: null as SweepResult['cutShort'] };
  const worker = async (): Promise<void> => {
    for (;;) {
      const number = state.next;
      const batch = batches[number];
      if (batch === undefined) return;
      if (isSpent(execution)) state.cutShort = 'max-requests';
      if (state.cutShort !== null) return;
      state.next += 1;
      const executed = await executeTwiceIfCut(execution, batch);
      results[number] = executed;
      state.silent = isSilent(executed) ? state.silent + 1 : 0;
      if (state.silent >= LOST_AFTER) state.cutShort = 'target-lost';
      state.done += batch.cases.length;
      progress(state.done, total);
    }
  };
  // Whoever is interrupted removes what it created: nobody is left behind while others still do.
  const ended = await Promise.allSettled(Array.from({ length: lanes(execution) }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  execution.ground.signal.throwIfAborted();
  return { executed: results.filter((one) => one !== undefined), cutShort: state.cutShort };
}

/** Where names are fixed every case uses the same shares, and must have them to itself. */
function lanes({ plan }: Execution): number {
  return plan.scope.provisions.mode === 'fixed' ? 1 : plan.concurrency;
}

/**
 * A connection that breaks may have been closed for its age just when a request left; the batch then is run again
 * under other names, and only what happens twice is told.
 */
async function executeTwiceIfCut(execution: Execution, batch: Batch): Promise<ExecutedCase> {
  const drawn = batch.cases.map(({ group, number }) => drawCase(group, execution.plan.seed, number));
  const executed = await executeCase(execution, batch, drawn, 0);
  const broken = executed.record.steps.some((step) => isBrokenConnection(step.exchange));
  return broken ? executeCase(execution, batch, drawn, 1) : executed;
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
