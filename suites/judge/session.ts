import { setMaxListeners } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { type Change, NO_CHANGE } from '../../generators/request/change.ts';
import { type Arguments, applyChange, planRequest } from '../../generators/request/request-plan.ts';
import { baseArguments, type PathNames } from '../../generators/sharing/base-arguments.ts';
import type { ShareResource } from '../../generators/sharing/share-resource.ts';
import type { Contract, Operation, Role } from '../../spec/contract/contract.ts';
import type { Aim, Expectation, Place, Purpose, Step } from '../checks/case-record.ts';
import type { Sender } from '../exchange/sender.ts';
import type { Resources } from './resources.ts';

/** What sessions of a run share. */
export interface Ground {
  readonly contract: Contract;
  readonly resource: ShareResource;
  readonly sender: Sender;
  readonly clock: Date;
  readonly resources: Resources;
  readonly signal: AbortSignal;
  /** Requests after which only cleanup is sent; null: no limit. */
  readonly limit: number | null;
}

/** The run's requests are used up; what was created is still removed. */
export class LimitReached extends Error {}

/** Cleanup goes on when the run is stopped. */
const NEVER = new AbortController().signal;
// As many requests listen to it as are under way.
setMaxListeners(0, NEVER);

/** One request to be made: what it is about, and what is unusual about it. */
export interface Ask {
  readonly purpose: Purpose;
  readonly expectation: Expectation;
  readonly names: PathNames;
  readonly change?: Change;
  /** Members of the body beside the required ones, or other values for those. */
  readonly body?: Readonly<Record<string, Arguments['body']>>;
  readonly anyRefusal?: boolean;
  readonly aim?: Aim;
  readonly race?: number;
}

/** The requests of one case in order, and the shares that have to be removed afterwards. */
export class Session {
  readonly steps: Step[] = [];
  readonly #ground: Ground;
  readonly #began = performance.now();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  get resource(): ShareResource {
    return this.#ground.resource;
  }

  operation(role: Role): Operation | undefined {
    return this.#ground.resource.operations.get(role);
  }

  /** Sends one request and writes it down with its answer. */
  async ask(operation: Operation, ask: Ask): Promise<Step> {
    const change = ask.change ?? NO_CHANGE;
    const base = this.#baseArguments(operation, ask);
    const args = applyChange(base, change);
    const plan = planRequest(operation, base, change);
    const { resources, sender, signal, limit } = this.#ground;
    const removes = ask.purpose === 'cleanup';
    if (!removes) {
      signal.throwIfAborted();
      if (limit !== null && sender.sent >= limit) throw new LimitReached();
    }
    const before = resources.willSend(operation, args);
    const sent = performance.now() - this.#began;
    const exchange = await sender.send(plan, removes ? NEVER : signal);
    const step: Step = {
      index: this.steps.length,
      operation,
      purpose: ask.purpose,
      expectation: ask.expectation,
      aim: ask.aim ?? null,
      race: ask.race ?? null,
      anyRefusal: ask.anyRefusal ?? false,
      namesInPath: change.kind === 'parameter' && change.in === 'path',
      plain: change.kind === 'none' && ask.body === undefined,
      sameAsControl: isSame(change, base, args),
      basePlace: this.#place(base),
      place: this.#place(args),
      account: this.#account(operation, args),
      arguments: args,
      opaqueBody: change.kind === 'body' || change.kind === 'derived-body',
      plan,
      exchange,
      sent,
      at: performance.now() - this.#began,
    };
    resources.wasAnswered(before, step);
    this.steps.push(step);
    if (!removes) signal.throwIfAborted();
    return step;
  }

  /** Removes what the case created and did not remove itself, the last first. */
  async cleanUp(): Promise<void> {
    const operation = this.operation('delete');
    if (operation === undefined) return;
    for (const share of this.#ground.resources.open(this.steps)) {
      await this.ask(operation, { purpose: 'cleanup', expectation: 'observe', names: share });
    }
  }

  #baseArguments(operation: Operation, ask: Ask): Arguments {
    const base = baseArguments(operation, ask.names, { clock: this.#ground.clock });
    if (ask.body === undefined || typeof base.body !== 'object' || base.body === null) return base;
    const members = Object.entries({ ...base.body, ...ask.body }).filter((entry) => entry[1] !== undefined);
    return { ...base, body: Object.fromEntries(members) as Arguments['body'] };
  }

  #place(args: Arguments): Place {
    const [namespace = '', repository = ''] = this.#ground.resource.parents.map(
      (name) => args.path[name] ?? '',
    );
    return { namespace, repository: repository.replaceAll('$', '/') };
  }

  #account(operation: Operation, args: Arguments): string | null {
    const name = this.#ground.resource.account;
    if (name === null) return null;
    if (operation.role !== 'create') return args.path[name] ?? null;
    const account =
      typeof args.body === 'object' && args.body !== null ? Reflect.get(args.body, name) : undefined;
    return typeof account === 'string' ? account : null;
  }
}

/** A member set to what it is anyway, or left out where it is not. */
function isSame(change: Change, base: Arguments, args: Arguments): boolean {
  return change.kind === 'member' && isDeepStrictEqual(base.body, args.body);
}
