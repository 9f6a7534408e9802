import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint } from '../mock/endpoint.ts';
import type { Report } from '../reports/report.ts';
import { buildOnce } from './testing/build-once.ts';
import { runBuilt } from './testing/built-command.ts';
import { inFolder, inProcess, readReport, runInProcess } from './testing/command.ts';
import { recordingServer } from './testing/recording-server.ts';

const SHORT = ['--only', 'createRepoDomains/permit-*', '--profile', 'quick'];
const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

describe('what is judged', () => {
  it('is what --only picks, without what --skip leaves out; the report says that it is a part.', async () => {
    const picked = ['--only', '*/token-*', '--only', 'listRepoDomains/success-status'];
    const { code, stdout, report } = await runInProcess([...picked, '--skip', 'createRepoDomains/*']);
    expect(code).toBe(0);
    const ids = report.requirements.map(({ id }) => id);
    expect(ids.filter((id) => !/^(?!create)\w+\/token-|^listRepoDomains\/success-status$/.test(id))).toEqual(
      [],
    );
    expect(ids).toContain('listRepoDomains/success-status');
    expect(ids).toContain('deleteRepoDomains/token-empty-rejected');
    expect(report.run.partial).toBe(true);
    expect(stdout.split('\n')[0]).toContain('part of the catalogue');
  });

  it('is judged by the same cases, however little is selected.', async () => {
    const again = ['--seed', '3', '--clock', '2030-05-05T05:05:05Z', '--skip', '*/namespace-*'];
    const [alone, among] = [await runInProcess([...again, ...SHORT]), await runInProcess(again)];
    const wanted = alone.report.requirements.map(({ id }) => id);
    const picked = among.report.requirements.filter(({ id }) => wanted.includes(id));
    expect(picked.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(
      alone.report.requirements.map(({ id, outcome }) => `${id} ${outcome}`),
    );
  });

  it('is not judged in full where requests run out.', async () => {
    const { code, stdout, report } = await runInProcess(['--max-requests', '50']);
    expect(code).toBe(3);
    expect(report).toMatchObject({ verdict: 'not-judged', run: { partial: true } });
    expect(report.run.requests).toBeGreaterThanOrEqual(50);
    expect(report.requirements.map(({ reason }) => reason)).toContain('cut-short');
    expect(stdout.split('\n')[0]).toMatch(/exit code 3.*(?:max-requests|requests|not judged)/);
    expect(report.resources.left).toEqual([]);
  });

  it('stops near the limit of requests, and cleans up behind itself.', async () => {
    const { report } = await runInProcess(['--max-requests', '50', '--concurrency', '1']);
    expect(report.run.requests).toBeLessThan(100);
    expect(report.resources.created).toBe(report.resources.deleted);
  });
});

describe('the gate', () => {
  it('counts SHOULD requirements with --level should, and the verdict never does.', async () => {
    const should = ['description-default-invented.createRepoDomains'];
    const lenient = await against(should, []);
    const strict = await against(should, ['--level', 'should']);
    expect(lenient.report.summary.should.violated).toBe(1);
    expect([lenient.code, lenient.report.verdict, lenient.report.gate]).toEqual([0, 'conformant', 'pass']);
    expect([strict.code, strict.report.verdict, strict.report.gate]).toEqual([1, 'conformant', 'fail']);
  });

  it('counts what is out of scope with --require-all.', async () => {
    const names = ['--provisioning', 'fixed', '--namespace', 'n', '--repository', 'r', '--account', 'a'];
    const some = await runInProcess(names);
    const all = await runInProcess([...names, '--require-all']);
    expect([some.code, some.report.verdict]).toEqual([0, 'conformant']);
    expect(outOfScope(some.report).length).toBeGreaterThan(0);
    expect([all.code, all.report.verdict]).toEqual([3, 'not-judged']);
    expect(all.report.exitReasons[0]?.code).toBe('not-judged');
    expect(all.stdout.split('\n')[0]).toContain('not judged');
  });
});

describe('what is written', () => {
  it.each([
    [['--format', 'json'], ['report.json']],
    [
      ['--format', 'markdown,junit'],
      ['junit.xml', 'summary.md'],
    ],
    [[], ['junit.xml', 'report.html', 'report.json', 'summary.md']],
  ])('%s writes %s and nothing else.', async (format, files) => {
    await inFolder(async (folder) => {
      const reports = join(folder, 'a', 'b');
      const { code, stdout } = await inProcess(['run', ...SHORT, ...format, '--report-dir', reports]);
      expect(code).toBe(0);
      expect(readdirSync(reports).sort()).toEqual(files);
      for (const file of files) expect(stdout).toContain(join(reports, file));
    });
  });

  it('keeps the token out of everything that is written and printed.', async () => {
    const endpoint = await startEndpoint({ token: 'a-very-secret-token', defects: LETS_IN });
    stops.push(endpoint.close);
    await inFolder(async (folder) => {
      const where = ['--target', endpoint.url, '--token', endpoint.token, '--report-dir', folder];
      const args = ['run', ...where, '--profile', 'quick', '--format', 'json'];
      const { code, stdout } = await inProcess(args);
      expect(code).toBe(1);
      const text = `${stdout}${JSON.stringify(readReport(folder))}`;
      expect(text).toContain('$SWR_AUTH_TOKEN');
      expect(text).not.toMatch(/a-very-secr/);
    });
  });
});

describe('what is printed', () => {
  it('is nothing with --quiet.', async () => {
    const { code, stdout, stderr, report } = await runInProcess([...SHORT, '--quiet']);
    expect({ code, stdout, stderr, verdict: report.verdict }).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
      verdict: 'conformant',
    });
  });

  it('is what would be sent, by operation, with --dry-run; and nothing is sent or written.', async () => {
    const endpoint = await recordingServer((_request, response) => response.end());
    stops.push(endpoint.close);
    await inFolder(async (folder) => {
      const reports = join(folder, 'reports');
      const args = ['run', '--dry-run', '--target', endpoint.url, '--report-dir', reports];
      const { code, stdout } = await inProcess([...args, '--profile', 'quick', '--seed', '1']);
      expect(code).toBe(0);
      expect(endpoint.requests).toEqual([]);
      expect(existsSync(reports)).toBe(false);
      const counts = [...stdout.matchAll(/^ {2}(\w+) +(\d+) {2}[A-Z]+ \/v2/gm)].map(([, , count]) =>
        Number(count),
      );
      expect(counts).toHaveLength(5);
      expect(Math.min(...counts)).toBeGreaterThan(50);
      const total = counts.reduce((sum, count) => sum + count, 0);
      expect(stdout).toContain(`about ${total} requests to ${endpoint.url}`);
    });
  });

  it('has colour where FORCE_COLOR asks for it, and none where NO_COLOR forbids it.', async () => {
    await buildOnce();
    await inFolder(async (folder) => {
      const args = ['run', '--only', 'nothing/*', '--report-dir', folder];
      const forced = await runBuilt(args, { FORCE_COLOR: '1' });
      const forbidden = await runBuilt(args, { FORCE_COLOR: '1', NO_COLOR: '1' });
      const piped = await runBuilt(args);
      expect([forced.code, forbidden.code, piped.code]).toEqual([3, 3, 3]);
      expect(forced.stdout).toContain('\u001b[31m');
      expect(forbidden.stdout).not.toContain('\u001b');
      expect(piped.stdout).not.toContain('\u001b');
    });
  });
});

const LETS_IN = ['createRepoDomains', 'listRepoDomains'].flatMap((operation) => [
  `token-prefix-accepted.${operation}`,
  `token-extension-accepted.${operation}`,
]);

async function against(defects: readonly string[], args: readonly string[]) {
  const endpoint = await startEndpoint({ defects });
  stops.push(endpoint.close);
  return runInProcess(['--target', endpoint.url, '--token', endpoint.token, '--seed', '1', ...args]);
}

function outOfScope(report: Report): string[] {
  return report.requirements.filter(({ reason }) => reason === 'out-of-scope').map(({ id }) => id);
}
