import { createServer as createTlsServer } from 'node:https';
import { createServer as createSocketServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningEndpoint, startEndpoint } from '../mock/endpoint.ts';
import { runInProcess } from './testing/command.ts';
import { type Answering, listenOnLoopback, recordingServer } from './testing/recording-server.ts';
import { selfSigned } from './testing/self-signed.ts';

const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface Place {
  readonly what: string;
  /** Starts whatever is there instead of the service, and gives its URL. */
  readonly start: () => Promise<string>;
  readonly args?: readonly string[];
  readonly code: string;
  readonly says: RegExp;
}

const html: Answering = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><title>Log in</title><form method="post"></form>');
};

const PLACES: readonly Place[] = [
  {
    what: 'nothing at all',
    start: deadPort,
    code: 'nothing-listening',
    says: /Nothing is listening at http:\/\/127\.0\.0\.1:\d+/,
  },
  {
    what: 'HTTP where TLS was expected',
    start: async () => (await answering(html)).replace('http:', 'https:'),
    code: 'tls',
    says: /TLS with https:\S+ failed/,
  },
  {
    what: 'a certificate that nobody vouches for',
    start: selfSignedServer,
    code: 'tls',
    says: /certificate/i,
  },
  { what: 'a login page on every path', start: () => answering(html), code: 'html', says: /HTML pages/ },
  {
    what: 'a redirect to a login page',
    start: () => answering(redirect),
    code: 'redirected',
    says: /redirects to https:\/\/login\.example\/\?next=1/,
  },
  {
    what: 'a service that is unavailable for ever',
    start: () => answering((_request, response) => response.writeHead(503).end()),
    code: 'not-the-service',
    says: /503/,
  },
  {
    what: 'empty answers with 200',
    start: () => answering((_request, response) => response.writeHead(200).end()),
    code: 'not-the-service',
    says: /200/,
  },
  {
    what: 'a greeting with 200 on every path',
    start: () => answering(json(200, { hello: 'world' })),
    code: 'not-the-service',
    says: /200/,
  },
  {
    what: 'sockets that take everything and say nothing',
    start: () => socketServer(() => {}),
    args: ['--timeout', '300'],
    code: 'no-answer',
    says: /no complete answer within 300 ms/,
  },
  {
    what: 'sockets that close at once',
    start: () => socketServer((socket) => socket.destroy()),
    code: 'unreachable',
    says: /cannot be reached/,
  },
  {
    what: 'something that speaks no HTTP',
    start: () => socketServer((socket) => socket.end('220 mail.example ESMTP\r\n')),
    code: 'unreachable',
    says: /the answer is not HTTP/,
  },
  {
    what: 'another service, which answers 404 in JSON',
    start: () => answering(json(404, { message: 'no Route matched with those values' })),
    code: 'parents-not-found',
    says: /--provisioning fixed --namespace N --repository R/,
  },
  {
    what: 'the service, where the given token is not good',
    start: () => mock({ token: 'another-token' }),
    args: ['--token', 'given-token'],
    code: 'token-refused',
    says: /The given token is refused/,
  },
  {
    what: 'the service, where no token is given',
    start: () => mock({}),
    code: 'token-refused',
    says: /A token is needed.*SWR_AUTH_TOKEN/,
  },
  {
    what: 'the service, where namespaces and accounts must exist first',
    start: () =>
      mock({ provisioning: 'fixed', namespaces: ['team'], repositories: ['app'], accounts: ['acme'] }),
    args: ['--token', 'mock-token'],
    code: 'parents-not-found',
    says: /--provisioning fixed --namespace N --repository R/,
  },
  {
    what: 'a service that lists what does not exist as empty, where namespaces must exist first',
    start: () =>
      answering((request, response) =>
        request.method === 'GET'
          ? json(200, [])(request, response)
          : json(404, { errors: [{ errorCode: 'SVCSTG.SWR.4040001', errorMessage: 'No namespace.' }] })(
              request,
              response,
            ),
      ),
    code: 'parents-not-found',
    says: /--provisioning fixed --namespace N --repository R/,
  },
];

