import { describe, expect, it } from 'vitest';
import { describeFault, Fault } from '../../spec/fault.ts';
import { parseTarget, targetUrl } from './target.ts';

describe('parseTarget', () => {
  it('takes scheme, host, port and a path prefix', () => {
    expect(parseTarget('https://swr.example.com/', 't')).toEqual({
      origin: 'https://swr.example.com',
      prefix: '',
      token: 't',
      embedded: false,
      loopback: false,
    });
    expect(parseTarget('http://127.0.0.1:4010/base/path//', null, true)).toEqual({
      origin: 'http://127.0.0.1:4010',
      prefix: '/base/path',
      token: null,
      embedded: true,
      loopback: true,
    });
  });

  it.each([
    'http://localhost:1',
    'http://127.0.0.1',
    'https://127.1.2.3:8443/x',
    'http://[::1]:80',
    'http://LOCALHOST',
  ])('knows that %s is on loopback', (url) => {
    expect(parseTarget(url, null).loopback).toBe(true);
  });

  it.each([
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://128.0.0.1',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://[::2]',
    'http://example.com/localhost',
  ])('does not take %s for loopback', (url) => {
    expect(parseTarget(url, null).loopback).toBe(false);
  });

  it.each([
    ['', 'no http or https URL'],
    ['localhost:4010', 'no http or https URL'],
    ['127.0.0.1', 'no http or https URL'],
    ['/v2', 'no http or https URL'],
    ['ftp://example.com', 'no http or https URL'],
    ['file:///etc/hosts', 'no http or https URL'],
    ['http://', 'no http or https URL'],
    ['http://exa mple.com', 'no http or https URL'],
    ['http://example.com:99999', 'no http or https URL'],
    ['http://user@example.com', 'user name or password'],
    ['http://user:secret@example.com', 'user name or password'],
    ['http://:secret@example.com', 'user name or password'],
    ['http://example.com/?region=eu', 'query or a fragment'],
    ['http://example.com/#v2', 'query or a fragment'],
  ])('refuses "%s" and says why', (text, message) => {
    const fault = faultOf(() => parseTarget(text, null));
    expect(fault).toMatchObject({ kind: 'usage', code: 'bad-target', place: { option: '--target' } });
    expect(fault.message).toContain(message);
    expect(describeFault(fault)).toMatch(/^--target: .*\n {2}Give scheme, host, port/);
  });

  it('does not print a password that it refuses', () => {
    expect(describeFault(faultOf(() => parseTarget('http://user:secret@example.com', null)))).not.toContain(
      'secret',
    );
  });
});

describe('targetUrl', () => {
  it('writes a target as people do', () => {
    for (const url of ['http://127.0.0.1:4010', 'https://example.com/base'])
      expect(targetUrl(parseTarget(`${url}/`, null))).toBe(url);
  });
});

function faultOf(run: () => unknown): Fault {
  try {
    run();
  } catch (fault) {
    if (fault instanceof Fault) return fault;
    throw fault;
  }
  throw new Error('nothing was thrown');
}
