import type { OperationId } from '../operation.ts';
import type { Outcome } from '../rules/outcome.ts';
import { REFUSALS, refuse } from '../rules/refusal.ts';
import { decodeSegment } from '../rules/segment.ts';
import { CREATE, DELETE, type Defect, LIST, oneBend, SHOW, spreadFamily, UPDATE } from './defect.ts';

type Crash = readonly [
  kind: string,
  what: string,
  operations: readonly OperationId[],
  strikes: (name: string) => boolean,
];

const NAMESPACES: readonly Crash[] = [
  ['long-namespace', 'a namespace of more than 64 characters', [LIST, DELETE], (name) => name.length > 64],
  ['foreign-namespace', 'a namespace with letters beyond ASCII', [SHOW], (name) => /[^\0-\x7f]/.test(name)],
  ['upper-case-namespace', 'a namespace with upper-case letters', [CREATE], (name) => /[A-Z]/.test(name)],
  ['bracket-namespace', 'a namespace with a bracket', [UPDATE], (name) => /[[\](){}]/.test(name)],
  ['quote-in-namespace', 'a namespace with an apostrophe', [LIST], (name) => name.includes("'")],
];

const REPOSITORIES: readonly Crash[] = [
  [
    'long-repository',
    'a repository of more than 128 characters',
    [SHOW, CREATE],
    (name) => name.length > 128,
  ],
  ['double-slash', 'a repository with two slashes in a row', [DELETE], (name) => /[$/]{2}/.test(name)],
  ['outer-slash', 'a repository with a slash at an end', [LIST], (name) => /^[$/]|[$/]$/.test(name)],
  [
    'foreign-repository',
    'a repository with letters beyond ASCII',
    [UPDATE],
    (name) => /[^\0-\x7f]/.test(name),
  ],
  ['slash', 'a repository with a slash', [SHOW], (name) => /[$/]/.test(name)],
];

const ACCOUNTS: readonly Crash[] = [
  ['percent-in-account', 'an account with a percent sign', [SHOW], (name) => name.includes('%')],
  ['foreign-account', 'an account with letters beyond ASCII', [DELETE], (name) => /[^\0-\x7f]/.test(name)],
  ['long-account', 'an account of 64 characters', [UPDATE], (name) => name.length >= 64],
];

const OUTCOMES: readonly (readonly [string, string, OperationId, (outcome: Outcome) => boolean])[] = [
  [
    'absent-share',
    'a share that does not exist',
    SHOW,
    (outcome) => outcome.kind === 'shown' && !outcome.share,
  ],
  [
    'absent-share',
    'a share that does not exist',
    DELETE,
    (outcome) => outcome.kind === 'deleted' && !outcome.share,
  ],
  [
    'absent-share',
    'a share that does not exist',
    UPDATE,
    (outcome) => outcome.kind === 'refused' && outcome.refusal.code === REFUSALS.shareAbsent.code,
  ],
  [
    'duplicate',
    'a duplicate',
    CREATE,
    (outcome) => outcome.kind === 'refused' && outcome.refusal.code === REFUSALS.duplicate.code,
  ],
  [
    'empty-list',
    'a repository that is shared with nobody',
    LIST,
    (o) => o.kind === 'listed' && o.shares.length === 0,
  ],
  [
    'wrong-account',
    'an account that is no text',
    CREATE,
    (outcome) => outcome.kind === 'refused' && outcome.refusal.code === REFUSALS.account.code,
  ],
];

/** A client's fault, or none at all, answered as a fault of the server. */
export const serverErrorDefects: readonly Defect[] = [
  ...crashes('namespace', NAMESPACES),
  ...crashes('repository', REPOSITORIES),
  ...crashes('account', ACCOUNTS),
  ...OUTCOMES.flatMap(([kind, what, operation, strikes]) =>
    spreadFamily([operation], {
      name: `crash-on-${kind}`,
      rule: 'no-server-error',
      does: `answers 500 to ${what}`,
      bends: oneBend(
        'outcome',
        (decided): Outcome => (strikes(decided) ? { kind: 'refused', refusal: REFUSALS.crash } : decided),
      ),
    }),
  ),
  ...spreadFamily([LIST], {
    name: 'unavailable-on-wrong-name',
    rule: 'no-server-error',
    does: 'answers 503 to a wrong namespace',
    bends: oneBend('namespace', (decided) =>
      decided.ok ? decided : refuse({ status: 503, code: 'SVCSTG.SWR.5030001', message: 'Unavailable' }),
    ),
  }),
];

function crashes(part: 'namespace' | 'repository' | 'account', table: readonly Crash[]): readonly Defect[] {
  return table.flatMap(([kind, what, operations, strikes]) =>
    spreadFamily(operations, {
      name: `crash-on-${kind}`,
      rule: 'no-server-error',
      does: `answers 500 to ${what}`,
      bends: oneBend(part, (decided, wire) =>
        strikes(decodeSegment(wire) ?? wire) ? refuse(REFUSALS.crash) : decided,
      ),
    }),
  );
}
