import type { OperationId } from './operation.ts';
import type { SharesView } from './shares.ts';

/** What a connection remembers between its requests; only defects read it. */
export interface Connection {
  authenticated: boolean;
}

/** A request that arrived whole, with all that rules may know. */
export interface Call {
  /** Null where no operation is routed. */
  readonly operation: OperationId | null;
  /** Path segments as they came, still percent-encoded; `account` is null where the path ends before it. */
  readonly wire: Wire;
  /** Names lower-case, repeated ones joined. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names and values by turns, as they came. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
  readonly connection: Connection;
  /** Microseconds since 1970; no two calls share one. */
  readonly now: number;
  readonly shares: SharesView;
}

export interface Wire {
  readonly namespace: string;
  readonly repository: string;
  readonly account: string | null;
}
