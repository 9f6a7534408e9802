import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Credential } from '../../generators/request/change.ts';
import type { RequestPlan } from '../../generators/request/request-plan.ts';
import { type EchoServer, type HeardRequest, startEchoServer } from '../testing/echo-server.ts';
import { plainPlan } from '../testing/plain-plan.ts';
import { curlCommand, quote } from './curl.ts';
import { createSender, type Sender } from './sender.ts';
import { parseTarget } from './target.ts';

/** Signs that mean something to a shell, to printf or to curl are in it on purpose. */
const TOKEN = `aB3-_.~+/=$x'"\`!%s\\n*`;
const SHELLS = ['bash', 'sh'];
const JSON_TYPE = [['Content-Type', 'application/json']] as const;

let server: EchoServer;
let sender: Sender;

beforeAll(async () => {
  server = await startEchoServer();
  sender = createSender(parseTarget(server.url, TOKEN), {
    connections: 1,
    timeout: 30_000,
    userAgent: 'tests',
  });
});
afterAll(async () => {
  await sender.close();
  await server.close();
});

describe('curl', () => {
  it.each(['curl', ...SHELLS])('needs %s on this machine, or these tests prove nothing', (program) => {
    const { error } = spawnSync(program, ['-c', 'true'], { stdio: 'ignore' });
    expect(error?.message ?? 'installed').toBe('installed');
  });
});

describe.each(SHELLS)('a curl line pasted into %s', (shell) => {
  it.each<[string, Partial<RequestPlan>]>([
    ['a plain read', { headers: JSON_TYPE }],
    ['a body', post('{"permit":"read"}')],
    ['quotes of every kind', post(`{"a":"it's \\"quoted\\" \`so\` $HOME $(id) \\\\ !"}`)],
    ['newlines and tabs', post('{\n\t"a": 1\r\n}\n')],
    ['an at sign first, which would name a file', post('@/etc/hostname')],
    ['a NUL byte', post(Uint8Array.of(0x7b, 0, 0x7d))],
    ['every byte there is', post(Uint8Array.from({ length: 256 }, (_, byte) => byte))],
    ['bytes that are not UTF-8', post(Uint8Array.of(0x22, 0xff, 0xc3, 0x22))],
    ['a byte order mark', post('\ufeff{}')],
    ['what printf would format', post(Uint8Array.of(0, ...Buffer.from("%s %d %% \\n \\\\ '%' -- 12")))],
    ['a dash first', post(Uint8Array.of(0x2d, 0x6e, 0))],
    ['letters beyond ASCII', post('{"a":"ä名😀"}')],
    ['no bytes in its body', post('')],
    ['no content type', { ...post('{}'), headers: [] }],
    ['a content type of its own', { ...post('a=b'), headers: [['Content-Type', 'text/plain']] }],
    ['no content type and bytes', { ...post(Uint8Array.of(0)), headers: [] }],
    ['signs of curl in its path', { path: '/v2/{a,b}/[1-3]/a$b/%24/../x/./y?z=*' }],
    ['a quote in its path', { path: "/v2/it's/a b".replace(' ', '%20') }],
    ['another method', { method: 'DELETE', path: '/v2/x' }],
    ['an empty header', { headers: [['X-Empty', '']] }],
    ['quotes in a header', { headers: [['X-One', `it's "$HOME"`]] }],
  ])('sends the same again: %s', async (_, change) => {
    await expectSame(shell, change);
  });

  it.each<Credential>([
    { kind: 'good' },
    { kind: 'missing' },
    { kind: 'empty' },
    { kind: 'garbage', value: `Bearer it's $garbage` },
    { kind: 'prefix', keep: 1 },
    { kind: 'prefix', keep: 0.5 },
    { kind: 'extension', suffix: "x'y" },
    { kind: 'recased' },
    { kind: 'renamed', header: 'x-AUTH-token' },
  ])('sends the same credential again: %j', async (credential) => {
    const line = await expectSame(shell, { credential });
    expect(line).not.toContain(TOKEN);
  });
});

describe('curlCommand', () => {
  const request = { method: 'GET', url: 'http://127.0.0.1:1/x', body: null };
  const line = (value: string, token: string | null = 'secret-token') =>
    curlCommand({ ...request, headers: [['X-Auth-Token', value]] }, 'X-Auth-Token', token);

  it('is one line that says everything and nothing about who sent it', () => {
    const headers = [
      ['Content-Type', 'application/json'],
      ['X-Auth-Token', 'secret-token'],
      ['User-Agent', 'tests'],
      ['Content-Length', '2'],
    ] as const;
    const body = new TextEncoder().encode('{}');
    expect(curlCommand({ ...request, method: 'POST', headers, body }, 'X-Auth-Token', 'secret-token')).toBe(
      `curl -sS -i --globoff --path-as-is -X POST -H 'Content-Type: application/json' ` +
        `-H 'X-Auth-Token: '"$SWR_AUTH_TOKEN" 'http://127.0.0.1:1/x' --data-binary '{}'`,
    );
  });

  it('never shows the token, most of it, or its letters in the other case', () => {
    for (const value of ['secret-token', 'secret-toke', 'secret', 'secret-tokenx', 'SECRET-TOKEN'])
      expect(line(value)).not.toMatch(/secret/i);
  });

  it('shows what is not the token', () => {
    expect(line('garbage')).toContain("'X-Auth-Token: garbage'");
    expect(line('garbage', null)).toContain("'X-Auth-Token: garbage'");
    expect(line('garbage', '')).toContain("'X-Auth-Token: garbage'");
  });
});

describe('quote', () => {
  it('keeps everything literal', () => {
    expect(quote("it's")).toBe(`'it'\\''s'`);
    expect(quote('')).toBe(`''`);
    expect(quote('$HOME `id` "x" \\')).toBe(`'$HOME \`id\` "x" \\'`);
  });
});

const run = promisify(execFile);

/** Sends a request, then its curl line by a shell, and compares what the server heard. Returns the line. */
async function expectSame(shell: string, change: Partial<RequestPlan>): Promise<string> {
  const { request } = await sender.send(plainPlan(change), new AbortController().signal);
  const ours = server.last();
  const line = curlCommand(request, 'X-Auth-Token', TOKEN);
  await run(shell, ['-c', line], { env: { ...process.env, SWR_AUTH_TOKEN: TOKEN }, encoding: 'buffer' });
  const theirs = server.last();
  expect(theirs).not.toBe(ours);
  expect(comparable(theirs)).toEqual(comparable(ours));
  return line;
}

/** What both must have in common: curl sets some headers by itself, as undici does. */
function comparable({ method, path, headers, body }: HeardRequest) {
  const own = ['host', 'user-agent', 'accept', 'connection', 'content-length'];
  return {
    method,
    path,
    headers: headers.filter(([name]) => !own.includes(name.toLowerCase())),
    body: body.toString('hex'),
  };
}

function post(body: string | Uint8Array): Partial<RequestPlan> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { method: 'POST', headers: JSON_TYPE, body: bytes };
}
