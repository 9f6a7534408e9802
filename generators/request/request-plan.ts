import type { Operation } from '../../spec/contract/contract.ts';
import type { Json } from '../labelled.ts';
import type { Change, Credential } from './change.ts';
import { deriveBody } from './derive-body.ts';
import { encodeSegment } from './encode-segment.ts';
import { replaceMember } from './replace-member.ts';

/** Values for every place of a request. Path values are in wire form, not yet percent-encoded. */
export interface Arguments {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: no body. */
  readonly body: Json | undefined;
}

/** A request ready to be sent to any target; only the token is still missing. */
export interface RequestPlan {
  readonly operation: string;
  readonly method: string;
  /** Path and query below the target's URL, exactly as they go on the wire. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | null;
  readonly tokenHeader: string | null;
  readonly credential: Credential;
  /** `fresh`: on a connection that nothing has been sent on before. */
  readonly connection: 'shared' | 'fresh';
}

/** The request of an operation with these arguments, changed in at most one place. */
export function planRequest(operation: Operation, args: Arguments, change: Change): RequestPlan {
  const changed = applyChange(args, change);
  const body = bodyBytes(changed.body, change);
  const type = change.kind === 'content-type' ? change.value : operation.contentType;
  const fallback = body === null || operation.body === null ? null : operation.body.mediaType;
  const contentType = change.kind === 'content-type' ? type : (type ?? fallback);
  const headers: (readonly [string, string])[] = Object.entries(changed.headers);
  if (contentType !== null) headers.push(['Content-Type', contentType]);
  return {
    operation: operation.id,
    method: operation.method,
    path: fillPath(operation.path, changed.path, change) + queryText(changed.query),
    headers,
    body,
    tokenHeader: operation.security?.header ?? null,
    credential: change.kind === 'credential' ? change.credential : { kind: 'good' },
    connection: change.kind === 'credential' ? change.connection : 'shared',
  };
}

/** The arguments after a change, as far as it concerns one of them. */
export function applyChange(args: Arguments, change: Change): Arguments {
  if (change.kind === 'member') {
    return { ...args, body: replaceMember(args.body, change.pointer, change.value) };
  }
  if (change.kind === 'without') {
    const body = change.pointers.reduce(
      (rest, pointer) => replaceMember(rest, pointer, undefined),
      args.body,
    );
    return { ...args, body };
  }
  if (change.kind !== 'parameter') return args;
  const place = change.in === 'header' ? 'headers' : change.in;
  // Members keep their order: what names a share is told by it.
  const changed = Object.entries({ ...args[place], [change.name]: change.value });
  return { ...args, [place]: Object.fromEntries(changed.filter(([, value]) => value !== null)) };
}

function bodyBytes(body: Json | undefined, change: Change): Uint8Array | null {
  if (change.kind === 'body') {
    if (change.bytes !== undefined) return Uint8Array.from(change.bytes);
    return change.text === null ? null : new TextEncoder().encode(change.text);
  }
  if (change.kind === 'derived-body') return deriveBody(body ?? {}, change.form, change.variant);
  return body === undefined ? null : new TextEncoder().encode(JSON.stringify(body));
}

function fillPath(template: string, values: Readonly<Record<string, string>>, change: Change): string {
  const filled = template.replaceAll(/\{([^}]+)\}/g, (_match, name: string) => {
    if (
      change.kind === 'parameter' &&
      change.in === 'path' &&
      change.name === name &&
      change.encoded !== undefined
    )
      return change.encoded;
    return encodeSegment(values[name] ?? '');
  });
  return change.kind === 'path' ? filled.replace(change.from, change.to) : filled;
}

function queryText(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
