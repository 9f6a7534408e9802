import { accept, REFUSALS, type Reading, refuse } from './refusal.ts';
import { decodeSegment } from './segment.ts';

/** No document limits accounts; this bound only keeps answers small. UTF-16 units. */
const LONGEST_ACCOUNT = 1024;

/** The account that `access_domain` of the body names: any text that can also stand in a path. */
export function readAccessDomain(value: unknown): Reading<string> {
  if (value === undefined) {
    return refuse(REFUSALS.parameterMissing);
  }
  return typeof value === 'string' && isAccount(value) ? accept(value) : refuse(REFUSALS.account);
}

/** The account that a path segment names. */
export function readAccount(wire: string): Reading<string> {
  const account = decodeSegment(wire);
  return account !== null && account !== '' ? accept(account) : refuse(REFUSALS.account);
}

function isAccount(text: string): boolean {
  return text !== '' && text.length <= LONGEST_ACCOUNT && isPlainText(text);
}

/** Neither controls nor lone surrogates. */
export function isPlainText(text: string): boolean {
  return !/\p{Cc}|\p{Cs}/u.test(text);
}
