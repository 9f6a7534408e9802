import { type NameKey, nameCounter, uniqueName } from '../../generators/request/names.ts';
import type { PathNames } from '../../generators/sharing/base-arguments.ts';
import { COLLIDING, SLASHED } from '../../generators/sharing/scenario.ts';
import type { ShareResource } from '../../generators/sharing/share-resource.ts';

/** What the run may use where a request could succeed; `open`: anything valid, beside what is named. */
export interface Provisions {
  readonly mode: 'open' | 'fixed';
  /** Nobody said so: it is what loopback and embedded targets are taken for. */
  readonly assumed?: boolean;
  readonly namespaces: readonly string[];
  readonly repositories: readonly string[];
  readonly accounts: readonly string[];
}

/** Names for one execution of a case: its repositories, and accounts in them. */
export interface CaseNames {
  /** Path names of the share with that repository and account, both counted from 0. */
  share(repository: number, account: number): PathNames;
}

/**
 * The repository of a number. From COLLIDING on, those follow that a careless key, or an object used as a map, would
 * take for one another or for something else.
 */
function placeNames(name: string, place: number, namespace: string, repository: string): PathNames {
  const pair = COLLISIONS[place - COLLIDING]?.(name);
  if (pair !== undefined) return { [namespace]: pair[0], [repository]: pair[1] };
  if (place === SLASHED) return { [namespace]: name, [repository]: `${name}$b` };
  return place % 2 === 1
    ? { [namespace]: name, [repository]: name + nameCounter(place) }
    : { [namespace]: place === 0 ? name : name + nameCounter(place), [repository]: name };
}

const COLLISIONS: readonly ((name: string) => readonly [namespace: string, repository: string])[] = [
  (name) => [`${name}-b`, 'c'],
  (name) => [name, 'b-c'],
  (name) => [`${name}b`, 'c'],
  (name) => [name, 'bc'],
  (name) => [name, 'b$c'],
  (name) => [`${name}.b`, 'c'],
  (name) => [`${name}_b`, 'c'],
  (name) => ['constructor', name],
  (name) => [name, 'constructor'],
];

/**
 * Names that no other execution of any case uses, or, where the provisions are fixed, those that were named.
 * Odd repositories lie in the first one's namespace, even ones in a namespace of their own.
 */
export function caseNames(resource: ShareResource, provisions: Provisions, key: NameKey): CaseNames {
  const [namespace = 'namespace', repository = 'repository'] = resource.parents;
  const account = resource.account;
  const name = uniqueName(key);
  if (provisions.mode === 'open') {
    return {
      share: (place, index) => ({
        ...placeNames(name, place, namespace, repository),
        ...(account === null ? {} : { [account]: name + nameCounter(index) }),
      }),
    };
  }
  const { namespaces, repositories, accounts } = provisions;
  return {
    share: (place, index) => ({
      [namespace]: namespaces[place % namespaces.length] ?? '',
      [repository]: (repositories[place % repositories.length] ?? '').replaceAll('/', '$'),
      ...(account === null ? {} : { [account]: accounts[index % Math.max(1, accounts.length)] ?? '' }),
    }),
  };
}
