import { OPERATIONS, type OperationId } from '../operation.ts';
import { REFUSALS } from '../rules/refusal.ts';
import type { PresentedToken } from '../rules/token.ts';
import { CREATE, DELETE, type Defect, LIST, oneBend, SHOW, spreadFamily, UPDATE } from './defect.ts';

/** Tokens that are let in though they are wrong, the right one kept out, and refusals with another status. */
export const credentialDefects: readonly Defect[] = [
  ...letIn(
    'missing',
    'token-missing-rejected',
    'works without a token',
    ({ presented }) => presented === undefined,
  ),
  ...letIn('empty', 'token-empty-rejected', 'works with an empty token', ({ presented }) => presented === ''),
  ...letIn('garbage', 'token-garbage-rejected', 'works with any token', (token) => isGarbage(token)),
  ...letIn(
    'prefix',
    'token-prefix-rejected',
    'works with the beginning of the token',
    ({ presented, expected }) => !!presented && presented !== expected && expected.startsWith(presented),
  ),
  ...letIn(
    'extension',
    'token-extension-rejected',
    'works with more behind the token',
    ({ presented, expected }) => presented !== expected && presented?.startsWith(expected) === true,
  ),
  ...spreadFamily([SHOW], {
    name: 'token-in-any-case-accepted',
    rule: 'token-garbage-rejected',
    does: 'works with the token in another case',
    bends: oneBend('token', (decided, { presented, expected }) =>
      presented?.toLowerCase() === expected.toLowerCase() ? null : decided,
    ),
  }),
  ...spreadFamily([LIST, DELETE], {
    name: 'token-remembered-by-connection',
    rule: 'token-missing-rejected',
    does: 'works without a token on a connection that has carried the right one',
    bends: oneBend('token', (decided, { presented }, { connection }) =>
      presented === undefined && connection.authenticated ? null : decided,
    ),
  }),
  ...spreadFamily([CREATE, SHOW], {
    name: 'garbage-accepted-by-connection',
    rule: 'token-garbage-rejected',
    does: 'works with any token on a connection that has carried the right one',
    bends: oneBend('token', (decided, token, { connection }) =>
      isGarbage(token) && connection.authenticated ? null : decided,
    ),
  }),
  ...spreadFamily(OPERATIONS, {
    name: 'token-header-case-sensitive',
    rule: 'token-header-name-case-accepted',
    does: 'overlooks the token unless its header is written X-Auth-Token',
    bends: oneBend('token', (decided, _, { rawHeaders }) =>
      rawHeaders.some((name, index) => index % 2 === 0 && name === 'X-Auth-Token') ? decided : REFUSALS.token,
    ),
  }),
  ...refusedWith(403, [LIST, UPDATE], 'missing', ({ presented }) => presented === undefined),
  ...refusedWith(403, [CREATE], 'garbage', (token) => isGarbage(token)),
  ...refusedWith(404, [SHOW], 'garbage', (token) => isGarbage(token)),
  ...refusedWith(400, [DELETE], 'empty', ({ presented }) => presented === ''),
  ...refusedWith(302, [SHOW], 'missing', ({ presented }) => presented === undefined),
  ...spreadFamily([LIST, DELETE], {
    name: 'crash-on-wrong-token',
    rule: 'no-server-error',
    does: 'answers 500 to a wrong token',
    bends: oneBend('token', (decided, { presented }) =>
      decided !== null && presented ? REFUSALS.crash : decided,
    ),
  }),
];

function letIn(
  kind: string,
  rule: string,
  does: string,
  admits: (token: PresentedToken) => boolean,
): readonly Defect[] {
  const bends = oneBend('token', (decided, token) => (admits(token) ? null : decided));
  return spreadFamily(OPERATIONS, { name: `token-${kind}-accepted`, rule, does, bends });
}

function refusedWith(
  status: number,
  operations: readonly OperationId[],
  kind: string,
  strikes: (token: PresentedToken) => boolean,
): readonly Defect[] {
  const code = `SVCSTG.SWR.${status}0000`;
  return spreadFamily(operations, {
    name: `token-${kind}-answered-${status}`,
    rule: `token-${kind}-rejected`,
    does: `answers ${status} where the token is ${kind === 'garbage' ? 'wrong' : kind}`,
    bends: oneBend('token', (decided, token) =>
      decided !== null && strikes(token) ? { ...decided, status, code } : decided,
    ),
  });
}

/** Neither empty, nor the token, nor a shorter or longer form of it. */
function isGarbage({ presented, expected }: PresentedToken): boolean {
  return !!presented && !presented.startsWith(expected) && !expected.startsWith(presented);
}
