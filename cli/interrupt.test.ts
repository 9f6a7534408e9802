import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningEndpoint, startEndpoint } from '../mock/endpoint.ts';
import { buildOnce } from './testing/build-once.ts';
import { type RunningCommand, startBuilt } from './testing/built-command.ts';
import { inFolder, readReport } from './testing/command.ts';
import { type RecordingProxy, recordingProxy } from './testing/recording-proxy.ts';

let endpoint: RunningEndpoint;
let proxy: RecordingProxy;
let running: RunningCommand;

beforeAll(() => buildOnce());

beforeEach(async () => {
  endpoint = await startEndpoint({ latency: 20 });
  proxy = await recordingProxy();
  proxy.forwardTo(endpoint.url);
});

afterEach(async () => {
  await running.kill();
  await endpoint.close();
  await proxy.close();
});

describe('a run that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends with exit code 3 on %s, and writes its report.',
    async (signal) => {
      await inFolder(async (folder) => {
        startRun(folder);
        await proxy.received(200);
        running.child.kill(signal);
        const ended = await running.ended;
        expect(ended?.code, ended?.stderr).toBe(3);
        const report = readReport(folder);
        expect(report).toMatchObject({
          verdict: 'not-judged',
          gate: 'fail',
          exitCode: 3,
          run: { partial: true },
        });
        expect(report.exitReasons[0]).toMatchObject({ code: 'interrupted', exitCode: 3 });
        expect(ended?.stdout.split('\n')[0]).toContain('interrupted');
        expect(report.run.requests).toBeGreaterThanOrEqual(200);
      });
    },
  );

  it('leaves no share behind that its report does not name.', async () => {
    await inFolder(async (folder) => {
      startRun(folder);
      await proxy.received(200);
      running.child.kill('SIGINT');
      await running.ended;
      const { left } = readReport(folder).resources;
      const unnamed = (await sharesLeft()).filter((share) => !left.includes(share));
      expect(unnamed).toEqual([]);
    });
  });
});

/** A run that takes far longer than the test looks at it, since every answer takes its time. */
function startRun(folder: string): void {
  const where = ['--target', proxy.url, '--token', endpoint.token, '--report-dir', folder];
  running = startBuilt(['run', ...where, '--format', 'json']);
}

/** What the endpoint still lists in any repository that the run created a share in. */
async function sharesLeft(): Promise<string[]> {
  const creates = proxy.requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
  const left: string[] = [];
  for (const path of new Set(creates)) {
    const answer = await fetch(endpoint.url + path, { headers: { 'X-Auth-Token': endpoint.token } });
    const items: unknown = await answer.json();
    const [, namespace, repository] = /namespaces\/(.*)\/repositories\/(.*)\/access-domains/.exec(path) ?? [];
    if (!Array.isArray(items)) continue;
    left.push(...items.map(({ access_domain: account }) => `${namespace}/${repository}: ${account}`));
  }
  return left.sort();
}
