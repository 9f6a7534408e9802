import type { CheckContext } from '../case-record.ts';
import type { Item, KnownShare } from './share-history.ts';

/** What one member of a listed share must be; undefined where the documents leave it open. */
export interface Expected {
  readonly rule: string;
  readonly expected: string;
  readonly kept: boolean;
}

/** An instant written as the documents write it: a `T`, a `Z`, whole seconds or a fraction. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

const DAY = 24 * 60 * 60 * 1000;

/** The members of a listed share against what was last written to it (rulings, rows 10, 13, 14, 23). */
export function expectedMembers(share: KnownShare, item: Item): Expected[] {
  const updated = share.lastWrite !== share.created;
  return [
    ...(updated ? [] : permitExpected(share, item)),
    ...deadlineExpected(share, item, updated ? 'deadline-replaced' : 'deadline-reads-back'),
    ...descriptionExpected(share, item, updated),
  ];
}

function permitExpected(share: KnownShare, item: Item): Expected[] {
  if (share.permit !== 'read') return [];
  return [{ rule: 'permit-reads-back', expected: 'permit "read"', kept: item['permit'] === 'read' }];
}

function deadlineExpected(share: KnownShare, item: Item, rule: string): Expected[] {
  const sent = share.deadline;
  if (sent === 'forever')
    return [{ rule, expected: 'deadline "forever"', kept: item['deadline'] === 'forever' }];
  const instant = instantOf(sent);
  if (typeof sent !== 'string' || instant === undefined || share.lastWrite.expectation === 'observe')
    return [];
  const listed = instantOf(item['deadline']);
  // A whole second comes back as the same instant; milliseconds may be lost, wholly or in part.
  const tolerance = instant % 1000 === 0 ? 0 : 999;
  const kept = listed !== undefined && Math.abs(listed - instant) <= tolerance;
  return [{ rule, expected: `deadline ${JSON.stringify(sent)}, however its fraction is printed`, kept }];
}

function descriptionExpected(share: KnownShare, item: Item, updated: boolean): Expected[] {
  const sent = share.description;
  const listed = item['description'];
  if (sent === null) {
    const kept = typeof listed === 'string';
    return [{ rule: 'null-description-reads-as-string', expected: 'description is a string', kept }];
  }
  if (typeof sent !== 'string') return [];
  const body = share.lastWrite.arguments.body;
  const omitted = typeof body === 'object' && body !== null && !Object.hasOwn(body, 'description');
  if (omitted) {
    if (updated) return [];
    return [{ rule: 'description-omitted-reads-empty', expected: 'description ""', kept: listed === '' }];
  }
  if (!isPlainText(sent)) return [];
  const rule = updated ? 'description-replaced' : 'description-reads-back';
  return [{ rule, expected: `description ${JSON.stringify(sent)}`, kept: listed === sent }];
}

/** Text that must come back unchanged once accepted (rulings, row 14b). */
export function isPlainText(text: string): boolean {
  if ([...text].length > 255 || text !== text.normalize('NFC') || text !== text.trim()) return false;
  return !/[\p{C}\u2028\u2029]|[\u{10000}-\u{10ffff}]/u.test(text);
}

/**
 * What `status` must be (row 13): true for `forever` and from two days before the deadline on, false from two days
 * after it on; undefined on the days between, for which no edition gives the time zone.
 */
export function expectedStatus(item: Item, context: CheckContext): boolean | undefined {
  if (item['deadline'] === 'forever') return true;
  const deadline = instantOf(item['deadline']);
  if (deadline === undefined) return undefined;
  const ahead = deadline - context.clock.getTime();
  if (ahead >= 2 * DAY) return true;
  return ahead <= -2 * DAY ? false : undefined;
}

/**
 * Whether a share is bound to be there: its deadline is `forever`, or two days ahead at least. What becomes of one
 * that is nearer, past, or written in another way is unspecified (rows 12, 13b, 21).
 */
export function isLasting(share: KnownShare, context: CheckContext): boolean {
  if (share.deadline === 'forever') return true;
  const deadline = instantOf(share.deadline);
  return deadline !== undefined && deadline - context.clock.getTime() >= 2 * DAY;
}

/** Milliseconds of an instant in the documented form, undefined for anything else. */
export function instantOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !INSTANT.test(value)) return undefined;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? undefined : instant;
}
