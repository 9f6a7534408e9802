import { randomInt } from 'node:crypto';
import type { Contract } from '../../spec/contract/contract.ts';
import { Fault } from '../../spec/fault.ts';
import { buildCatalogue } from '../../spec/requirements/catalogue.ts';
import type { Requirement } from '../../spec/requirements/requirement.ts';
import { parseTarget, type Target } from '../../suites/exchange/target.ts';
import type { Provisions } from '../../suites/judge/case-names.ts';
import type { Plan } from '../../suites/judge/plan.ts';
import { loadContract } from './load-contract.ts';
import { readToken } from './options.ts';
import { checkProvisions } from './provisions.ts';
import type { RunOptions } from './run-options.ts';
import { select } from './select.ts';

/** What a run is going to do, complete but for the embedded endpoint's address. */
export interface PreparedRun {
  readonly plan: Plan;
  /** Null: the embedded endpoint is to be started. */
  readonly target: Target | null;
  readonly catalogue: readonly Requirement[];
}

const HOUR = 60 * 60 * 1000;

/**
 * Reads description and options into a plan; nothing is sent.
 * @throws Fault `usage` for whatever is wrong with them.
 */
export async function prepareRun(options: RunOptions): Promise<PreparedRun> {
  const contract = await loadContract(options.spec);
  const catalogue = buildCatalogue(contract);
  const token = readToken(options);
  const target = options.target === undefined ? null : parseTarget(options.target, token);
  const clock = options.clock ?? new Date();
  if (target !== null && Math.abs(clock.getTime() - Date.now()) > HOUR) {
    throw new Fault('usage', 'clock-too-far', 'The clock is more than an hour from this machine’s', {
      place: { option: '--clock' },
      hint: 'Only the embedded endpoint follows a clock that is set; leave --clock out for any other target.',
    });
  }
  const writes = mayWrite(target, options);
  const plan: Plan = {
    contract,
    catalogue,
    requirements: select(catalogue, options.only ?? [], options.skip ?? []),
    scope: { writes, provisions: provisionsOf(target, options, contract) },
    profile: options.profile,
    seed: options.seed ?? randomInt(-(2 ** 31), 2 ** 31),
    clock,
    concurrency: options.concurrency ?? (target === null || target.loopback ? 16 : 4),
    maxRequests: options.maxRequests ?? null,
  };
  return { plan, target, catalogue };
}

function mayWrite(target: Target | null, options: RunOptions): boolean {
  if (target === null || target.loopback) return true;
  if (options.allowWrites !== true) return false;
  throw new Fault(
    'usage',
    'writes-not-supported',
    'Writing to a target that is not on loopback is not supported yet',
    {
      place: { option: '--allow-writes' },
      hint: 'Leave it out: safe requests are sent, and what needs writes is out of scope.',
    },
  );
}

function provisionsOf(target: Target | null, options: RunOptions, contract: Contract): Provisions {
  const mode = options.provisioning ?? (target === null || target.loopback ? 'open' : 'fixed');
  const provisions: Provisions = {
    mode,
    assumed: options.provisioning === undefined,
    namespaces: options.namespace ?? [],
    repositories: options.repository ?? [],
    accounts: options.account ?? [],
  };
  if (mode === 'fixed' && (provisions.namespaces.length === 0 || provisions.repositories.length === 0)) {
    throw new Fault(
      'usage',
      'nothing-provisioned',
      'With fixed provisioning it must be said what may be used',
      {
        place: { option: '--provisioning' },
        hint: 'Name at least one of each: --namespace N --repository R, and --account A to share with.',
      },
    );
  }
  checkProvisions(contract, provisions);
  return provisions;
}
