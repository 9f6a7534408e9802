import { Fault } from '../../spec/fault.ts';

/** The endpoint under test: where it is, and what proves who we are. */
export interface Target {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Path prefix without a trailing slash, `''` at the root. */
  readonly prefix: string;
  readonly token: string | null;
  readonly embedded: boolean;
  readonly loopback: boolean;
}

/**
 * A target from what the user gave.
 * @throws Fault `usage`: no URL, not HTTP, with credentials, query or fragment.
 */
export function parseTarget(text: string, token: string | null, embedded = false): Target {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    throw wrongTarget(`"${text}" is no http or https URL`);
  }
  if (url.username !== '' || url.password !== '')
    throw wrongTarget('The URL carries a user name or password');
  if (url.search !== '' || url.hash !== '') throw wrongTarget('The URL carries a query or a fragment');
  return {
    origin: url.origin,
    prefix: url.pathname.replace(/\/+$/, ''),
    token,
    embedded,
    loopback: isLoopback(url.hostname),
  };
}

/** The target as people write it. */
export function targetUrl(target: Target): string {
  return target.origin + target.prefix;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function wrongTarget(message: string): Fault {
  return new Fault('usage', 'bad-target', message, {
    place: { option: '--target' },
    hint: 'Give scheme, host, port and at most a path prefix, e.g. --target http://127.0.0.1:4010.',
  });
}
