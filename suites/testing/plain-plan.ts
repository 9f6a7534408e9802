import type { RequestPlan } from '../../generators/request/request-plan.ts';

/** A request of no operation in particular, with what a test says of it. */
export function plainPlan(change: Partial<RequestPlan> = {}): RequestPlan {
  return {
    operation: 'x',
    method: 'GET',
    path: '/',
    headers: [],
    body: null,
    tokenHeader: 'X-Auth-Token',
    credential: { kind: 'good' },
    connection: 'shared',
    ...change,
  };
}
