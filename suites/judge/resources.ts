import type { Arguments } from '../../generators/request/request-plan.ts';
import type { PathNames } from '../../generators/sharing/base-arguments.ts';
import type { ShareResource } from '../../generators/sharing/share-resource.ts';
import type { Operation } from '../../spec/contract/contract.ts';
import { responseOf, type Step } from '../checks/case-record.ts';
import { handlingOf } from '../checks/handling.ts';

/** A write on its way, as the register remembers it. */
export interface Intent {
  readonly role: 'create' | 'delete' | null;
  readonly key: string;
}

/**
 * The register of shares that a run created: what is to be removed, and what was left. Every create passes through
 * it before it leaves, which is where a ledger has its place.
 */
export class Resources {
  readonly #resource: ShareResource;
  /** Keys of shares that may be there, and whether that is certain. */
  readonly #left = new Map<string, boolean>();
  /** Of those, the ones that nobody said were created. */
  readonly #unanswered = new Set<string>();
  #created = 0;
  #deleted = 0;

  constructor(resource: ShareResource) {
    this.#resource = resource;
  }

  get created(): number {
    return this.#created;
  }

  get deleted(): number {
    return this.#deleted;
  }

  /** Keys of shares that were created and not deleted: `namespace/repository: account`. */
  get left(): readonly string[] {
    return [...this.#left.keys()].sort();
  }

  willSend(operation: Operation, args: Arguments): Intent {
    const role = operation.role === 'create' || operation.role === 'delete' ? operation.role : null;
    return { role, key: keyOf(this.#namesOf(operation, args)) };
  }

  wasAnswered(intent: Intent, step: Step): void {
    const handling = handlingOf(step);
    // A create that got no answer may have been carried out all the same.
    if (intent.role === 'create' && (handling === 'accepted' || handling === 'no-answer')) {
      if (handling === 'accepted') this.#created += 1;
      else if (!this.#left.has(intent.key)) this.#unanswered.add(intent.key);
      this.#left.set(intent.key, handling === 'accepted');
    }
    if (intent.role !== 'delete') return;
    if (handling === 'accepted') this.#deleted += this.#left.delete(intent.key) ? 1 : 0;
    // Cleanup that finds nothing has nothing to leave behind; one that may not remove what is there has.
    const nothing = responseOf(step)?.status === 404 || this.#unanswered.has(intent.key);
    if (step.purpose === 'cleanup' && handling === 'refused' && nothing) this.#left.delete(intent.key);
  }

  /** The shares that a case created, or may have created, and did not delete; the last first. */
  open(steps: readonly Step[]): PathNames[] {
    const open = new Map<string, PathNames>();
    for (const step of steps) {
      const { role } = step.operation;
      const handling = handlingOf(step);
      const names = this.#namesOf(step.operation, step.arguments);
      const mayExist = handling === 'accepted' || handling === 'server-error' || handling === 'no-answer';
      if (role === 'create' && mayExist && step.account !== null) open.set(keyOf(names), names);
      if (role === 'delete' && handling === 'accepted') open.delete(keyOf(names));
    }
    return [...open.values()].reverse();
  }

  #namesOf(operation: Operation, args: Arguments): PathNames {
    const account = this.#resource.account;
    if (operation.role !== 'create' || account === null) return args.path;
    const named =
      typeof args.body === 'object' && args.body !== null ? Reflect.get(args.body, account) : undefined;
    return typeof named === 'string' ? { ...args.path, [account]: named } : args.path;
  }
}

function keyOf(names: PathNames): string {
  const [account = '', ...parents] = Object.values(names).reverse();
  return `${parents.reverse().join('/')}: ${account}`;
}
