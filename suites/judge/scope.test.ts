import { describe, expect, it } from 'vitest';
import { NEEDS } from '../../spec/contract/contract.ts';
import { loadSharingContract } from '../testing/sharing-contract.ts';
import { canShare, remedyFor, type Scope, unmetNeeds } from './scope.ts';

const sharing = loadSharingContract();
const scope = (more: Partial<Scope['provisions']> = {}, writes = true): Scope => ({
  writes,
  provisions: { mode: 'fixed', namespaces: ['n'], repositories: ['r'], accounts: [], ...more },
});
const OPEN = scope({ mode: 'open', namespaces: [], repositories: [] });
const unmet = (id: string, given: Scope) => unmetNeeds(sharing.requirement(id), given);

describe('unmetNeeds', () => {
  it('is empty for everything but signing keys where all is open and writes are allowed', () => {
    const left = sharing.catalogue.flatMap((one) => unmetNeeds(one, OPEN));
    expect(new Set(left)).toEqual(new Set(left.filter((need) => need === 'signing-keys')));
  });

  it.each<[string, Scope, string[]]>([
    ['listRepoDomains/success-status', scope({}, false), []],
    ['createRepoDomains/success-status', scope({ accounts: ['a'] }, false), ['writes']],
    ['createRepoDomains/success-status', scope(), ['account']],
    ['createRepoDomains/success-status', scope({ accounts: ['a'] }), []],
    ['createRepoDomains/account-distinct', scope({ accounts: ['a'] }), ['two-accounts']],
    ['createRepoDomains/account-distinct', scope({ accounts: ['a', 'b'] }), []],
    ['listRepoDomains/only-its-repository', scope({ accounts: ['a'] }), ['two-repositories']],
    ['listRepoDomains/only-its-repository', scope({ accounts: ['a'], repositories: ['r', 's'] }), []],
    ['listRepoDomains/only-its-repository', scope({ accounts: ['a'], namespaces: ['n', 'm'] }), []],
    ['createRepoDomains/namespace-pattern-accepted', scope({ accounts: ['a'] }), ['open-provisioning']],
    ['createRepoDomains/namespace-pattern-rejected', scope({ accounts: ['a'] }), []],
    ['listRepoDomains/empty-list', scope({ accounts: ['a'] }), ['open-provisioning']],
  ])('of %s', (id, given, expected) => {
    expect(unmet(id, given)).toEqual(expected);
  });
});

describe('canShare', () => {
  it('needs writes and an account', () => {
    expect(canShare(OPEN)).toBe(true);
    expect(canShare(scope({ accounts: ['a'] }))).toBe(true);
    expect(canShare(scope())).toBe(false);
    expect(canShare(scope({ accounts: ['a'] }, false))).toBe(false);
  });
});

describe('remedyFor', () => {
  it('says what to supply for every need', () => {
    for (const need of NEEDS) expect(remedyFor(need).length).toBeGreaterThan(10);
    expect(remedyFor('writes')).toContain('--allow-writes');
    expect(remedyFor('account')).toContain('--account');
  });
});
