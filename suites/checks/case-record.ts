import type { Arguments, RequestPlan } from '../../generators/request/request-plan.ts';
import type { Exchange, ReceivedResponse } from '../../reports/exchange.ts';
import type { Contract, Operation } from '../../spec/contract/contract.ts';
import type { Polarity, Requirement } from '../../spec/requirements/requirement.ts';

export type Purpose = 'setup' | 'control' | 'subject' | 'read-back' | 'cleanup';

/**
 * What must become of a request, before it is sent: `accept`, `reject`, `recommend` (should be accepted),
 * `conflict` (a duplicate), `absent` (its share does not exist), `race` (it depends on requests sent at the same
 * time), `observe` (documents leave it open).
 */
export type Expectation = 'accept' | 'reject' | 'recommend' | 'conflict' | 'absent' | 'race' | 'observe';

/** One request of a case with what came back. */
export interface Step {
  readonly index: number;
  readonly operation: Operation;
  readonly purpose: Purpose;
  readonly expectation: Expectation;
  /** What it is sent for, or what the ground is prepared for; null where the case as a whole needs it. */
  readonly aim: Aim | null;
  /** Any refusal by anybody is fine, only success is not. */
  readonly anyRefusal: boolean;
  /** The change concerns a name in the path. */
  readonly namesInPath: boolean;
  /** The request as a valid one would be: nothing about it is changed. */
  readonly plain: boolean;
  /** Its change gives a member of the body the very value that controls give it. */
  readonly sameAsControl: boolean;
  /** Repository that the valid request, without its change, is about. */
  readonly basePlace: Place;
  readonly place: Place;
  /** Account that it is about; null for lists and where the change makes it unreadable. */
  readonly account: string | null;
  readonly arguments: Arguments;
  /** The body was replaced as a whole, so that what it says is not known. */
  readonly opaqueBody: boolean;
  readonly plan: RequestPlan;
  readonly exchange: Exchange;
  /** Steps with the same number were sent at once; null: this one was sent alone. */
  readonly race: number | null;
  /** Milliseconds since the case began: when the request left, and when its answer was there. */
  readonly sent: number;
  readonly at: number;
}

/** A repository by name, `/` and all. */
export interface Place {
  readonly namespace: string;
  readonly repository: string;
}

/** What an unusual request is sent for: a requirement, and what is unusual in a few words. */
export interface Aim {
  readonly requirement: string;
  readonly polarity: Polarity;
  readonly label: string;
}

/** Everything that happened in one case, in order: all that checks may look at. */
export interface CaseRecord {
  readonly steps: readonly Step[];
}

/** What checks know besides the record. */
export interface CheckContext {
  readonly contract: Contract;
  readonly requirements: ReadonlyMap<string, Requirement>;
  /** The run's clock at its start. */
  readonly clock: Date;
  /** Only what the run was told to use exists besides what others put there. */
  readonly provisioning: 'open' | 'fixed';
}

/** What one look at a case says about one requirement. */
export interface Judgement {
  readonly requirement: string;
  readonly outcome: 'upheld' | 'violated' | 'blocked' | 'observed';
  /** Violated: kind of deviation, independent of the values. Blocked: why nothing can be said. */
  readonly deviation: string;
  readonly expected: string;
  readonly actual: string;
  /** Index of the step that shows it. */
  readonly step: number;
}

/** A check looks at a finished case and says what it means for requirements of one family. */
export type Check = (record: CaseRecord, context: CheckContext) => readonly Judgement[];

/** The answer of a step, undefined where none arrived whole. */
export function responseOf(step: Step): ReceivedResponse | undefined {
  return step.exchange.outcome.kind === 'response' ? step.exchange.outcome.response : undefined;
}

/** What the endpoint did with a request. Redirects and 1xx are refusals: nothing was done here. */
export type Handling = 'accepted' | 'refused' | 'server-error' | 'no-answer' | 'throttled';
