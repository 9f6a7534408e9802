import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type EndpointOptions, type RunningEndpoint, startEndpoint } from './endpoint.ts';
import { connectClient } from './testing/loopback-client.ts';

const running: RunningEndpoint[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((endpoint) => endpoint.close()));
});

async function start(options: Partial<EndpointOptions>): Promise<RunningEndpoint> {
  const endpoint = await startEndpoint(options);
  running.push(endpoint);
  return endpoint;
}

/** Statuses of simultaneous creates, in ever new repositories until the defect has shown, and what is listed then. */
async function raceUntilHit(name: string, accounts: readonly string[]) {
  const endpoint = await start({ defects: [name] });
  const ask = connectClient(endpoint);
  for (let round = 0; ; round += 1) {
    const repository = `r${round}`;
    const answers = await Promise.all(
      accounts.map((account) => ask({ operation: 'createRepoDomains', repository, account })),
    );
    const listed = await ask({ operation: 'listRepoDomains', repository });
    if ((endpoint.hits().get(name) ?? 0) > 0) {
      return { statuses: answers.map(({ status }) => status), listed: listed.json };
    }
  }
}

const SAME = Array.from({ length: 8 }, () => 'acme');
const DIFFERENT = Array.from({ length: 8 }, (_, index) => `acme${index}`);
const count = (statuses: readonly number[], status: number) =>
  statuses.filter((one) => one === status).length;

test.each([
  'duplicates-in-gap-of-1-ms',
  'duplicates-in-gap-of-2-ms',
  'duplicates-in-gap-of-10-ms',
  'last-duplicate-overwrites',
])('With %s several of simultaneous duplicates are answered 201, and one share is listed.', async (name) => {
  const { statuses, listed } = await raceUntilHit(`${name}.createRepoDomains`, SAME);
  expect(count(statuses, 201)).toBeGreaterThan(1);
  expect(listed).toHaveLength(1);
});

test('A duplicate of a create under way is answered 400 only with the defect.', async () => {
  const { statuses } = await raceUntilHit('overtaken-duplicate-answered-400.createRepoDomains', SAME);
  expect([count(statuses, 201), count(statuses, 400) > 0]).toEqual([1, true]);
});

test.each(['accounts-lost-in-gap-of-1-ms', 'accounts-lost-in-gap-of-10-ms'])(
  'With %s all of simultaneous creates are answered 201, and not all shares are listed.',
  async (name) => {
    const { statuses, listed } = await raceUntilHit(`${name}.createRepoDomains`, DIFFERENT);
    expect(count(statuses, 201)).toBe(DIFFERENT.length);
    expect(Array.isArray(listed) ? listed.length : 0).toBeLessThan(DIFFERENT.length);
  },
);

test('With a locked repository some of simultaneous creates are answered 409.', async () => {
  const { statuses, listed } = await raceUntilHit('repository-locked-by-create.createRepoDomains', DIFFERENT);
  expect(count(statuses, 409)).toBeGreaterThan(0);
  expect(listed).toHaveLength(count(statuses, 201));
});

test('Without others at the same time a create with a gap is like any other.', async () => {
  const name = 'duplicates-in-gap-of-1-ms.createRepoDomains';
  const endpoint = await start({ defects: [name] });
  const ask = connectClient(endpoint);
  expect((await ask({ operation: 'createRepoDomains' })).status).toBe(201);
  expect((await ask({ operation: 'createRepoDomains' })).status).toBe(409);
  expect(endpoint.hits().get(name)).toBe(0);
});

test('An idle connection is closed after a second without a header that says so.', async () => {
  const { port } = await start({ variants: ['idle-connection-closed-after-1-s'] });
  const heard = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n'));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  expect(heard).toMatch(/^HTTP\/1\.1 404 /);
  expect(heard).not.toMatch(/timeout/i);
});
