import type { Json } from '../../generators/labelled.ts';
import { type Arguments, planRequest } from '../../generators/request/request-plan.ts';
import type { Operation, Role } from '../../spec/contract/contract.ts';
import type { CaseRecord, Place, Step } from '../checks/case-record.ts';
import type { Answer } from './answers.ts';
import type { SharingContract } from './sharing-contract.ts';

/** What may be said of a step beside its operation, account and answer; the rest is as in a plain valid request. */
export interface Telling
  extends Partial<Omit<Step, 'index' | 'operation' | 'arguments' | 'plan' | 'exchange' | 'basePlace'>> {
  readonly basePlace?: Place;
  /** Members of the body instead of or beside the required ones; undefined leaves one out. */
  readonly body?: Readonly<Record<string, Json | undefined>>;
}

export const BUSYBOX: Place = { namespace: 'group', repository: 'busybox' };

/** A case as checks see it, told request by request. Everything told is a plain valid request unless it says more. */
export class Story {
  readonly #sharing: SharingContract;
  readonly #steps: Step[] = [];

  constructor(sharing: SharingContract) {
    this.#sharing = sharing;
  }

  get record(): CaseRecord {
    return { steps: this.#steps };
  }

  create(account: string | null, answered: Answer, telling: Telling = {}): this {
    return this.#tell('create', account, answered, telling);
  }

  list(answered: Answer, telling: Telling = {}): this {
    return this.#tell('list', null, answered, telling);
  }

  show(account: string, answered: Answer, telling: Telling = {}): this {
    return this.#tell('show', account, answered, telling);
  }

  update(account: string, answered: Answer, telling: Telling = {}): this {
    return this.#tell('update', account, answered, telling);
  }

  delete(account: string, answered: Answer, telling: Telling = {}): this {
    return this.#tell('delete', account, answered, telling);
  }

  #tell(role: Role, account: string | null, outcome: Answer, { body, ...more }: Telling): this {
    const operation = this.#sharing.operation(role);
    const place = more.place ?? BUSYBOX;
    const args = argumentsOf(operation, place, account, body);
    const plan = planRequest(operation, args, { kind: 'none' });
    const request = {
      method: plan.method,
      url: `http://127.0.0.1${plan.path}`,
      headers: [],
      body: plan.body,
    };
    this.#steps.push({
      index: this.#steps.length,
      operation,
      purpose: 'subject',
      expectation: 'accept',
      aim: null,
      sameAsControl: false,
      anyRefusal: false,
      namesInPath: false,
      plain: true,
      basePlace: place,
      place,
      account,
      arguments: args,
      opaqueBody: false,
      race: null,
      plan,
      exchange: { request, outcome },
      // Answers come at once: a step is told by the time of its answer alone.
      sent: more.at ?? this.#steps.length,
      at: this.#steps.length,
      ...more,
    });
    return this;
  }
}

function argumentsOf(
  operation: Operation,
  place: Place,
  account: string | null,
  body: Telling['body'],
): Arguments {
  const required = { permit: 'read', deadline: 'forever', ...body };
  const members =
    operation.role === 'create' ? { access_domain: account ?? undefined, ...required } : required;
  const path = { namespace: place.namespace, repository: place.repository.replaceAll('/', '$') };
  return {
    path: operation.role === 'create' || account === null ? path : { ...path, access_domain: account },
    query: {},
    headers: {},
    body: operation.body === null ? undefined : defined(members),
  };
}

function defined(members: Readonly<Record<string, Json | undefined>>): Json {
  const present = Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return Object.fromEntries(present);
}
