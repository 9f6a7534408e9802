import type { Wire } from '../call.ts';
import type { OperationId } from '../operation.ts';

export interface Route {
  readonly operation: OperationId;
  readonly wire: Wire;
}

const UPON_ALL: Readonly<Record<string, OperationId>> = { POST: 'createRepoDomains', GET: 'listRepoDomains' };
const UPON_ONE: Readonly<Record<string, OperationId>> = {
  GET: 'showAccessDomain',
  PATCH: 'updateRepoDomains',
  DELETE: 'deleteRepoDomains',
};

/**
 * The operation that a method and a raw request target name; null for none. A query is ignored, an empty segment
 * names nothing, and `collections` says how the segment before the repository may be spelt.
 */
export function routeRequest(method: string, target: string, collections: readonly string[]): Route | null {
  const path = target.split(/[?#]/, 1)[0] ?? '';
  const [root, version, manage, namespaces, namespace, collection, repository, domains, account, ...rest] =
    path.replace(/^https?:\/\/[^/]*/i, '').split('/');
  const fixed = root === '' && version === 'v2' && manage === 'manage' && namespaces === 'namespaces';
  if (!fixed || !collections.includes(collection ?? '') || domains !== 'access-domains' || rest.length > 0) {
    return null;
  }
  if (!namespace || !repository || account === '') {
    return null;
  }
  const operation = (account === undefined ? UPON_ALL : UPON_ONE)[method];
  return operation === undefined
    ? null
    : { operation, wire: { namespace, repository, account: account ?? null } };
}
