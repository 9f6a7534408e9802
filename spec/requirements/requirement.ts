import type { Basis, Level, Need, Source } from '../contract/contract.ts';

/** The place of a request that a constraint speaks about. */
export interface Subject {
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly name: string;
  /** For a body: pointer to the member, from the root of the body; else empty. */
  readonly pointer: string;
}

export type Polarity = 'accepted' | 'recommended' | 'rejected' | 'observed';

/** The things that fail whatever is sent. */
export const INVARIANTS = [
  'no-server-error',
  'answers-in-time',
  'refusal-changes-nothing',
  'touches-only-its-share',
] as const;
export type Invariant = (typeof INVARIANTS)[number];

/** What is to be judged, as data: generators read from it what to send, checks what to look at. */
export type Rule =
  | { readonly kind: 'success-status'; readonly status: number }
  | { readonly kind: 'declared-statuses'; readonly statuses: readonly number[] }
  | {
      readonly kind: 'response-schema';
      readonly status: number;
      readonly strength: 'required' | 'recommended';
    }
  | { readonly kind: 'response-content-type'; readonly status: number }
  | {
      readonly kind: 'constraint';
      readonly subject: Subject;
      readonly keyword: string;
      readonly polarity: Polarity;
    }
  | { readonly kind: 'request-form'; readonly form: string; readonly polarity: Polarity }
  | { readonly kind: 'credential'; readonly form: string; readonly polarity: Polarity }
  | { readonly kind: 'invariant'; readonly invariant: Invariant }
  | { readonly kind: 'behaviour'; readonly behaviour: string };

/** One promise of the contract that can be upheld or violated by itself. */
export interface Requirement {
  /** `operationId/rule`, kebab-case, stable for ever; grammar in spec/requirements/identifier.ts. */
  readonly id: string;
  readonly operation: string;
  readonly side: 'server' | 'client';
  readonly level: Level;
  readonly basis: Basis;
  readonly title: string;
  readonly sources: readonly Source[];
  readonly needs: readonly Need[];
  readonly rule: Rule;
}
