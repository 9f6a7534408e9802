import { OPERATIONS, type OperationId } from '../operation.ts';
import type { Outcome } from '../rules/outcome.ts';
import { REFUSALS, type Refusal } from '../rules/refusal.ts';
import { CREATE, DELETE, type Defect, LIST, oneBend, SHOW, spreadFamily, UPDATE } from './defect.ts';

const SUCCESSES: readonly (readonly [OperationId, number])[] = [
  [CREATE, 200],
  [CREATE, 202],
  [LIST, 201],
  [LIST, 206],
  [SHOW, 202],
  [UPDATE, 200],
  [UPDATE, 204],
  [DELETE, 200],
  [DELETE, 202],
];

/** Refusals with a status that the pages do not list. */
const UNLISTED: readonly (readonly [OperationId, string, string, Refusal, number])[] = [
  [CREATE, 'permit', 'a wrong permit', REFUSALS.permit, 422],
  [CREATE, 'body', 'a body that is no object', REFUSALS.parameters, 415],
  [CREATE, 'member', 'a missing member', REFUSALS.parameterMissing, 404],
  [UPDATE, 'permit', 'a wrong permit', REFUSALS.permit, 409],
  [UPDATE, 'deadline', 'a wrong deadline', REFUSALS.parameterInvalid, 422],
  [LIST, 'namespace', 'a wrong namespace', REFUSALS.namespace, 422],
  [SHOW, 'namespace', 'a wrong namespace', REFUSALS.namespace, 403],
  [SHOW, 'repository', 'a wrong repository', REFUSALS.repository, 410],
  [DELETE, 'repository', 'a wrong repository', REFUSALS.repository, 405],
  [LIST, 'repository', 'a wrong repository', REFUSALS.repository, 406],
];

/** Codes whose digits name another status than the answer has. */
const CODES: readonly (readonly [OperationId, string])[] = [
  [CREATE, 'SVCSTG.SWR.5000032'],
  [LIST, 'SVCSTG.SWR.4030170'],
  [SHOW, 'SVCSTG.SWR.4040058'],
  [UPDATE, 'SVCSTG.SWR.5000092'],
  [DELETE, 'SVCSTG.SWR.4040091'],
];

/** Answers whose status line is wrong. */
export const statusDefects: readonly Defect[] = [
  ...SUCCESSES.flatMap(([operation, status]) =>
    spreadFamily([operation], {
      name: `success-answered-${status}`,
      rule: 'success-status',
      does: `answers ${status} when it succeeds`,
      bends: oneBend('answer', (decided, { outcome }) =>
        succeeds(outcome) ? { ...decided, status } : decided,
      ),
    }),
  ),
  ...spreadFamily([DELETE], {
    name: 'success-answered-200-with-body',
    rule: 'success-status',
    does: 'answers 200 and the deleted account when it succeeds',
    bends: oneBend('answer', (decided, { outcome }) =>
      outcome.kind === 'deleted'
        ? {
            ...decided,
            status: 200,
            headers: { ...decided.headers, 'Content-Type': 'application/json' },
            body: JSON.stringify({ access_domain: outcome.share?.account ?? '' }),
          }
        : decided,
    ),
  }),
  ...spreadFamily([LIST, DELETE], {
    name: 'wrong-namespace-answered-404-without-code',
    rule: 'declared-statuses-only',
    does: 'answers 404 without a code to a wrong namespace',
    bends: oneBend('answer', (decided, { outcome }) =>
      outcome.kind === 'refused' && outcome.refusal.code === REFUSALS.namespace.code
        ? { ...decided, status: 404, body: '{"message":"Not Found"}' }
        : decided,
    ),
  }),
  ...UNLISTED.flatMap(([operation, kind, what, refusal, status]) =>
    spreadFamily([operation], {
      name: `wrong-${kind}-answered-${status}`,
      rule: 'declared-statuses-only',
      does: `answers ${status} to ${what}`,
      bends: oneBend('outcome', (decided) =>
        decided.kind === 'refused' && decided.refusal.code === refusal.code
          ? { ...decided, refusal: { ...refusal, status, code: `SVCSTG.SWR.${status}0000` } }
          : decided,
      ),
    }),
  ),
  ...CODES.flatMap(([operation, code]) =>
    spreadFamily([operation], {
      name: 'foreign-error-code',
      rule: 'error-code-matches-status',
      does: 'answers every refusal with a code of another status',
      bends: oneBend('refusal', (decided, refusal) =>
        JSON.parse(JSON.stringify(decided).replaceAll(refusal.code, code)),
      ),
    }),
  ),
  ...spreadFamily([CREATE], {
    name: 'duplicate-code-answered-400',
    rule: 'duplicate-refused',
    does: 'answers 400 to a duplicate',
    bends: oneBend('outcome', (decided) =>
      decided.kind === 'refused' && decided.refusal.code === REFUSALS.duplicate.code
        ? { ...decided, refusal: { ...REFUSALS.parameterInvalid } }
        : decided,
    ),
  }),
  ...OPERATIONS.flatMap((operation) =>
    spreadFamily([operation], {
      name: 'answer-cut-short',
      rule: 'answers-in-time',
      does: 'breaks the connection off in the middle of some answers',
      bends: oneBend('answer', (decided, _, { wire }) =>
        wire.namespace.length % 2 === 0 ? { ...decided, delivery: 'cut' as const } : decided,
      ),
    }),
  ),
  ...spreadFamily([SHOW], {
    name: 'never-answered',
    rule: 'answers-in-time',
    does: 'never answers where the share does not exist',
    bends: oneBend('answer', (decided, { outcome }) =>
      outcome.kind === 'shown' && outcome.share === undefined
        ? { ...decided, delivery: 'never' as const }
        : decided,
    ),
  }),
];

function succeeds(outcome: Outcome): boolean {
  return outcome.kind !== 'refused';
}
