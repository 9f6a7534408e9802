import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningEndpoint, startEndpoint } from './endpoint.ts';
import { connectClient } from './testing/loopback-client.ts';

let endpoint: RunningEndpoint;

beforeAll(async () => {
  endpoint = await startEndpoint();
});

afterAll(() => endpoint.close());

const PARENT = '/v2/manage/namespaces/a/repositories/b/access-domains';
const HEAD = 'Host: x\r\nX-Auth-Token: mock-token\r\n';

/** All that the endpoint sends until it closes the connection. */
function speak(bytes: Uint8Array | string, port = endpoint.port): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}

function request(
  method: string,
  target: string,
  body: Buffer<ArrayBufferLike> = Buffer.alloc(0),
): Uint8Array {
  const head = `${method} ${target} HTTP/1.1\r\n${HEAD}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

const BODIES: readonly (readonly [string, Buffer])[] = [
  ['NUL', Buffer.from('\0')],
  ['all bytes', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
  ['a lone surrogate in a name', Buffer.from('{"\\ud800":"\\udfff","__proto__":{"permit":"read"}}')],
  ['deep nesting', Buffer.from('['.repeat(100_000))],
  ['a number beyond all bounds', Buffer.from('{"deadline":1e999999}')],
];

test.each(BODIES)('A body of %s is answered 400 on create and update.', async (_, body) => {
  expect(await speak(request('POST', PARENT, body))).toMatch(/^HTTP\/1\.1 400 /);
  expect(await speak(request('PATCH', `${PARENT}/acme`, body))).toMatch(/^HTTP\/1\.1 400 /);
});

test.each([
  ['GET', `${PARENT}/%`, 400],
  ['GET', `${PARENT}/%zz`, 400],
  ['GET', `${PARENT}/%ff%fe`, 400],
  ['GET', `${PARENT}/%ED%A0%80`, 400],
  ['DELETE', `${PARENT}/..`, 204],
  ['DELETE', `${PARENT}/`, 404],
  ['GET', '*', 404],
  ['GET', `http://other${PARENT}`, 200],
  ['GET', `${PARENT}?limit=1`, 200],
  ['PUT', PARENT, 404],
  ['OPTIONS', PARENT, 404],
  ['TRACE', PARENT, 404],
  ['NONSENSE', PARENT, 400],
  ['GET', `/${'x'.repeat(100_000)}`, 431],
] as const)('%s %s is answered %i.', async (method, target, status) => {
  expect(await speak(request(method, target))).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});

test('What is no HTTP is answered 400 in the documented shape.', async () => {
  const heard = await speak('\x16\x03\x01\x02\0nonsense\r\n\r\n');
  expect(heard).toMatch(/^HTTP\/1\.1 400 /);
  expect(heard).toContain('SVCSTG.SWR.4000014');
});

test('A client that goes away in the middle leaves the endpoint as it was.', async () => {
  const socket = connect(endpoint.port, '127.0.0.1');
  socket.write(`POST ${PARENT} HTTP/1.1\r\n${HEAD}Content-Length: 100\r\n\r\n{"perm`);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.once('connect', () => socket.destroy());
  await closed;
  expect((await connectClient(endpoint)({ operation: 'listRepoDomains' })).json).toEqual([]);
});

test('A connection remembers the token that it carried only with the defect.', async () => {
  const lists = `GET ${PARENT} HTTP/1.1\r\n${HEAD}\r\n`;
  const bare = `GET ${PARENT} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
  expect((await speak(lists + bare)).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 401']);
  const forgetful = await startEndpoint({ defects: ['token-remembered-by-connection.listRepoDomains'] });
  try {
    const heard = await speak(lists + bare, forgetful.port);
    expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
  } finally {
    await forgetful.close();
  }
});

test('Of simultaneous creates of one share exactly one succeeds, and those of different accounts all do.', async () => {
  const ask = connectClient(endpoint);
  const same = await Promise.all(Array.from({ length: 20 }, () => ask({ operation: 'createRepoDomains' })));
  expect(same.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
  const accounts = Array.from({ length: 100 }, (_, index) => `account-${index}`);
  await Promise.all(
    accounts.map((account) => ask({ operation: 'createRepoDomains', namespace: 'many', account })),
  );
  const listed = await ask({ operation: 'listRepoDomains', namespace: 'many' });
  expect(listed.json).toHaveLength(100);
});
