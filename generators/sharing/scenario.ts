import type { Role } from '../../spec/contract/contract.ts';
import type { Json, Labelled } from '../labelled.ts';

/** One request of a scenario; whether it must succeed follows from the ones before it. */
export interface Command {
  readonly role: Role;
  /** Repository and account, counted from 0; which names they get is decided when the scenario is run. */
  readonly repository: number;
  readonly account: number;
  /** Another name for the account than the one it would get. */
  readonly accountName?: string;
  /** In the path, signs that need no escape are not escaped (RFC 3986 §3.3). */
  readonly raw?: true;
  /** Members of the body beside or instead of the required ones. */
  readonly body?: Readonly<Record<string, Json>>;
  /** The documents leave open what becomes of it. */
  readonly open?: boolean;
  /** Commands that follow each other with the same number are sent at once. */
  readonly race?: number;
  /** Milliseconds to wait before it is sent. */
  readonly wait?: number;
}

/** A life of a few shares as data. */
export interface Scenario {
  readonly kind: 'scenario';
  readonly name: string;
  readonly commands: readonly Command[];
}

/** How many repositories and accounts may be used. */
export interface Room {
  readonly repositories: number;
  readonly accounts: number;
}

/** What a scenario is about, and which behaviours it shows. */
export interface ScenarioPlan {
  readonly name: string;
  /** Behaviour rules that cannot be judged without it. */
  readonly shows: readonly string[];
  /** It sends account names that must not be real accounts. */
  readonly unusualAccounts?: true;
  /** One run of it says all; it takes seconds. */
  readonly once?: true;
  readonly scenarios: readonly Labelled<Scenario>[];
}

/** Numbers of the repositories, nine of them, whose names are easily taken for one another. */
export const COLLIDING = 900;

/** Number of the repository whose name gets a slash, where names are not fixed. */
export const SLASHED = 999;
