import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RunningEndpoint, startEndpoint } from './endpoint.ts';
import { OPERATIONS } from './operation.ts';
import { type Client, connectClient } from './testing/loopback-client.ts';

let endpoint: RunningEndpoint;
let ask: Client;

beforeEach(async () => {
  endpoint = await startEndpoint({ now: '2030-06-15T12:00:00Z' });
  ask = connectClient(endpoint);
});

afterEach(() => endpoint.close());

const create = (more = {}) => ask({ operation: 'createRepoDomains', ...more });
const list = (more = {}) => ask({ operation: 'listRepoDomains', ...more });
const show = (more = {}) => ask({ operation: 'showAccessDomain', ...more });
const update = (more = {}) => ask({ operation: 'updateRepoDomains', ...more });
const remove = (more = {}) => ask({ operation: 'deleteRepoDomains', ...more });
const draft = (more = {}) => ({ access_domain: 'acme', permit: 'read', deadline: 'forever', ...more });

describe('the life of a share', () => {
  test('A created share is listed and shown with its eleven members.', async () => {
    const created = await create({ body: draft({ description: 'for a friend' }) });
    expect([created.status, created.text]).toEqual([201, '{}']);
    const item = {
      namespace: 'group',
      repository: 'busybox',
      access_domain: 'acme',
      permit: 'read',
      deadline: 'forever',
      description: 'for a friend',
      creator_id: expect.any(String),
      creator_name: expect.any(String),
      created: expect.stringMatching(/^2030-06-15T12:00:\d\d\.\d{6}Z$/),
      updated: expect.stringMatching(/^2030-06-15T12:00:\d\d\.\d{6}Z$/),
      status: true,
    };
    const listed = await list();
    expect([listed.status, listed.json]).toEqual([200, [item]]);
    const shown = await show();
    expect([shown.status, shown.json]).toEqual([200, { exist: true, ...item }]);
  });

  test('A second create is answered 409 and leaves the first share as it was.', async () => {
    await create();
    const before = await list();
    const second = await create({ body: draft({ deadline: '2031-01-01T00:00:00Z' }) });
    expect(second.status).toBe(409);
    expect((await list()).text).toBe(before.text);
  });

  test('An update replaces deadline and description and keeps the creation.', async () => {
    await create();
    const before = await list();
    const body = { permit: 'read', deadline: '2031-02-28T23:59:59.000Z', description: 'longer' };
    const updated = await update({ body });
    expect([updated.status, updated.text]).toEqual([201, '{}']);
    const [old] = before.json as Record<string, string>[];
    const [now] = (await list()).json as Record<string, string>[];
    expect(now).toEqual({
      ...old,
      deadline: '2031-02-28T23:59:59Z',
      description: 'longer',
      updated: now?.['updated'],
    });
    expect(String(now?.['updated']) > String(old?.['updated'])).toBe(true);
  });

  test('A deleted share is gone, and deleting it once more is answered 204 as well.', async () => {
    await create();
    const deleted = await remove();
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await list()).json).toEqual([]);
    expect((await show()).json).toEqual({ exist: false });
    expect((await remove()).status).toBe(204);
  });

  test('An update of no share is refused and creates none.', async () => {
    const refused = await update();
    expect([refused.status, (await list()).json]).toEqual([404, []]);
    expect(refused.json).toMatchObject({ error_code: 'SVCSTG.SWR.4040091' });
  });

  test('A deadline that passed two days ago makes the status false, one of today does not yet.', async () => {
    await create({
      account: 'past',
      body: draft({ access_domain: 'past', deadline: '2030-06-13T00:00:00Z' }),
    });
    await create({ account: 'day', body: draft({ access_domain: 'day', deadline: '2030-06-15T00:00:00Z' }) });
    expect((await list()).json).toMatchObject([{ status: false }, { status: true }]);
  });
});

describe('names', () => {
  const table = [
    ['a', true, true],
    ['a-b_c.d__e', true, true],
    ['1a', false, true],
    ['a$b', false, true],
    ['a%241$c', false, true],
    ['a$-b', false, false],
    ['a$$b', false, false],
    ['$a', false, false],
    ['a$', false, false],
    ['a..b', false, false],
    ['a___b', false, false],
    ['a._b', false, false],
    ['a_-b', false, false],
    ['a__-b', false, false],
    ['-a', false, false],
    ['a_', false, false],
    ['aB', false, false],
    ['a%20b', false, false],
    ['%C3%A4', false, false],
    ['a%2Bb', false, false],
    ['a%00', false, false],
    ['a%0A', false, false],
    ['a%2Fb', false, false],
    ['a%', false, false],
    ['a%FF', false, false],
    ['a'.repeat(64), true, true],
    ['a'.repeat(65), false, true],
    ['a'.repeat(128), false, true],
    ['a'.repeat(129), false, false],
  ] as const;

  test.each(table)(
    'The name %s is judged as the rulings say, on all operations.',
    async (name, ok, okAsRepository) => {
      for (const operation of OPERATIONS) {
        const asNamespace = await ask({ operation, namespace: name });
        const asRepository = await ask({ operation, repository: name });
        expect(asNamespace.status === 400).toBe(!ok);
        expect(asRepository.status === 400).toBe(!okAsRepository);
      }
    },
  );

  test('A slash is sent as $ or %24 and told as a slash.', async () => {
    await create({ repository: 'a$b' });
    expect((await list({ repository: 'a%24b' })).json).toMatchObject([{ repository: 'a/b' }]);
  });

  test('Lists show their own namespace and repository only.', async () => {
    await create({ namespace: 'a', repository: 'b$c' });
    for (const [namespace, repository] of [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'b$c'],
    ] as const) {
      expect((await list({ namespace, repository })).json).toEqual([]);
    }
  });

  test.each(['%2B', '%25', 'a%20b', '%E5%90%8D', 'a%40b.c', 'A', '+'])(
    'The account %s is found under its name percent-encoded once.',
    async (account) => {
      expect((await create({ account })).status).toBe(201);
      expect((await list()).json).toMatchObject([{ access_domain: decodeURIComponent(account) }]);
      expect((await show({ account })).json).toMatchObject({ exist: true });
      expect((await update({ account })).status).toBe(201);
      expect((await remove({ account })).status).toBe(204);
      expect((await list()).json).toEqual([]);
    },
  );
});
