import dns from 'node:dns';

/** A host that nobody takes for loopback by its name. */
export const FOREIGN_HOST = 'swr.example';

/**
 * Lets `FOREIGN_HOST` lead to this machine until the returned function is called: a target that is not on loopback,
 * without a packet that leaves the machine. Node's sockets ask `dns.lookup`, whichever it is at that time.
 */
export function hostAtHome(): () => void {
  const lookup = dns.lookup;
  const homely = (host: string, ...rest: unknown[]): void => {
    Reflect.apply(lookup, dns, [host === FOREIGN_HOST ? '127.0.0.1' : host, ...rest]);
  };
  Reflect.set(dns, 'lookup', homely);
  return () => {
    Reflect.set(dns, 'lookup', lookup);
  };
}
