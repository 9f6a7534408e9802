import type { Json } from '../labelled.ts';

/** How a request proves who sends it; relative to the good token, which no generator ever sees. */
export type Credential =
  | { readonly kind: 'good' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'garbage'; readonly value: string }
  /** The good token without its last characters; `keep` is a share of its length between 0 and 1. */
  | { readonly kind: 'prefix'; readonly keep: number }
  | { readonly kind: 'extension'; readonly suffix: string }
  /** The good token with its letters in the other case; garbage where it has none. */
  | { readonly kind: 'recased' }
  /** The good token under the header's name in other letters. */
  | { readonly kind: 'renamed'; readonly header: string };

/** Ways to spoil, wrap or decorate a valid JSON body. */
export type BodyForm =
  | 'truncated'
  | 'in-array'
  | 'in-string'
  | 'invalid-utf8'
  | 'byte-order-mark'
  | 'duplicate-members'
  | 'trailing-text'
  | 'unknown-member'
  | 'reversed'
  | 'spaced'
  | 'escaped';

/** How a request differs from a valid one: in exactly one place. */
export type Change =
  | { readonly kind: 'none' }
  /** A path, query or header parameter; in a path, `encoded` overrides how the segment is written. */
  | {
      readonly kind: 'parameter';
      readonly in: 'path' | 'query' | 'header';
      readonly name: string;
      readonly value: string | null;
      readonly encoded?: string;
    }
  /** A member of the body; no `value`: it is left out. */
  | { readonly kind: 'member'; readonly pointer: string; readonly value?: Json }
  /** Several members of the body left out. */
  | { readonly kind: 'without'; readonly pointers: readonly string[] }
  /** The body as a whole, byte for byte; null: none. `text` is UTF-8 unless `bytes` says otherwise. */
  | { readonly kind: 'body'; readonly text: string | null; readonly bytes?: readonly number[] }
  /** A text made of the valid body's own: see generators/request/derive-body.ts. */
  | { readonly kind: 'derived-body'; readonly form: BodyForm; readonly variant: number }
  | { readonly kind: 'content-type'; readonly value: string | null }
  | { readonly kind: 'credential'; readonly credential: Credential; readonly connection: 'shared' | 'fresh' }
  /** Another spelling of the path's fixed part. */
  | { readonly kind: 'path'; readonly from: string; readonly to: string };

export const NO_CHANGE: Change = { kind: 'none' };
