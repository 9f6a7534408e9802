import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../reports/exchange.ts';
import { type Answer, answer, silence } from '../testing/answers.ts';
import { evidence, maskToken } from './evidence.ts';

const TOKEN = 'MIIEgQYJKoZIhvcN-secret';
const SECRETS = { tokenHeader: 'X-Auth-Token', token: TOKEN };

const exchange = (outcome: Answer, more: Partial<Exchange['request']> = {}): Exchange => ({
  request: {
    method: 'POST',
    url: 'http://127.0.0.1:1/v2/x',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Auth-Token', TOKEN],
    ],
    body: new TextEncoder().encode('{"permit":"read"}'),
    ...more,
  },
  outcome,
});

describe('evidence', () => {
  it('is an exchange as text, with a line that repeats it', () => {
    expect(evidence('subject', exchange(answer(201, {})), SECRETS)).toEqual({
      purpose: 'subject',
      request: {
        method: 'POST',
        url: 'http://127.0.0.1:1/v2/x',
        headers: { 'Content-Type': 'application/json', 'X-Auth-Token': '$SWR_AUTH_TOKEN' },
        body: '{"permit":"read"}',
      },
      response: { status: 201, headers: { 'content-type': 'application/json' }, body: '{}' },
      failure: null,
      curl: expect.stringContaining(`--data-binary '{"permit":"read"}'`),
    });
  });

  it('tells why there is no answer', () => {
    expect(evidence('subject', exchange(silence()), SECRETS)).toMatchObject({
      response: null,
      failure: 'no complete answer within 10 ms',
    });
  });

  it('has no body where there was none', () => {
    expect(evidence('control', exchange(answer(200), { body: null }), SECRETS).request.body).toBeNull();
  });

  it('keeps the headers of an answer that say something, and drops the others', () => {
    const headers = { date: 'today', server: 'x', 'retry-after': '1', location: '/x', 'set-cookie': 'a=b' };
    expect(evidence('subject', exchange(answer(302, undefined, headers)), SECRETS).response?.headers).toEqual(
      {
        location: '/x',
        'retry-after': '1',
      },
    );
  });

  it('shows bytes that are not text as far as they are', () => {
    const { response } = evidence('subject', exchange(answer(200, Uint8Array.of(0x61, 0xff, 0x62))), SECRETS);
    expect(response?.body).toBe('a\ufffdb');
  });

  it('cuts long bodies and says how long they were', () => {
    const { response } = evidence('subject', exchange(answer(200, 'x'.repeat(70_000))), SECRETS);
    expect(response?.body).toBe(`${'x'.repeat(65_536)}… (70000 bytes)`);
  });
});

describe('the token in evidence', () => {
  const shown = (one: Exchange) => JSON.stringify(evidence('subject', one, SECRETS));

  it('is masked wherever an answer repeats it', () => {
    const headers = {
      'content-type': 'text/plain',
      'www-authenticate': `Bearer ${TOKEN}`,
      location: `/?${TOKEN}`,
    };
    const told = shown(exchange(answer(401, `${TOKEN} is not ${TOKEN}`, headers)));
    expect(told).not.toContain(TOKEN);
    expect(told).toContain('$SWR_AUTH_TOKEN is not $SWR_AUTH_TOKEN');
  });

  it('is masked in the request, the curl line and the reason of a failure', () => {
    const url = `http://127.0.0.1:1/${TOKEN}`;
    const failure = { kind: 'connection', code: 'X', message: `no ${TOKEN}` } as const;
    const told = shown(
      exchange({ kind: 'failure', failure }, { url, body: new TextEncoder().encode(TOKEN) }),
    );
    expect(told).not.toContain(TOKEN);
  });

  it.each([
    ['all but the last character', TOKEN.slice(0, -1)],
    ['the first half', TOKEN.slice(0, 11)],
    ['an extension', `${TOKEN}x`],
    ['other letters', 'miieGqyjkOziHVCn-SECRET'],
  ])('is masked as %s as well, in the request and where it is repeated', (_, value) => {
    const headers = [['x-auth-token', value]] as const;
    const told = shown(exchange(answer(401, `unknown token ${value}`), { headers }));
    expect(told).not.toContain(value);
    expect(told).toContain('unknown token $SWR_AUTH_TOKEN');
  });

  it('is masked where a body is cut in the middle of it', () => {
    const body = 'x'.repeat(65_536 - 10) + TOKEN;
    expect(shown(exchange(answer(200, body)))).not.toContain(TOKEN.slice(0, 10));
  });

  it('leaves garbage and texts without it as they are', () => {
    const headers = [['X-Auth-Token', 'garbage']] as const;
    expect(shown(exchange(answer(401, 'garbage'), { headers }))).toContain('"X-Auth-Token":"garbage"');
    expect(maskToken('text', TOKEN)).toBe('text');
    expect(maskToken('text', null)).toBe('text');
  });

  it('does not blot out ordinary text where it is shorter than four characters', () => {
    expect(maskToken('read and write', 'a')).toBe('read and write');
    expect(maskToken('read and write', 'read')).toBe('$SWR_AUTH_TOKEN and write');
  });
});
