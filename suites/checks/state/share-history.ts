import type { Place, Step } from '../case-record.ts';

/** A share as the endpoint lists or shows it. */
export type Item = Readonly<Record<string, unknown>>;

/** What must be true of a share, from the requests that the endpoint accepted. */
export interface KnownShare {
  readonly account: string;
  /** The accepted write that its members come from, and the one that created it. */
  lastWrite: Step;
  readonly created: Step;
  /** The accepted write before the last one; the creation where there is only one. */
  previousWrite: Step;
  /** What was sent last; undefined where it may be anything (`description` left out of an update). */
  permit: unknown;
  deadline: unknown;
  description: unknown;
  /** The last listed item in which everything was as it must be, and the step that listed it. */
  verified: { readonly item: Item; readonly step: Step } | null;
  /** Members already found wrong since the last write: one deviation is told once. */
  readonly wrong: Set<string>;
}

/** What is known of one repository. */
export interface RepositoryHistory {
  readonly place: Place;
  readonly shares: Map<string, KnownShare>;
  readonly deleted: Map<string, Step>;
  /** Accounts of updates to shares that did not exist. */
  readonly neverThere: Map<string, Step>;
  /** Accounts about which nothing can be said: a write got no clear answer, or its body says nothing. */
  readonly unsure: Set<string>;
  /** Writes since the last reading, in order. */
  pending: Write[];
  /** Accepted writes to other repositories since then. */
  foreign: Write[];
}

/** A write that may have changed a repository. */
export interface Write {
  readonly step: Step;
  readonly kind: 'create' | 'update' | 'delete';
  readonly accepted: boolean;
}

/** Folding letter case is exempt from the ruling on account names (row 8b). */
export function sameAccount(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** An account beyond what every reading accepts (rulings, row 8a). */
export function isUnusual(account: string): boolean {
  return !/^[a-z][a-z0-9_-]{0,63}$/.test(account);
}

/** A repository about which nothing is known yet. */
export function newHistory(place: Place): RepositoryHistory {
  return {
    place,
    shares: new Map(),
    deleted: new Map(),
    neverThere: new Map(),
    unsure: new Set(),
    pending: [],
    foreign: [],
  };
}

/** Members of an object, none for anything else. */
export function membersOf(body: unknown): Item {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {};
}
