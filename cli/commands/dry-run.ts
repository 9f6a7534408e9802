import type { RequestPlan } from '../../generators/request/request-plan.ts';
import { shareResource } from '../../generators/sharing/share-resource.ts';
import type { Exchange } from '../../reports/exchange.ts';
import type { Sender } from '../../suites/exchange/sender.ts';
import type { Execution } from '../../suites/judge/execute-case.ts';
import { groupsOf } from '../../suites/judge/plan.ts';
import { Resources } from '../../suites/judge/resources.ts';
import { sweep } from '../../suites/judge/sweep.ts';
import type { PreparedRun } from './prepare-run.ts';

/**
 * What a run would send, counted by operation. The whole sweep is played against nobody, every request taken as
 * accepted: as many requests as a sweep can come to. Making findings small comes on top.
 */
export async function countPlanned({ plan, target }: PreparedRun): Promise<string> {
  const counts = new Map(plan.contract.operations.map(({ id }) => [id, 0]));
  const resource = shareResource(plan.contract);
  const signal = new AbortController().signal;
  const sender = nobody(plan.contract.operations, (id) => counts.set(id, (counts.get(id) ?? 0) + 1));
  const ground = {
    contract: plan.contract,
    resource,
    sender,
    clock: plan.clock,
    resources: new Resources(resource),
    signal,
    limit: plan.maxRequests,
  };
  const context = {
    contract: plan.contract,
    requirements: new Map(plan.catalogue.map((requirement) => [requirement.id, requirement])),
    clock: plan.clock,
    provisioning: plan.scope.provisions.mode,
  };
  const execution: Execution = { plan, ground, context };
  const groups = groupsOf(plan);
  await sweep(execution, groups, () => {});
  const width = Math.max(...[...counts.keys()].map((id) => id.length));
  const lines = plan.contract.operations.map(
    ({ id, method, path }) =>
      `  ${id.padEnd(width)}  ${String(counts.get(id)).padStart(6)}  ${method} ${path}`,
  );
  const where = target === null ? 'the embedded endpoint' : target.origin + target.prefix;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return `Would send about ${total} requests to ${where}, in ${groups.length} groups:\n${lines.join('\n')}\nNothing was sent.\n`;
}

function nobody(
  operations: PreparedRun['plan']['contract']['operations'],
  count: (operation: string) => void,
): Sender {
  let sent = 0;
  return {
    get sent() {
      return sent;
    },
    send: async (plan: RequestPlan): Promise<Exchange> => {
      sent += 1;
      count(plan.operation);
      const operation = operations.find(({ id }) => id === plan.operation);
      const status = operation?.responses.find((one) => one.status < 300)?.status ?? 200;
      return {
        request: { method: plan.method, url: plan.path, headers: plan.headers, body: plan.body },
        outcome: { kind: 'response', response: { status, headers: {}, body: new Uint8Array(), elapsed: 0 } },
      };
    },
    close: async () => {},
  };
}
