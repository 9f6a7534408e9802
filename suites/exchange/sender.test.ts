import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { RequestPlan } from '../../generators/request/request-plan.ts';
import type { Exchange } from '../../reports/exchange.ts';
import { type EchoServer, type HeardRequest, startEchoServer } from '../testing/echo-server.ts';
import { plainPlan } from '../testing/plain-plan.ts';
import { createSender, type Sender, type SenderOptions } from './sender.ts';
import { parseTarget } from './target.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

describe('a request that is sent', () => {
  it('arrives as it was planned', async () => {
    const { server, send } = await start();
    const body = new TextEncoder().encode('{"permit":"read"}');
    const headers = [
      ['X-One', '1'],
      ['content-TYPE', 'application/json'],
      ['X-One', '2'],
    ] as const;
    const exchange = await send({ method: 'POST', path: '/v2/x?a=b', headers, body });
    expect(exchange.outcome).toMatchObject({ kind: 'response', response: { status: 200 } });
    expect(server.last()).toMatchObject({ method: 'POST', path: '/v2/x?a=b', body: Buffer.from(body) });
    expect(server.last().headers).toEqual(
      expect.arrayContaining([...headers, ['X-Auth-Token', 'token'], ['User-Agent', 'tests']]),
    );
  });

  it('is told in the exchange with every header that we chose', async () => {
    const { server, send } = await start({}, '/base');
    const { request } = await send({ method: 'DELETE', path: '/v2/x', headers: [['X-One', '1']] });
    expect(request).toEqual({
      method: 'DELETE',
      url: `${server.url}/base/v2/x`,
      headers: [
        ['X-One', '1'],
        ['X-Auth-Token', 'token'],
        ['User-Agent', 'tests'],
      ],
      body: null,
    });
    expect(server.last().path).toBe('/base/v2/x');
  });

  it.each([
    '/v2/a$b/%24',
    '/v2/../x/./y',
    '/v2/%2e%2E/%2F',
    '/v2//x',
    "/v2/a'b(c)!*",
    '/v2/a;b=c&d:e@f',
    '/v2/%00%ff',
    '/v2/x?',
  ])('keeps its path byte for byte: %s', async (path) => {
    const { server, send } = await start();
    await send({ path });
    expect(server.last().path).toBe(path);
  });

  it.each(['x-auth-token', 'X-AUTH-TOKEN', 'X-auth-Token'])('keeps the letters of %s', async (header) => {
    const { server, send } = await start();
    await send({ credential: { kind: 'renamed', header } });
    expect(server.last().headers).toContainEqual([header, 'token']);
  });

  it('has no credential, an empty one or none at all, as planned', async () => {
    const { server, send } = await start();
    await send({ credential: { kind: 'missing' } });
    expect(namesOf(server.last())).not.toContain('x-auth-token');
    await send({ credential: { kind: 'empty' } });
    expect(server.last().headers).toContainEqual(['X-Auth-Token', '']);
  });

  it('invents no content type', async () => {
    const { server, send } = await start();
    await send({ method: 'POST', body: Uint8Array.of(0, 255) });
    expect(namesOf(server.last())).not.toContain('content-type');
    expect([...server.last().body]).toEqual([0, 255]);
  });

  it('is counted', async () => {
    const { sender, send } = await start();
    await Promise.all([send({}), send({}), send({ connection: 'fresh' })]);
    expect(sender.sent).toBe(3);
  });
});

describe('connections', () => {
  it('are kept, and a fresh one is used for one request alone', async () => {
    const { server, send } = await start({ connections: 1 });
    for (const connection of ['shared', 'shared', 'fresh', 'shared', 'fresh'] as const)
      await send({ connection });
    expect(server.heard.map(({ connection }) => connection)).toEqual([1, 1, 2, 1, 3]);
  });

  it('stay below the limit', async () => {
    const { server, send } = await start({ connections: 2 });
    await Promise.all(Array.from({ length: 12 }, () => send({})));
    expect(Math.max(...server.heard.map(({ connection }) => connection))).toBeLessThanOrEqual(2);
  });
});

