import { describe, expect, it } from 'vitest';
import type { NameKey } from '../../generators/request/names.ts';
import { COLLIDING, SLASHED } from '../../generators/sharing/scenario.ts';
import { shareResource } from '../../generators/sharing/share-resource.ts';
import { loadSharingContract } from '../testing/sharing-contract.ts';
import { caseNames, type Provisions } from './case-names.ts';

const sharing = loadSharingContract();
const resource = shareResource(sharing.contract);
const KEY: NameKey = { seed: 1, clock: 'c', group: 'g', stream: 0, index: 0, attempt: 0 };
const OPEN: Provisions = { mode: 'open', namespaces: [], repositories: [], accounts: [] };
const names = (key: Partial<NameKey> = {}, provisions = OPEN) =>
  caseNames(resource, provisions, { ...KEY, ...key });
const placeOf = (place: number, key: Partial<NameKey> = {}) => {
  const { namespace, repository } = names(key).share(place, 0);
  return `${namespace}/${repository}`;
};

describe('the names of an openly provisioned case', () => {
  it('are in the order in which a path has them', () => {
    expect(Object.keys(names().share(0, 0))).toEqual(['namespace', 'repository', 'access_domain']);
  });

  it('are valid in every reading', () => {
    for (const place of [0, 1, 2, 3, 27, 500, COLLIDING, COLLIDING + 8, SLASHED]) {
      const { namespace, repository, access_domain } = names().share(place, place);
      expect(namespace).toMatch(/^[a-z](?:[._-]?[a-z0-9])*$/);
      expect(repository).toMatch(/^[a-z0-9](?:[._$-]?[a-z0-9])*$/);
      expect(access_domain).toMatch(/^[a-z]{1,64}$/);
    }
  });

  it('keep repositories and accounts apart', () => {
    const places = Array.from({ length: 120 }, (_, place) => placeOf(place));
    expect(new Set(places).size).toBe(120);
    const accounts = Array.from({ length: 120 }, (_, index) => names().share(0, index)['access_domain']);
    expect(new Set(accounts).size).toBe(120);
  });

  it('are the same for the same execution, and shared with no other', () => {
    expect(names().share(3, 4)).toEqual(names().share(3, 4));
    const keys: Partial<NameKey>[] = [
      {},
      { seed: 2 },
      { attempt: 1 },
      { index: 1 },
      { stream: 1 },
      { group: 'h' },
    ];
    const all = keys.flatMap((key) =>
      [0, 1, 2, 3, COLLIDING, COLLIDING + 7, SLASHED].map((place) => placeOf(place, key)),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  it('put odd repositories into the first namespace, and even ones into their own', () => {
    const namespaceOf = (place: number) => names().share(place, 0)['namespace'];
    expect(namespaceOf(1)).toBe(namespaceOf(0));
    expect(namespaceOf(3)).toBe(namespaceOf(0));
    expect(namespaceOf(2)).not.toBe(namespaceOf(0));
    expect(namespaceOf(4)).not.toBe(namespaceOf(2));
  });

  it('have a repository with a slash, as the wire writes it', () => {
    expect(names().share(SLASHED, 0)['repository']).toMatch(/^[a-z]+\$[a-z]+$/);
  });

  it('have repositories that a careless key would take for one another', () => {
    const places = Array.from({ length: 9 }, (_, index) => placeOf(COLLIDING + index));
    expect(new Set(places).size).toBe(9);
    expect(new Set(places.map((place) => place.replaceAll(/[/$._-]/g, ''))).size).toBeLessThan(9);
  });
});

describe('the names of a case with fixed provisions', () => {
  const provisions: Provisions = {
    mode: 'fixed',
    namespaces: ['one', 'two'],
    repositories: ['a/b', 'c'],
    accounts: ['acme', 'other'],
  };

  it('are those that were named, a slash as the wire writes it', () => {
    const fixed = names({}, provisions);
    expect(fixed.share(0, 0)).toEqual({ namespace: 'one', repository: 'a$b', access_domain: 'acme' });
    expect(fixed.share(1, 1)).toEqual({ namespace: 'two', repository: 'c', access_domain: 'other' });
    expect(fixed.share(2, 2)).toEqual(fixed.share(0, 0));
  });

  it('are the same in every execution', () => {
    expect(names({ attempt: 3 }, provisions).share(0, 0)).toEqual(names({}, provisions).share(0, 0));
  });

  it('leave the account empty where none was named', () => {
    const none = names({}, { ...provisions, accounts: [] });
    expect(none.share(0, 5)['access_domain']).toBe('');
  });
});
