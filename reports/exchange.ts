/** A request as it left: the target without path, the exact path and query, headers in order, body as bytes. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | null;
}

/** An answer that arrived whole. Header names are lower-case; values of repeated headers are joined by `, `. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Milliseconds from sending to the last byte. */
  readonly elapsed: number;
}

/** Why no whole answer arrived. */
export type TransportFailure =
  | { readonly kind: 'timeout'; readonly message: string }
  | { readonly kind: 'connection'; readonly code: string; readonly message: string }
  | { readonly kind: 'protocol'; readonly message: string }
  | { readonly kind: 'too-large'; readonly message: string }
  | { readonly kind: 'cancelled'; readonly message: string };

/** What crossed the wire, once. */
export interface Exchange {
  readonly request: SentRequest;
  readonly outcome:
    | { readonly kind: 'response'; readonly response: ReceivedResponse }
    | { readonly kind: 'failure'; readonly failure: TransportFailure };
}
