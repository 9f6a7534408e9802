import type { Call } from '../call.ts';
import type { OperationId } from '../operation.ts';
import type { Outcome } from '../rules/outcome.ts';
import type { Change, Names, Share } from '../shares.ts';
import { CREATE, DELETE, type Defect, LIST, oneBend, spreadFamily, UPDATE } from './defect.ts';

type Related = (share: Share, names: Names) => boolean;

/** Which shares of other repositories a list shows beside its own. */
const LEAKS: readonly (readonly [string, string, Related])[] = [
  ['other-repositories', 'shows all repositories of the namespace', (s, n) => s.namespace === n.namespace],
  ['other-namespaces', 'shows the repository of every namespace', (s, n) => s.repository === n.repository],
  [
    'repositories-by-prefix',
    'shows repositories that begin with the same name',
    (s, n) => s.namespace === n.namespace && s.repository.startsWith(n.repository),
  ],
  [
    'namespaces-by-prefix',
    'shows namespaces that begin with the same name',
    (s, n) => s.repository === n.repository && s.namespace.startsWith(n.namespace),
  ],
  [
    'repositories-by-first-part',
    'looks at the first part of a repository only',
    (s, n) => s.namespace === n.namespace && s.repository.split('/')[0] === n.repository.split('/')[0],
  ],
  [
    'repositories-by-last-part',
    'looks at the last part of a repository only',
    (s, n) =>
      s.namespace === n.namespace && s.repository.split('/').at(-1) === n.repository.split('/').at(-1),
  ],
  [
    'names-run-together',
    'joins namespace and repository without a mark between',
    (s, n) => s.namespace + s.repository === n.namespace + n.repository,
  ],
  ['separators-alike', 'takes all separators for the same', (s, n) => fold(s) === fold(n)],
];

/** Which other shares a write touches. */
const TOUCHED: readonly (readonly [string, OperationId, string, Related])[] = [
  ['all-accounts-updated', UPDATE, 'changes all shares of the repository', sameRepository],
  ['all-repositories-updated', UPDATE, "changes the account's shares of other repositories", sameAccount],
  ['all-accounts-deleted', DELETE, 'deletes all shares of the repository', sameRepository],
  ['all-repositories-deleted', DELETE, "deletes the account's shares of other repositories", sameAccount],
  [
    'all-namespaces-deleted',
    DELETE,
    "deletes the account's shares of the same repository in other namespaces",
    (s, n) => s.repository === n.repository && s.account === n.account,
  ],
  [
    'accounts-deleted-by-prefix',
    DELETE,
    'deletes shares of accounts that begin with the same name',
    (s, n) => sameRepository(s, n) && s.account.startsWith(n.account),
  ],
  ['all-deadlines-set', CREATE, 'gives its deadline to all shares of the repository', sameRepository],
  ['neighbours-dropped', CREATE, 'drops the other shares of the repository', sameRepository],
];

/** Shares that are seen, or changed, where they do not belong. */
export const isolationDefects: readonly Defect[] = [
  ...LEAKS.flatMap(([kind, does, related]) =>
    spreadFamily([LIST], {
      name: `list-leaks-${kind}`,
      rule: 'only-its-repository',
      does,
      bends: oneBend('select', (decided, names, { shares }) => [
        ...decided,
        ...shares.all().filter((share) => related(share, names) && !decided.includes(share)),
      ]),
    }),
  ),
  ...TOUCHED.flatMap(([name, operation, does, related]) =>
    spreadFamily([operation], {
      name,
      rule: 'touches-only-its-share',
      does,
      bends: oneBend('changes', (decided, outcome, call) => [
        ...decided,
        ...touch(name === 'neighbours-dropped', outcome, call, related),
      ]),
    }),
  ),
];

function touch(drops: boolean, outcome: Outcome, { shares }: Call, related: Related): readonly Change[] {
  if (outcome.kind !== 'created' && outcome.kind !== 'updated' && outcome.kind !== 'deleted') {
    return [];
  }
  const { share } = outcome;
  if (share === null || share === undefined) {
    return [];
  }
  const others = shares.all().filter((other) => !isSame(other, share) && related(other, share));
  const dropped = drops || outcome.kind === 'deleted';
  const { deadline, updated } = share;
  return others.map((other) =>
    dropped ? { kind: 'drop', share: other } : { kind: 'put', share: { ...other, deadline, updated } },
  );
}

function isSame(share: Share, names: Names): boolean {
  return sameRepository(share, names) && share.account === names.account;
}

function sameRepository(share: Share, names: Names): boolean {
  return share.namespace === names.namespace && share.repository === names.repository;
}

function sameAccount(share: Share, names: Names): boolean {
  return share.namespace === names.namespace && share.account === names.account;
}

function fold({ namespace, repository }: Names): string {
  return `${namespace}\n${repository}`.replaceAll(/[._/-]+/g, '-');
}
