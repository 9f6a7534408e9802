import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningEndpoint, startEndpoint } from '../mock/endpoint.ts';
import { type RunResult, runInProcess } from './testing/command.ts';
import { FOREIGN_HOST, hostAtHome } from './testing/foreign-host.ts';
import { type RecordingProxy, recordingProxy } from './testing/recording-proxy.ts';

const PROVISIONED = ['--namespace', 'team', '--repository', 'app/web', '--account', 'acme'];
const PROVISIONS = { namespaces: ['team'], repositories: ['app/web'], accounts: ['acme'] };

let letGo: () => void;
let proxy: RecordingProxy;
let endpoint: RunningEndpoint;
let healthy: RunResult;

beforeAll(async () => {
  letGo = hostAtHome();
  proxy = await recordingProxy();
  endpoint = await startEndpoint({ provisioning: 'fixed', ...PROVISIONS });
  healthy = await runAgainst(endpoint);
});

afterAll(async () => {
  letGo();
  await endpoint.close();
  await proxy.close();
});

describe('a target that is not on loopback, without consent to write', () => {
  it('is sent safe requests only.', () => {
    expect(proxy.requests.length).toBeGreaterThan(100);
    expect([...new Set(proxy.requests.map(({ method }) => method))]).toEqual(['GET']);
  });

  it('is asked about what may be used, wherever a request could succeed.', () => {
    const base = '/v2/manage/namespaces/team/repositories/app$web/access-domains';
    const paths = proxy.requests.map(({ path }) => path);
    expect(paths.filter((path) => path === base).length).toBeGreaterThan(0);
    expect(paths.filter((path) => path === `${base}/acme`).length).toBeGreaterThan(0);
  });

  it('is conformant where it keeps what it was asked about.', () => {
    const { code, stdout, report } = healthy;
    expect(report.findings.map(({ title }) => title)).toEqual([]);
    expect({ code, verdict: report.verdict }, stdout).toEqual({ code: 0, verdict: 'conformant' });
    expect(report.run.scope).toEqual({ writes: false, provisioning: 'fixed', accounts: 1 });
    expect(report.resources).toMatchObject({ created: 0, deleted: 0, left: [] });
  });

  it('has everything that needs writes out of scope, each with what to supply.', () => {
    const { requirements } = healthy.report;
    const open = requirements.filter(({ outcome }) => outcome === 'not-judged');
    expect(new Set(open.map(({ reason }) => reason))).toEqual(new Set(['out-of-scope']));
    expect(open.filter(({ explanation }) => explanation === null)).toEqual([]);
    const writing = requirements.filter(({ id }) => /^(?:create|update|delete)/.test(id));
    expect(writing.filter(({ outcome }) => outcome !== 'not-judged').map(({ id }) => id)).toEqual([]);
    const reading = requirements.filter(
      ({ id, outcome }) => /^(?:list|show)/.test(id) && outcome === 'upheld',
    );
    expect(reading.length).toBeGreaterThan(20);
  });

  it('has its scope told with the verdict.', () => {
    const [first, second] = healthy.stdout.split('\n');
    expect(first).toMatch(/Conformant/);
    expect(`${first} ${second}`).toMatch(
      /read only, fixed provisioning, 1 account; \d+ requirements out of scope/,
    );
  });

  it('is not conformant where it breaks what it was asked about.', async () => {
    const broken = await startEndpoint({
      provisioning: 'fixed',
      ...PROVISIONS,
      defects: ['token-empty-accepted.listRepoDomains'],
    });
    const { code, report } = await runAgainst(broken);
    await broken.close();
    expect(code).toBe(1);
    expect(report.findings.map(({ requirement }) => requirement)).toEqual([
      'listRepoDomains/token-empty-rejected',
    ]);
  });

  it('is not judged in full where everything is required.', async () => {
    const { code, report } = await runAgainst(endpoint, ['--require-all']);
    expect({ code, verdict: report.verdict }).toEqual({ code: 3, verdict: 'not-judged' });
    expect(report.exitReasons.map((reason) => reason.code)).toEqual(['not-judged']);
  });

  it('needs no account to be listed.', async () => {
    const { code, report } = await runAgainst(endpoint, [], PROVISIONED.slice(0, 4));
    expect({ code, requests: report.run.requests > 50 }).toEqual({ code: 0, requests: true });
    expect(new Set(proxy.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });
});

/** The endpoint, as a machine elsewhere would be met. */
function runAgainst(
  { url, token }: RunningEndpoint,
  args: readonly string[] = [],
  provisioned: readonly string[] = PROVISIONED,
): Promise<RunResult> {
  proxy.forwardTo(url);
  const target = `http://${FOREIGN_HOST}:${proxy.port}`;
  const where = ['--target', target, '--token', token, '--provisioning', 'fixed'];
  return runInProcess([...where, ...provisioned, ...args]);
}
