import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEndpoint } from '../mock/endpoint.ts';
import type { Report } from '../reports/report.ts';
import { type RunResult, runInProcess } from './testing/command.ts';
import { type RecordingProxy, recordingProxy } from './testing/recording-proxy.ts';
import type { RecordedRequest } from './testing/recording-server.ts';

/** Defects of three kinds, so that there are findings to compare, and cases that were made smaller. */
const DEFECTS = [
  'permit-any-case-accepted.createRepoDomains',
  'deadline-30-february-accepted.updateRepoDomains',
  'list-leaks-other-repositories.listRepoDomains',
];
/** No target but the embedded endpoint is given another clock than this machine's. */
const CLOCK = new Date().toISOString();

interface Recorded extends RunResult {
  readonly requests: readonly string[];
}

let proxy: RecordingProxy;
beforeAll(async () => {
  proxy = await recordingProxy();
});
afterAll(() => proxy.close());

describe('the same seed and clock', () => {
  let alone: Recorded;
  let crowded: Recorded;
  beforeAll(async () => {
    alone = await record('7', '1');
    crowded = await record('7', '16');
  });

  it('send the same requests at any concurrency.', () => {
    expect(alone.requests.length).toBeGreaterThan(1000);
    expect(differences(alone.requests, crowded.requests)).toEqual([]);
  });

  it('write the same report at any concurrency, but for times.', () => {
    expect(alone.report.findings.length).toBeGreaterThanOrEqual(DEFECTS.length);
    expect(withoutTimes(crowded.report)).toEqual(withoutTimes(alone.report));
  });

  it('send other requests with another seed.', async () => {
    const other = await record('8', '16');
    expect(differences(alone.requests, other.requests).length).toBeGreaterThan(1000);
  });
});

describe('the embedded endpoint', () => {
  it('is told the same for the same seed and clock, on whatever port it listens.', async () => {
    const args = ['--seed', '-5', '--clock', '2031-03-01T00:00:00Z'];
    const first = await runInProcess([...args, '--concurrency', '3']);
    const second = await runInProcess([...args, '--concurrency', '16']);
    expect(first.report.run).toMatchObject({ seed: -5, clock: '2031-03-01T00:00:00.000Z' });
    expect(first.code).toBe(0);
    expect(withoutTimes(second.report)).toEqual(withoutTimes(first.report));
  });

  it('prints a line that repeats the run.', async () => {
    const { stdout, report } = await runInProcess(['--only', 'createRepoDomains/permit-*']);
    const line = /^Repeat with: npx swr-conformance (.*)$/m.exec(stdout)?.[1] ?? '';
    const words = line.split(' ').map((word) => word.replaceAll("'", ''));
    const again = await runInProcess(words.slice(1));
    expect(withoutTimes(again.report)).toEqual(withoutTimes(report));
  });
});

/** A run against a fresh endpoint behind the proxy, with all that passed. */
async function record(seed: string, concurrency: string): Promise<Recorded> {
  const endpoint = await startEndpoint({ defects: DEFECTS, now: CLOCK });
  try {
    proxy.forwardTo(endpoint.url);
    const where = ['--target', proxy.url, '--token', endpoint.token, '--clock', CLOCK];
    const result = await runInProcess([...where, '--seed', seed, '--concurrency', concurrency]);
    return { ...result, requests: proxy.requests.map(asText).sort() };
  } finally {
    await endpoint.close();
  }
}

function asText({ method, path, headers, body }: RecordedRequest): string {
  return [`${method} ${path}`, ...headers.map((header) => header.join(': ')), '', body].join('\n');
}

/** What one list has more often than the other. */
function differences(one: readonly string[], other: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of one) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const text of other) counts.set(text, (counts.get(text) ?? 0) - 1);
  return [...counts].filter(([, count]) => count !== 0).map(([text, count]) => `${count} × ${text}`);
}

/** A report without what may differ: when it was, the port of an endpoint of ours, and times in what was answered. */
function withoutTimes(report: Report): unknown {
  const { startedAt: _started, finishedAt: _finished, ...run } = report.run;
  const text = JSON.stringify({ ...report, run })
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1')
    .replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z/g, 'some time');
  return JSON.parse(text);
}
