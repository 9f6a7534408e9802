import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../spec/package-root.ts';

/** A line of a `sh` block, with what the README says about it. */
interface Command {
  readonly line: string;
  /** Behind `# exit`, at the end of the line. */
  readonly exitCode: number;
  /** It goes on until it is stopped. */
  readonly serves: boolean;
  /** The `text` block right below, for the last line of a block. */
  readonly output: string | null;
}

const SOURCES = ['spec', 'generators', 'mock', 'suites', 'reports', 'cli'];
const root = packageRoot();
const main = join(root, 'dist', 'cli', 'main.js');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'swr-readme-'));
const servers: ChildProcess[] = [];
/** Where the endpoint serves that the README starts on a port. */
const served = new Map<string, string>();

beforeAll(() => {
  if (isBuildStale()) execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' });
});

afterAll(() => {
  for (const server of servers) server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('the README', () => {
  const commands = readCommands(readme);

  it('leads with one command, and shows all three of the tool', () => {
    expect(commands[0]?.line).toBe('npm run conformance');
    const lines = commands.map(({ line }) => line).join('\n');
    for (const name of ['run', 'mock', 'requirements']) expect(lines).toContain(`swr-conformance ${name}`);
  });

  it.each(commands.map((command) => [command.line, command] as const))(
    'tells the truth about: %s',
    async (_, command) => {
      const { exitCode, stdout, stderr } = command.serves ? await serve(command) : await run(command);
      expect(exitCode, `${stdout}${stderr}`).toBe(command.exitCode);
      if (command.output !== null) expect(maskFigures(stdout)).toBe(maskFigures(command.output));
    },
  );

  it('starts only endpoints that stop with exit code 0 when they are told to', async () => {
    expect(servers.length).toBeGreaterThan(0);
    const ended = servers.map((server) => once(server, 'exit'));
    for (const server of servers) server.kill('SIGTERM');
    expect(await Promise.all(ended)).toEqual(servers.map(() => [0, null]));
  });

  it('names no option that the help does not know', () => {
    const help = ['run', 'mock', 'requirements'].map((name) =>
      execFileSync(process.execPath, [main, name, '--help'], { encoding: 'utf8' }),
    );
    const known = new Set(help.join('\n').match(OPTION));
    expect([...new Set(readme.match(OPTION))].filter((option) => !known.has(option))).toEqual([]);
  });

  it('names no npm script that does not exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links to no file that does not exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('reading a README', () => {
  it('finds every line of sh blocks, with its exit code and its output, and nothing else', () => {
    const text = [
      '```sh\necho a > b\nnpx swr-conformance run  # exit 3\n```\n\n```text\n✗ No\n```',
      '```text\nnot a command\n```',
      '```sh\nnpx swr-conformance mock --port 1\n```\n\nWords.\n\n```text\nno output of it\n```',
    ].join('\n\n');
    expect(readCommands(text)).toEqual([
      { line: 'echo a > b', exitCode: 0, serves: false, output: null },
      { line: 'npx swr-conformance run', exitCode: 3, serves: false, output: '✗ No' },
      { line: 'npx swr-conformance mock --port 1', exitCode: 0, serves: true, output: null },
    ]);
  });

  it('takes outputs for equal that differ in figures, times and spaces only', () => {
    const output = 'MUST  222 0\n--seed -7 --clock 2026-11-22T02:39:17.531Z\n4,414 requests, 14 s, seed 7';
    const other = 'MUST 9 10\n--seed 12 --clock 2030-01-01T00:00:00.000Z\n41 requests, 1 min 2 s, seed -3';
    expect(maskFigures(output)).toBe(maskFigures(other));
    expect(maskFigures(output)).not.toBe(maskFigures(output.replace('MUST', 'SHOULD')));
  });
});

/** Long options; those of npm and of the shell are not written in the README. */
const OPTION = /(?<![\w-])--[a-z][a-z-]*/g;

function readCommands(markdown: string): readonly Command[] {
  const blocks = /^```sh\n([\s\S]*?)^```(?:\n\n```text\n([\s\S]*?)\n```)?/gm;
  return [...markdown.matchAll(blocks)].flatMap(([, block = '', output]) => {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line, index) => {
      const [, command = '', code] = /^(.*?)(?:\s+# exit (\d))?$/.exec(line) ?? [];
      const serves = /swr-conformance mock\b(?!.*--list-)/.test(command);
      const isLast = index === lines.length - 1;
      return {
        line: command,
        exitCode: Number(code ?? 0),
        serves,
        output: isLast ? (output ?? null) : null,
      };
    });
  });
}

/** Runs a line in the shell, on the endpoints that the lines above it started. */
function run({ line }: Command): Promise<{ exitCode: number | string; stdout: string; stderr: string }> {
  const text = inThisCheckout(line).replaceAll(/http:\/\/127\.0\.0\.1:(\d+)/g, (url, port) => {
    return served.get(port) ?? url;
  });
  return new Promise((resolve) => {
    execFile('bash', ['-c', text], { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : (error.code ?? 'none, it was killed'), stdout, stderr });
    });
  });
}

/** Starts a line that serves, on a port that is free; resolves with its first line. */
async function serve({ line }: Command): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const port = /--port (\d+)/.exec(line)?.[1] ?? '4010';
  const text = inThisCheckout(line).replace(/--port \d+/, '--port 0');
  const server = spawn('bash', ['-c', `exec ${text}`], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  servers.push(server);
  const ended = once(server, 'exit').then(() => Promise.reject(new Error(`It ended at once: ${line}`)));
  ended.catch(() => {});
  const [first] = await Promise.race([once(createInterface({ input: server.stdout }), 'line'), ended]);
  served.set(port, JSON.parse(String(first)).url);
  return { exitCode: 0, stdout: String(first), stderr: '' };
}

/** The built command in place of the installed one. */
function inThisCheckout(line: string): string {
  return line.replace(/npx swr-conformance|npm run conformance( --)?/, `"${process.execPath}" "${main}"`);
}

function maskFigures(output: string): string {
  return output
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/(\d+ min )?\d+ s\b/g, 'DURATION')
    .replaceAll(/-?\d[\d,]*/g, 'N')
    .replaceAll(/ +/g, ' ')
    .trim();
}

function isBuildStale(): boolean {
  if (!existsSync(main)) return true;
  const built = statSync(main).mtimeMs;
  return SOURCES.some((source) =>
    readdirSync(join(root, source), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .some((name) => statSync(join(root, source, name)).mtimeMs > built),
  );
}
