import { afterEach, expect, test } from 'vitest';
import { type EndpointOptions, type RunningEndpoint, startEndpoint } from './endpoint.ts';
import { type Client, connectClient } from './testing/loopback-client.ts';

const running: RunningEndpoint[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((endpoint) => endpoint.close()));
});

async function start(options: Partial<EndpointOptions>): Promise<{ endpoint: RunningEndpoint; ask: Client }> {
  const endpoint = await startEndpoint(options);
  running.push(endpoint);
  return { endpoint, ask: connectClient(endpoint) };
}

test('A defect deviates in its own operation only, and its hits are counted.', async () => {
  const name = 'namespace-upper-case-accepted.createRepoDomains';
  const { endpoint, ask } = await start({ defects: [name] });
  expect((await ask({ operation: 'listRepoDomains', namespace: 'Group' })).status).toBe(400);
  expect([...endpoint.hits()]).toEqual([[name, 0]]);
  expect((await ask({ operation: 'createRepoDomains', namespace: 'Group' })).status).toBe(201);
  expect((await ask({ operation: 'createRepoDomains', namespace: 'group' })).status).toBe(201);
  expect([...endpoint.hits()]).toEqual([[name, 1]]);
});

test('Several defects and variants stand side by side.', async () => {
  const { endpoint, ask } = await start({
    defects: ['success-answered-200.createRepoDomains', 'status-inverted.listRepoDomains'],
    variants: ['errors-as-array', 'writes-answered-without-body'],
  });
  const created = await ask({ operation: 'createRepoDomains' });
  expect([created.status, created.text]).toEqual([200, '']);
  expect((await ask({ operation: 'listRepoDomains' })).json).toMatchObject([{ status: false }]);
  expect((await ask({ operation: 'createRepoDomains' })).json).toMatchObject([
    { errorCode: 'SVCSTG.SWR.4090089' },
  ]);
  expect([...endpoint.hits().values()]).toEqual([1, 1]);
});

test('An unknown defect names the nearest ones.', async () => {
  const typo = startEndpoint({ defects: ['sucess-answered-200.createRepoDomains'] });
  await expect(typo).rejects.toMatchObject({
    kind: 'usage',
    hint: expect.stringContaining('success-answered-200.createRepoDomains'),
  });
});

test('An answer cut short and one that never comes are failures of the connection.', async () => {
  const { ask, endpoint } = await start({
    defects: ['answer-cut-short.createRepoDomains', 'never-answered.showAccessDomain'],
  });
  await expect(ask({ operation: 'createRepoDomains', namespace: 'even' })).rejects.toThrow();
  const waiting = ask({ operation: 'showAccessDomain', account: 'nobody' });
  const failed = expect(waiting).rejects.toThrow();
  while (endpoint.hits().get('never-answered.showAccessDomain') === 0) {
    await ask({ operation: 'listRepoDomains' });
  }
  await endpoint.close();
  await failed;
});

test('The alias of repositories is routed only by the variant.', async () => {
  for (const [variants, status] of [
    [[], 404],
    [['repos-in-path'], 200],
  ] as const) {
    const { endpoint } = await start({ variants });
    const response = await fetch(`${endpoint.url}/v2/manage/namespaces/a/repos/b/access-domains`, {
      headers: { 'X-Auth-Token': endpoint.token },
    });
    expect(response.status).toBe(status);
    await response.text();
  }
});

test('The gateway refuses a path in its own shape.', async () => {
  const { endpoint } = await start({ variants: ['url-refused-by-gateway'] });
  const response = await fetch(`${endpoint.url}/nowhere`);
  expect(await response.json()).toMatchObject({ error_code: 'APIGW.0101', request_id: expect.any(String) });
});

test.each([
  ['answers-compressed', 'content-encoding', 'gzip'],
  ['answers-chunked', 'transfer-encoding', 'chunked'],
  ['connection-closed-each-time', 'connection', 'close'],
  ['header-names-in-capitals', 'content-type', 'application/json'],
])('With %s an answer still reads the same.', async (variant, header, value) => {
  const { ask } = await start({ variants: [variant] });
  await ask({ operation: 'createRepoDomains' });
  const listed = await ask({ operation: 'listRepoDomains' });
  expect(listed.headers.get(header)).toBe(value);
  expect(listed.json).toMatchObject([{ access_domain: 'acme' }]);
});

test('Answers are not compressed for a client that does not ask for it.', async () => {
  const { ask } = await start({ variants: ['answers-compressed'] });
  const headers = { 'Accept-Encoding': 'identity' };
  expect((await ask({ operation: 'listRepoDomains', headers })).headers.get('content-encoding')).toBeNull();
});

test('Closing lets a running answer finish.', async () => {
  const name = 'success-answered-200.createRepoDomains';
  const { ask, endpoint } = await start({ defects: [name], latency: 20 });
  const running = ask({ operation: 'createRepoDomains' });
  while (endpoint.hits().get(name) === 0) {
    await new Promise(setImmediate);
  }
  await endpoint.close();
  expect((await running).status).toBe(200);
});

test('A port that is taken is a usage fault.', async () => {
  const { endpoint } = await start({});
  await expect(startEndpoint({ port: endpoint.port })).rejects.toMatchObject({
    kind: 'usage',
    code: 'port-unavailable',
  });
});
