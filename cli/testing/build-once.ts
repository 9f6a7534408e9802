import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { packageRoot } from '../../spec/package-root.ts';

const SOURCES = ['spec', 'generators', 'mock', 'suites', 'reports', 'cli'];

/**
 * Builds `dist` where it is missing or older than a source. Test files run side by side: the first one builds, the
 * others wait for it. Throws where the build fails, with what the compiler said.
 */
export async function buildOnce(): Promise<void> {
  const lock = join(packageRoot(), 'node_modules', '.swr-conformance-build');
  while (isStale()) {
    if (!take(lock)) {
      await pause(250);
      continue;
    }
    try {
      if (isStale()) build();
    } finally {
      rmdirSync(lock);
    }
  }
}

/** A file that nobody imports is left where it was, so that only the newest of both sides are compared. */
function isStale(): boolean {
  const sources = SOURCES.flatMap((folder) => timesIn(join(packageRoot(), folder), '.ts'));
  const built = timesIn(join(packageRoot(), 'dist'), '.js');
  return built.length === 0 || Math.max(...sources) > Math.max(...built);
}

function build(): void {
  const compiler = join(packageRoot(), 'node_modules', 'typescript', 'bin', 'tsc');
  const settings = join(packageRoot(), 'tsconfig.build.json');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', settings], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}`);
}

/** True for the one that may build. A lock that was left behind by a test that was killed is broken. */
function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const left = statSync(lock, { throwIfNoEntry: false });
    if (left !== undefined && Date.now() - left.mtimeMs > 120_000) rmdirSync(lock);
    return false;
  }
}

/** When each file of a folder was last written, tests left out. */
function timesIn(folder: string, extension: string): number[] {
  return listed(folder)
    .filter((name) => name.endsWith(extension) && !name.endsWith('.test.ts') && !name.includes('testing'))
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}
