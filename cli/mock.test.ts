import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectClient } from '../mock/testing/loopback-client.ts';
import { ID_GRAMMAR } from '../spec/requirements/identifier.ts';
import { buildOnce } from './testing/build-once.ts';
import { type RunningCommand, startBuilt } from './testing/built-command.ts';
import { inProcess } from './testing/command.ts';
import { listenOnLoopback } from './testing/recording-server.ts';

let running: RunningCommand | undefined;

beforeAll(() => buildOnce());

afterEach(async () => {
  await running?.kill();
  running = undefined;
});

interface Announcement {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
}

describe('mock as a process', () => {
  it('says in its first line where it is, and everything else on standard error.', async () => {
    const { url, token, pid, ...rest } = await start([]);
    expect({ url, token, pid, rest }).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      token: 'mock-token',
      pid: running?.child.pid,
      rest: {},
    });
    process.kill(pid, 'SIGTERM');
    const ended = await running?.ended;
    expect(ended?.stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(ended?.stderr).toContain(url);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with exit code 0 on %s.', async (signal) => {
    const { url, token, pid } = await start([]);
    const listed = await connectClient({ url, token })({ operation: 'listRepoDomains' });
    expect(listed.status).toBe(200);
    process.kill(pid, signal);
    expect(await running?.ended).toMatchObject({ code: 0 });
  });

  it('finishes what it is answering before it ends.', async () => {
    const { url, token, pid } = await start(['--latency', '500']);
    const { request, answered } = beginCreate(url, token);
    // The endpoint has read the head by now, and the connection is not idle any more.
    await once(request, 'continue');
    process.kill(pid, 'SIGTERM');
    request.end(JSON.stringify({ access_domain: 'acme', permit: 'read', deadline: 'forever' }));
    expect(await answered).toBe(201);
    expect(await running?.ended).toMatchObject({ code: 0 });
  });

  it('lets in its token and no other.', async () => {
    const { url, token } = await start(['--token', 'secret of mine']);
    expect(token).toBe('secret of mine');
    const statusFor = async (given: string) =>
      (await connectClient({ url, token: given })({ operation: 'listRepoDomains' })).status;
    expect([await statusFor(token), await statusFor('mock-token')]).toEqual([200, 401]);
  });

  it('believes the clock that --now sets, so that status moves with it.', async () => {
    const announced = await start(['--now', '2040-06-15T12:00:00Z']);
    const ask = connectClient(announced);
    const shareUntil = (account: string, deadline: string) =>
      ask({
        operation: 'createRepoDomains',
        body: { access_domain: account, permit: 'read', deadline },
      });
    expect((await shareUntil('over', '2039-06-15T12:00:00Z')).status).toBe(201);
    expect((await shareUntil('open', '2041-06-15T12:00:00Z')).status).toBe(201);
    const { json } = await ask({ operation: 'listRepoDomains' });
    expect(json).toEqual([
      expect.objectContaining({ access_domain: 'over', status: false }),
      expect.objectContaining({ access_domain: 'open', status: true }),
    ]);
    expect(json).toEqual(
      Array.from({ length: 2 }, () =>
        expect.objectContaining({ created: expect.stringMatching(/^2040-06-15/) }),
      ),
    );
  });

  it('breaks the promise that it was told to break.', async () => {
    const announced = await start(['--defect', 'success-answered-200.createRepoDomains']);
    const created = await connectClient(announced)({ operation: 'createRepoDomains' });
    expect(created.status).toBe(200);
  });

  it('knows only what was provisioned, where provisioning is fixed.', async () => {
    const names = ['--namespace', 'team', '--repository', 'app', '--account', 'acme'];
    const ask = connectClient(await start(['--provisioning', 'fixed', ...names]));
    const statuses = [
      await ask({ operation: 'createRepoDomains', namespace: 'team', repository: 'app', account: 'acme' }),
      await ask({ operation: 'listRepoDomains', namespace: 'other', repository: 'app' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([201, 404]);
  });
});

describe('mock', () => {
  it('ends with exit code 2 where the port is in use, and says which.', async () => {
    const server = createServer();
    const port = await listenOnLoopback(server);
    const { code, stdout, stderr } = await inProcess(['mock', '--port', String(port)]);
    server.close();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`Port ${port} .*\n.*0 picks a free one`));
  });

  it.each([
    ['defect', 'success-answered-200.createRepoDomain', 'success-answered-200.createRepoDomains'],
    ['variant', 'writes-answered-without-bodies', 'writes-answered-without-body'],
  ])('ends with exit code 2 for an unknown %s, and names one that is near.', async (kind, given, near) => {
    const { code, stdout, stderr } = await inProcess(['mock', '--port', '0', `--${kind}`, given]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(given);
    expect(stderr).toContain(near);
  });

  it('lists its defects as JSON, each with the requirement that it breaks.', async () => {
    const { code, stdout } = await inProcess(['mock', '--list-defects', '--json']);
    const defects: Record<string, unknown>[] = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(defects.length).toBeGreaterThan(12);
    for (const defect of defects) {
      expect(Object.keys(defect)).toEqual(['name', 'requirement', 'operation', 'title']);
      expect(defect['requirement']).toMatch(ID_GRAMMAR);
      expect(defect['name']).toMatch(new RegExp(`^[a-z0-9-]+\\.${defect['operation']}$`));
    }
  });

  it('lists its variants as JSON, which break no requirement.', async () => {
    const { code, stdout } = await inProcess(['mock', '--list-variants', '--json']);
    const variants: Record<string, unknown>[] = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(variants.length).toBeGreaterThan(0);
    for (const variant of variants) {
      expect(Object.keys(variant)).toEqual(['name', 'requirement', 'operation', 'title']);
      expect(variant['requirement']).toBeNull();
    }
  });

  it.each(['--list-defects', '--list-variants'])('prints %s as one line each for people.', async (option) => {
    const rows: unknown[] = JSON.parse((await inProcess(['mock', option, '--json'])).stdout);
    const { stdout } = await inProcess(['mock', option]);
    expect(stdout.trimEnd().split('\n')).toHaveLength(rows.length);
  });
});

/** A create whose head is sent, and whose body is still to come. */
function beginCreate(url: string, token: string) {
  const path = '/v2/manage/namespaces/group/repositories/busybox/access-domains';
  const headers = { 'X-Auth-Token': token, 'Content-Type': 'application/json', Expect: '100-continue' };
  const begun = request(url + path, { method: 'POST', headers });
  begun.flushHeaders();
  const answered = once(begun, 'response').then(([response]: IncomingMessage[]) => {
    response?.resume();
    return response?.statusCode;
  });
  return { request: begun, answered };
}

async function start(args: readonly string[]): Promise<Announcement> {
  running = startBuilt(['mock', '--port', '0', ...args]);
  return JSON.parse(await running.firstLine);
}
