import { createHash } from 'node:crypto';
import { startEndpoint } from '../../mock/endpoint.ts';
import { summarise } from '../../reports/console-summary.ts';
import type { ExitReason, Report } from '../../reports/report.ts';
import { prepareDirectory, writeReports } from '../../reports/write-reports.ts';
import { readDiscrepancies } from '../../spec/discrepancies.ts';
import { Fault } from '../../spec/fault.ts';
import { ownDescription, packageVersion } from '../../spec/package-root.ts';
import { parseTarget, type Target, targetUrl } from '../../suites/exchange/target.ts';
import { assembleReport } from '../../suites/judge/assemble-report.ts';
import { type JudgedOutcome, judge, noTotals } from '../../suites/judge/judge.ts';
import type { Plan } from '../../suites/judge/plan.ts';
import { countPlanned } from './dry-run.ts';
import { type PreparedRun, prepareRun } from './prepare-run.ts';
import { createProgress } from './progress.ts';
import { repeatLine } from './repeat-line.ts';
import type { RunOptions } from './run-options.ts';
import type { Terminal } from './terminal.ts';

/** Tests an endpoint, writes the reports and prints the summary; returns the exit code. */
export async function run(options: RunOptions, terminal: Terminal): Promise<number> {
  const prepared = await prepareRun(options);
  if (options.dryRun === true) {
    if (prepared.plan.requirements.length === 0) throw nothingSelected();
    terminal.print(await countPlanned(prepared));
    return 0;
  }
  await prepareDirectory(options.reportDir);
  const report = await runAndReport(prepared, options, terminal);
  const files = await writeReports(report, options.reportDir, options.format);
  if (options.quiet !== true) {
    const repeat = repeatLine(prepared.plan, options);
    terminal.print(summarise(report, { colour: terminal.colour, files, repeat }));
  }
  return report.exitCode;
}

async function runAndReport(prepared: PreparedRun, options: RunOptions, terminal: Terminal): Promise<Report> {
  const { plan } = prepared;
  const startedAt = new Date();
  const outcomes: JudgedOutcome[] = [];
  const totals = noTotals();
  const failures: ExitReason[] = [];
  const { target, stop } = await reach(prepared);
  const interrupt = interruptible();
  const progress = createProgress(terminal, options.quiet === true);
  try {
    if (plan.requirements.length === 0) throw nothingSelected();
    const userAgent = options.userAgent ?? `swr-conformance/${packageVersion()} (run ${runId(plan, target)})`;
    const judging = { timeout: options.timeout, userAgent, progress: progress.cases };
    for await (const one of judge(target, plan, judging, totals, interrupt.signal)) {
      outcomes.push(one);
      progress.finding(one);
    }
  } catch (cause) {
    failures.push(reasonOf(cause, interrupt.signal));
  } finally {
    progress.end();
    interrupt.end();
    await stop();
  }
  return assembleReport({
    id: runId(plan, target),
    target,
    plan,
    outcomes,
    totals,
    failures,
    startedAt,
    finishedAt: new Date(),
    level: options.level,
    requireAll: options.requireAll === true,
    partial: plan.requirements.length < prepared.catalogue.length,
    version: packageVersion(),
    discrepancies: options.spec === ownDescription() ? readDiscrepancies() : [],
  });
}

/** The target, started by us where none was given. */
async function reach(prepared: PreparedRun): Promise<{ target: Target; stop: () => Promise<void> }> {
  if (prepared.target !== null) return { target: prepared.target, stop: async () => {} };
  const { mode, namespaces, repositories, accounts } = prepared.plan.scope.provisions;
  const now = prepared.plan.clock.toISOString();
  const endpoint = await startEndpoint({ provisioning: mode, namespaces, repositories, accounts, now });
  return { target: parseTarget(endpoint.url, endpoint.token, true), stop: () => endpoint.close() };
}

/** The same for the same seed, clock, description and target: reports of repeated runs differ in times only. */
function runId(plan: Plan, target: Target): string {
  const where = target.embedded ? 'embedded' : targetUrl(target);
  const text = [plan.seed, plan.clock.toISOString(), plan.contract.digest, where].join('|');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function reasonOf(cause: unknown, signal: AbortSignal): ExitReason {
  if (signal.aborted) return { code: 'interrupted', exitCode: 3, message: 'The run was interrupted.' };
  if (cause instanceof Fault && cause.kind !== 'usage') {
    return {
      code: cause.code,
      exitCode: 3,
      message: cause.hint === '' ? cause.message : `${cause.message}. ${cause.hint}`,
    };
  }
  throw cause;
}

function nothingSelected(): Fault {
  return new Fault('target', 'nothing-selected', 'No requirement is selected', {
    hint: 'Check --only and --skip; swr-conformance requirements lists all ids.',
  });
}

/** Ctrl-C and SIGTERM stop the run, and it still writes its report; a second one ends the process at once. */
function interruptible(): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    signal: controller.signal,
    end: () => {
      process.removeListener('SIGINT', stop);
      process.removeListener('SIGTERM', stop);
    },
  };
}
