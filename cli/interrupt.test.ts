import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningEndpoint, startEndpoint } from '../mock/endpoint.ts';
import { buildOnce } from './testing/build-once.ts';
import { type RunningCommand, startBuilt } from './testing/built-command.ts';
import { inFolder, readReport } from './testing/command.ts';
import { type RecordingProxy, recordingProxy } from './testing/recording-proxy.ts';

let endpoint: RunningEndpoint;
let proxy: RecordingProxy;
let running: RunningCommand | undefined;

beforeAll(async () => {
  await buildOnce();
});

afterEach(async () => {
  await running?.kill();
  await endpoint.close();
  await proxy.close();
});

describe('a run that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends with exit code 3 on %s, and writes its report.',
    async (signal) => {
      await inFolder(async (folder) => {
        await startRun(folder);
        await proxy.received(200);
        running?.child.kill(signal);
        const ended = await running?.ended;
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
      await startRun(folder);
      await proxy.received(200);
      running?.child.kill('SIGINT');
      await running?.ended;
      const { left } = readReport(folder).resources;
      expect(await sharesLeft()).toEqual(left);
    });
  });

  it('ends at once when it is interrupted again.', async () => {
    await inFolder(async (folder) => {
      await startRun(folder);
      await proxy.received(50);
      running?.child.kill('SIGINT');
      running?.child.kill('SIGINT');
      expect((await running?.ended)?.code).toEqual(expect.anything());
    });
  });
});