describe('an answer', () => {
  it('is told with its status, lower-case headers and bytes', async () => {
    const { send } = await start({}, '', (_, response) => {
      response.setHeader('X-Two', ['a', 'b']);
      response.writeHead(418, { 'X-One': 'A' }).end(Buffer.from([0, 255]));
    });
    const { outcome } = await send({});
    expect(outcome).toMatchObject({
      kind: 'response',
      response: { status: 418, headers: { 'x-one': 'A', 'x-two': 'a, b' }, body: Uint8Array.of(0, 255) },
    });
  });

  it.each([301, 302, 307, 308])('that redirects with %d is not followed', async (status) => {
    const { server, send } = await start({}, '', (_, response) => {
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    expect((await send({})).outcome).toMatchObject({ kind: 'response', response: { status } });
    expect(server.heard).toHaveLength(1);
  });

  it('may be as long as 8 MiB, and no longer', async () => {
    const limit = 8 * 1024 * 1024;
    const { send } = await start({}, '', ({ path }, response) => {
      response.end(Buffer.alloc(path === '/long' ? limit : limit + 1));
    });
    expect((await send({ path: '/long' })).outcome.kind).toBe('response');
    expect(await failureOf(send({ path: '/longer' }))).toMatchObject({ kind: 'too-large' });
  });
});

describe('a failure on the way', () => {
  it('is a timeout where nothing comes', async () => {
    const { send } = await start({ timeout: 20 }, '', () => {});
    expect(await failureOf(send({}))).toEqual({
      kind: 'timeout',
      message: 'no complete answer within 20 ms',
    });
  });

  it('is a timeout where the answer does not end', async () => {
    const { send } = await start({ timeout: 60 }, '', (_, response) => {
      response.writeHead(200, { 'content-length': 10 }).write('half');
    });
    expect(await failureOf(send({ connection: 'fresh' }))).toMatchObject({ kind: 'timeout' });
  });

  it('is told where nothing listens', async () => {
    const gone = await startEchoServer();
    await gone.close();
    const sender = senderFor(gone.url);
    expect(await failureOf(sender.send(plainPlan(), new AbortController().signal))).toMatchObject({
      kind: 'connection',
      code: 'ECONNREFUSED',
    });
  });

  it('is told where the connection breaks before the answer', async () => {
    const { send } = await start({}, '', (_, response) => void response.destroy());
    expect(await failureOf(send({}))).toMatchObject({ kind: 'connection' });
  });

  it('is told where the answer is not HTTP', async () => {
    const server = createServer((socket) => socket.resume().end('SSH-2.0-OpenSSH\r\n\r\n'));
    const sender = senderFor(await listen(server));
    expect(await failureOf(sender.send(plainPlan(), new AbortController().signal))).toMatchObject({
      kind: 'protocol',
    });
  });

  it('is our own doing where the run is stopped', async () => {
    const stop = new AbortController();
    const { send } = await start({}, '', () => stop.abort());
    expect(await failureOf(send({}, stop.signal))).toMatchObject({ kind: 'cancelled' });
  });

  it('keeps the next request from nothing', async () => {
    const { send } = await start({}, '', ({ path }, response) => {
      if (path === '/bad') response.destroy();
      else response.end();
    });
    expect((await send({ path: '/bad' })).outcome.kind).toBe('failure');
    expect((await send({ path: '/good' })).outcome.kind).toBe('response');
  });
});

interface Started {
  readonly server: EchoServer;
  readonly sender: Sender;
  send(change: Partial<RequestPlan>, signal?: AbortSignal): Promise<Exchange>;
}

async function start(
  options: Partial<SenderOptions> = {},
  prefix = '',
  answer?: (heard: HeardRequest, response: ServerResponse) => void,
): Promise<Started> {
  const server = await startEchoServer(answer);
  opened.push(server);
  const sender = senderFor(server.url + prefix, options);
  return {
    server,
    sender,
    send: (change, signal = new AbortController().signal) => sender.send(plainPlan(change), signal),
  };
}

function senderFor(url: string, options: Partial<SenderOptions> = {}): Sender {
  const settings = { connections: 4, timeout: 30_000, userAgent: 'tests', ...options };
  const sender = createSender(parseTarget(url, 'token'), settings);
  opened.push(sender);
  return sender;
}

async function failureOf(sent: Promise<Exchange>): Promise<unknown> {
  const { outcome } = await sent;
  return outcome.kind === 'failure' ? outcome.failure : outcome;
}

function namesOf({ headers }: HeardRequest): string[] {
  return headers.map(([name]) => name.toLowerCase());
}

async function listen(server: Server): Promise<string> {
  opened.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
