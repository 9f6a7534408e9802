import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../reports/report.ts';
import { validateReport } from '../../reports/report-schema.ts';
import { describeFault, Fault } from '../../spec/fault.ts';
import { createProgram, UsageError } from '../program.ts';

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunResult extends CommandResult {
  /** The report that was written, read back and held to its schema. */
  readonly report: Report;
}

/**
 * Runs a command line in this process, against streams that are kept. What is thrown is told as `main.ts` tells it,
 * which the tests that start the built command hold to the same.
 */
export async function inProcess(args: readonly string[]): Promise<CommandResult> {
  let stdout = '';
  let stderr = '';
  const print = (text: string): void => {
    stdout += text;
  };
  const printError = (text: string): void => {
    stderr += text;
  };
  const program = createProgram({ print, printError, colour: false, live: false });
  const code = await program.run(args).catch((cause: unknown) => {
    if (cause instanceof UsageError) return 2;
    if (!(cause instanceof Fault)) throw cause;
    printError(`swr-conformance: ${describeFault(cause)}\n`);
    return cause.kind === 'usage' ? 2 : 3;
  });
  return { code, stdout, stderr };
}

/** `run` in this process with its report in a folder of its own; quick unless the arguments say otherwise. */
export function runInProcess(args: readonly string[]): Promise<RunResult> {
  return inFolder(async (folder) => {
    const profile = args.includes('--profile') ? [] : ['--profile', 'quick'];
    const formats = args.includes('--format') ? [] : ['--format', 'json'];
    const result = await inProcess(['run', ...args, ...profile, ...formats, '--report-dir', folder]);
    return { ...result, report: readReport(folder) };
  });
}

/** The report of a folder; throws where there is none, or one that breaks its schema. */
export function readReport(folder: string): Report {
  const file = join(folder, 'report.json');
  return validateReport(JSON.parse(readFileSync(file, 'utf8')), file);
}

/** Lends a folder that is removed afterwards. */
export async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'swr-conformance-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
