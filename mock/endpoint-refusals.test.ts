import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningEndpoint, startEndpoint } from './endpoint.ts';
import { OPERATIONS } from './operation.ts';
import { type Client, connectClient } from './testing/loopback-client.ts';

let endpoint: RunningEndpoint;
let ask: Client;

beforeEach(async () => {
  endpoint = await startEndpoint();
  ask = connectClient(endpoint);
});

afterEach(() => endpoint.close());

const valid = { access_domain: 'acme', permit: 'read', deadline: 'forever' };
const invalidDrafts: readonly (readonly [string, unknown])[] = [
  ['without permit', { ...valid, permit: undefined }],
  ['with permit null', { ...valid, permit: null }],
  ['with another permit', { ...valid, permit: 'write' }],
  ['with permit in upper case', { ...valid, permit: 'READ' }],
  ['with permit as an array', { ...valid, permit: ['read'] }],
  ['without deadline', { ...valid, deadline: undefined }],
  ['with an empty deadline', { ...valid, deadline: '' }],
  ['with a deadline in words', { ...valid, deadline: 'tomorrow' }],
  ['with a deadline as a number', { ...valid, deadline: 1_900_000_000 }],
  ['with month 13', { ...valid, deadline: '2030-13-01T00:00:00Z' }],
  ['with day 00', { ...valid, deadline: '2030-01-00T00:00:00Z' }],
  ['with 30 February', { ...valid, deadline: '2030-02-30T00:00:00Z' }],
  ['with 29 February of a common year', { ...valid, deadline: '2031-02-29T00:00:00Z' }],
  ['with hour 25', { ...valid, deadline: '2030-01-01T25:00:00Z' }],
  ['with minute 60', { ...valid, deadline: '2030-01-01T00:60:00Z' }],
  ['with second 61', { ...valid, deadline: '2030-01-01T00:00:61Z' }],
  ['with a description as a number', { ...valid, description: 7 }],
  ['that is empty', ''],
  ['that breaks off', '{"permit":"re'],
  ['of plain text', 'permit=read'],
  ['that is an array', [valid]],
  ['that is a string', '"read"'],
  ['that is a number', '7'],
  ['that is null', 'null'],
  ['that is not UTF-8', Buffer.from('{"permit":"\xff"}', 'latin1')],
];

test.each(invalidDrafts)('A body %s is refused with 400 and changes nothing.', async (_, body) => {
  const created = await ask({ operation: 'createRepoDomains', body });
  expect(created.status).toBe(400);
  expect(created.json).toMatchObject({ error_code: expect.stringMatching(/^SVCSTG\.SWR\.400\d{4}$/) });
  expect((await ask({ operation: 'listRepoDomains' })).json).toEqual([]);
  await ask({ operation: 'createRepoDomains' });
  const before = await ask({ operation: 'listRepoDomains' });
  expect((await ask({ operation: 'updateRepoDomains', body })).status).toBe(400);
  expect((await ask({ operation: 'listRepoDomains' })).text).toBe(before.text);
});

test.each([undefined, null, '', 7, ['a']])('The account %j is refused on create.', async (account) => {
  const body = { ...valid, access_domain: account };
  expect((await ask({ operation: 'createRepoDomains', body })).status).toBe(400);
});

test.each(['2096-02-29T00:00:00Z', '2099-12-31T23:59:59.999Z', 'forever'])(
  'The deadline %s is accepted and reads back.',
  async (deadline) => {
    expect((await ask({ operation: 'createRepoDomains', body: { ...valid, deadline } })).status).toBe(201);
    expect((await ask({ operation: 'listRepoDomains' })).json).toMatchObject([{ deadline }]);
  },
);

test.each(['', 'x'.repeat(255), '名'.repeat(1000), '😀'.repeat(1000), ' <b>&amp;" \\ '])(
  'A description of any kind reads back unchanged (%#).',
  async (description) => {
    expect((await ask({ operation: 'createRepoDomains', body: { ...valid, description } })).status).toBe(201);
    expect((await ask({ operation: 'listRepoDomains' })).json).toMatchObject([{ description }]);
  },
);

test.each([null, '', 'mock-toke', 'mock-token2', 'MOCK-TOKEN', 'garbage'])(
  'The token %j is answered 401 by all operations.',
  async (token) => {
    for (const operation of OPERATIONS) {
      const answered = await ask({ operation, headers: { 'X-Auth-Token': token } });
      expect(answered.status).toBe(401);
      expect(answered.json).toMatchObject({ error_code: 'SVCSTG.SWR.4010000' });
    }
  },
);

test('A header name in another case and white space around the token make no difference.', async () => {
  const headers = { 'X-Auth-Token': null, 'x-AUTH-token': '  mock-token ' };
  expect((await ask({ operation: 'listRepoDomains', headers })).status).toBe(200);
});

test('What is not routed is answered 404 with a documented code.', async () => {
  for (const path of ['/', '/v2', '/v2/manage/namespaces/a/repositories/b/c/access-domains']) {
    const response = await fetch(endpoint.url + path, { headers: { 'X-Auth-Token': endpoint.token } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error_code: 'SVCSTG.SWR.4040083' });
  }
  expect((await ask({ operation: 'listRepoDomains', method: 'PUT' })).status).toBe(404);
});

test('A body beyond all bounds is answered 413 and the endpoint goes on.', async () => {
  const body = { ...valid, description: 'x'.repeat(2_000_000) };
  expect((await ask({ operation: 'createRepoDomains', body })).status).toBe(413);
  expect((await ask({ operation: 'createRepoDomains' })).status).toBe(201);
});

test('With fixed provisioning only what was named exists.', async () => {
  const fixed = await startEndpoint({
    provisioning: 'fixed',
    namespaces: ['group'],
    repositories: ['busybox'],
    accounts: ['acme'],
  });
  try {
    const client = connectClient(fixed);
    const operation = 'createRepoDomains';
    expect((await client({ operation })).status).toBe(201);
    expect((await client({ operation, account: 'other' })).status).toBe(400);
    const stranger = await client({ operation, namespace: 'other' });
    expect([stranger.status, stranger.json]).toMatchObject([404, { error_code: 'SVCSTG.SWR.4040058' }]);
    expect((await client({ operation, namespace: 'Other' })).status).toBe(400);
  } finally {
    await fixed.close();
  }
});

test('An unknown defect is a usage fault.', async () => {
  await expect(startEndpoint({ defects: ['no-such-defect'] })).rejects.toMatchObject({ kind: 'usage' });
  await expect(startEndpoint({ variants: ['no-such-variant'] })).rejects.toMatchObject({ kind: 'usage' });
});

test('Closing refuses new connections.', async () => {
  const other = await startEndpoint();
  await other.close();
  await expect(fetch(other.url)).rejects.toThrow();
});