describe('what cannot be judged ends with exit code 3, and the first line says why', () => {
  it.each(PLACES)('$what', async ({ start, args = [], code, says }) => {
    const url = await start();
    const { code: exitCode, stdout, stderr, report } = await runInProcess(['--target', url, ...args]);
    expect({ exitCode, stderr }, stdout).toEqual({ exitCode: 3, stderr: '' });
    expect(report.exitReasons[0]).toMatchObject({ code, exitCode: 3 });
    expect(report.exitReasons[0]?.message).toMatch(says);
    expect(stdout.split('\n')[0]).toContain(report.exitReasons[0]?.message);
    expect(report).toMatchObject({ verdict: 'not-judged', gate: 'fail', exitCode: 3, findings: [] });
    expect(report.requirements.filter(({ outcome }) => outcome !== 'not-judged')).toEqual([]);
    expect(report.run.requests).toBeLessThanOrEqual(6);
  });

  it('A selection that is empty is told with how to see all ids, and nothing is sent.', async () => {
    const endpoint = await recordingServer(html);
    stops.push(endpoint.close);
    const result = await runInProcess(['--target', endpoint.url, '--only', 'nothing/*']);
    expect(result.code).toBe(3);
    expect(result.report.exitReasons[0]?.code).toBe('nothing-selected');
    expect(result.stdout.split('\n')[0]).toMatch(/No requirement is selected.*requirements lists all ids/);
    expect(endpoint.requests).toEqual([]);
  });
});

describe('the service with a fault is judged and not turned away', () => {
  it('One that lets any token in is not conformant.', async () => {
    const defects = OPERATIONS.map((operation) => `token-garbage-accepted.${operation}`);
    const url = await mock({ defects });
    const { code, report } = await runInProcess(['--target', url, '--token', 'mock-token']);
    expect(code).toBe(1);
    expect(report.exitReasons[0]?.code).toBe('requirement-violated');
    const violated = report.requirements.filter(({ outcome }) => outcome === 'violated').map(({ id }) => id);
    expect(violated).toEqual(
      expect.arrayContaining(OPERATIONS.map((operation) => expect.stringMatching(`^${operation}/.*garbage`))),
    );
  });

  it('One whose list is broken is not conformant.', async () => {
    const url = await mock({ defects: ['list-wrapped.listRepoDomains'] });
    const { code, report } = await runInProcess(['--target', url, '--token', 'mock-token']);
    expect(code).toBe(1);
    expect(report.findings.map(({ requirement }) => requirement)).toContain(
      'listRepoDomains/response-200-schema',
    );
  });

  it('One under another path prefix than the given one is not found.', async () => {
    const url = await mock({});
    const { code, report } = await runInProcess(['--target', `${url}/prefix`, '--token', 'mock-token']);
    expect({ code, url: report.target.url }).toEqual({ code: 3, url: `${url}/prefix` });
  });
});

const OPERATIONS = [
  'createRepoDomains',
  'listRepoDomains',
  'showAccessDomain',
  'updateRepoDomains',
  'deleteRepoDomains',
];

async function mock(options: Parameters<typeof startEndpoint>[0]): Promise<string> {
  const endpoint: RunningEndpoint = await startEndpoint(options);
  stops.push(endpoint.close);
  return endpoint.url;
}

async function answering(answer: Answering): Promise<string> {
  const server = await recordingServer(answer);
  stops.push(server.close);
  return server.url;
}

function json(status: number, body: unknown): Answering {
  return (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
}

function redirect(_request: unknown, response: Parameters<Answering>[1]): void {
  response.writeHead(302, { Location: 'https://login.example/?next=1', 'Content-Type': 'text/html' });
  response.end('<html></html>');
}

async function deadPort(): Promise<string> {
  const server = await recordingServer(html);
  await server.close();
  return server.url;
}

async function selfSignedServer(): Promise<string> {
  const server = createTlsServer(selfSigned(), (_request, response) => response.end());
  const port = await listenOnLoopback(server);
  stops.push(() => server.close());
  return `https://127.0.0.1:${port}`;
}

async function socketServer(greet: (socket: Socket) => void): Promise<string> {
  const open = new Set<Socket>();
  const server = createSocketServer((socket) => {
    open.add(socket.on('error', () => {}));
    greet(socket);
  });
  const port = await listenOnLoopback(server);
  stops.push(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${port}`;
}
