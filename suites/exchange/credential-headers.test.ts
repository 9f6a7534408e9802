import { describe, expect, it } from 'vitest';
import type { Credential } from '../../generators/request/change.ts';
import { credentialHeader } from './credential-headers.ts';

const TOKEN = 'abcdefghij';
const of = (credential: Credential, token: string | null = TOKEN) =>
  credentialHeader(credential, 'X-Auth-Token', token);

describe('credentialHeader', () => {
  it('carries the good token, or nothing where there is none', () => {
    expect(of({ kind: 'good' })).toEqual(['X-Auth-Token', TOKEN]);
    expect(of({ kind: 'good' }, null)).toBeNull();
  });

  it('carries nothing where the operation asks for no token', () => {
    expect(credentialHeader({ kind: 'good' }, null, TOKEN)).toBeNull();
    expect(credentialHeader({ kind: 'garbage', value: 'x' }, null, TOKEN)).toBeNull();
  });

  it('leaves the header out, or sends it empty', () => {
    expect(of({ kind: 'missing' })).toBeNull();
    expect(of({ kind: 'empty' })).toEqual(['X-Auth-Token', '']);
  });

  it('sends garbage, and never the good token by chance', () => {
    expect(of({ kind: 'garbage', value: 'null' })).toEqual(['X-Auth-Token', 'null']);
    expect(of({ kind: 'garbage', value: TOKEN })).toEqual(['X-Auth-Token', `${TOKEN}x`]);
  });

  it('cuts the good token, by at least one character', () => {
    expect(of({ kind: 'prefix', keep: 1 })).toEqual(['X-Auth-Token', 'abcdefghi']);
    expect(of({ kind: 'prefix', keep: 0.5 })).toEqual(['X-Auth-Token', 'abcde']);
    expect(of({ kind: 'prefix', keep: 0 })).toEqual(['X-Auth-Token', '']);
    expect(of({ kind: 'prefix', keep: 1 }, 'a')).toEqual(['X-Auth-Token', '']);
    expect(of({ kind: 'prefix', keep: 1 }, '')).toEqual(['X-Auth-Token', '']);
  });

  it('adds to the good token', () => {
    expect(of({ kind: 'extension', suffix: 'xy' })).toEqual(['X-Auth-Token', `${TOKEN}xy`]);
  });

  it('sends the good token under the name in other letters', () => {
    expect(of({ kind: 'renamed', header: 'x-auth-token' })).toEqual(['x-auth-token', TOKEN]);
    expect(of({ kind: 'renamed', header: 'x-auth-token' }, null)).toBeNull();
  });
});
