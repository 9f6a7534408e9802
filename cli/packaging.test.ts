import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot, packageVersion } from '../spec/package-root.ts';

interface Ended {
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunningMock {
  readonly url: string;
  readonly token: string;
  /** Asks it to end, as a supervisor would, and gives its exit code. */
  readonly stop: () => Promise<number | null>;
  readonly kill: () => void;
}

/** A project of its own, which knows nothing of the checkout; the real path, as programs report it. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'swr-packaging-')));
const installed = join(folder, 'node_modules', 'swr-conformance');
const NEEDED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/cli/main.js',
  'reports/report.schema.json',
  'spec/openapi.yaml',
];
let mock: RunningMock;

beforeAll(async () => {
  // Without it npm would look for a project in the folders above.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const packed = await end(process.execPath, [join(packageRoot(), 'scripts', 'pack.mjs'), folder]);
  expect(packed).toMatchObject({ code: 0 });
  const tarball = packed.stdout.trim().split('\n').at(-1) ?? '';
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--engine-strict'];
  expect(await end('npm', ['install', tarball, ...options])).toMatchObject({ code: 0 });
  mock = await startMock();
}, 300_000);

afterAll(() => {
  mock?.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe('the installed package', () => {
  it('holds what runs and what is read, and neither tests nor sources', () => {
    const files = filesOf(installed);
    expect(NEEDED.filter((file) => !files.includes(file))).toEqual([]);
    expect(
      files.filter((file) =>
        /\.ts$|\.(test|fixture)\.|golden|\/(testing|sample)\/|^(scripts|docs|\.ci)\//.test(file),
      ),
    ).toEqual([]);
  });

  it('names no path of the folder that it was built in', () => {
    const telling = filesOf(installed).filter((file) =>
      readFileSync(join(installed, file), 'utf8').includes(packageRoot()),
    );
    expect(telling).toEqual([]);
  });

  it('prints its catalogue, built from the description beside it', async () => {
    const { code, stdout } = await npx(['requirements', '--json']);
    expect(code).toBe(0);
    const { requirements } = JSON.parse(stdout);
    expect(requirements.length).toBeGreaterThan(100);
    expect(requirements[0].id).toMatch(/^\w+\/[a-z0-9-]+$/);
  });

  it('finds the endpoint that it serves conformant, and writes a report that keeps its schema', async () => {
    const run = await npx(['run', '--target', mock.url, '--token', mock.token, '--profile', 'quick']);
    expect(run, run.stdout + run.stderr).toMatchObject({ code: 0 });
    const report = readJson(join(folder, 'conformance-report', 'report.json'));
    const schema = readJson(join(installed, 'reports', 'report.schema.json'));
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    expect(ajv.validate(schema, report), ajv.errorsText()).toBe(true);
    expect(report).toMatchObject({
      verdict: 'conformant',
      tool: { version: packageVersion() },
      target: { url: mock.url, embedded: false },
    });
  }, 300_000);

  it('refuses a token that the endpoint refuses, with exit code 3', async () => {
    const run = await npx(['run', '--target', mock.url, '--token', 'wrong', '--profile', 'quick']);
    expect(run, run.stdout + run.stderr).toMatchObject({ code: 3 });
  });

  it('stops serving when it is told to, with exit code 0', async () => {
    expect(await mock.stop()).toBe(0);
  });
});

/** What a user types in the folder; `--no` keeps npx from looking further than the folder. */
function npx(args: readonly string[]): Promise<Ended> {
  return end('npx', ['--no', '--', 'swr-conformance', ...args]);
}

async function startMock(): Promise<RunningMock> {
  const child = spawn('npx', ['--no', '--', 'swr-conformance', 'mock', '--port', '0'], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended: Promise<(number | null)[]> = once(child, 'close');
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => Promise.reject(new Error('The mock ended before it said where it listens'))),
  ]);
  const { url, token, pid } = JSON.parse(String(line));
  const stop = async () => {
    process.kill(pid, 'SIGTERM');
    return (await ended)[0] ?? null;
  };
  return { url, token, stop, kill: () => killGroup(child) };
}

/** npx starts a shell, which starts the tool: all three are one group. */
function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself, as it should.
  }
}

function end(program: string, args: readonly string[]): Promise<Ended> {
  const options = { cwd: folder, timeout: 280_000, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? null), stdout, stderr });
    });
  });
}

function filesOf(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    );
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
