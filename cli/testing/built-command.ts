import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../../spec/package-root.ts';
import type { CommandResult } from './command.ts';

/** The command as the package brings it; `build-once.ts` sees to it that it is up to date. */
const MAIN = join(packageRoot(), 'dist', 'cli', 'main.js');

type Variables = Readonly<Record<string, string>>;

/** Runs the built command to its end. `NO_COLOR` and its like are not inherited. */
export function runBuilt(args: readonly string[], variables: Variables = {}): Promise<CommandResult> {
  const options = { env: environment(variables), timeout: 110_000, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], options, (error, stdout, stderr) => {
      resolve({
        code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1,
        stdout,
        stderr,
      });
    });
  });
}

/** The built command while it runs. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** Resolves with the first line of standard output; rejects where the command ends without one. */
  readonly firstLine: Promise<string>;
  /** Exit code, or the signal that ended it, and all that it printed. */
  readonly ended: Promise<Omit<CommandResult, 'code'> & { readonly code: number | string }>;
  /** Ends it at once, however it is. */
  kill(): Promise<void>;
}

/** Starts the built command; whoever starts it also kills it. */
export function startBuilt(args: readonly string[], variables: Variables = {}): RunningCommand {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: environment(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const [line, ...rest] = stdout.split('\n');
      if (rest.length > 0) resolve(line ?? '');
    });
    closed.then(() => reject(new Error(`ended without a line on standard output: ${stderr}`)));
  });
  // Not everybody asks for it.
  firstLine.catch(() => {});
  const ended = closed.then(([code, signal]) => ({ code: code ?? signal, stdout, stderr }));
  return {
    child,
    firstLine,
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

function environment(variables: Variables): NodeJS.ProcessEnv {
  const { NO_COLOR: _no, FORCE_COLOR: _force, SWR_AUTH_TOKEN: _token, ...inherited } = process.env;
  return { ...inherited, ...variables };
}
