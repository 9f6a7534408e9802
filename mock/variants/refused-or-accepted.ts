import { findAimedShare } from '../defects/rough-request.ts';
import { bend } from '../deviation.ts';
import { isObject, parseJson } from '../rules/body.ts';
import { isStillValid } from '../rules/deadline.ts';
import { isName, NAMESPACE_RULE, type NameRule, REPOSITORY_RULE } from '../rules/name.ts';
import type { Outcome } from '../rules/outcome.ts';
import { accept, REFUSALS, refuse } from '../rules/refusal.ts';
import { decodeSegment } from '../rules/segment.ts';
import type { Variant } from './variant.ts';

const NARROW_ACCOUNT = /^[a-z][a-z0-9_-]{0,63}$/;

/** Values between what must be accepted and what must be refused. */
export const refusedOrAcceptedVariants: readonly Variant[] = [
  {
    name: 'hyphen-runs-accepted',
    title: 'Several hyphens in a row are accepted in names.',
    bends: [
      bend('namespace', (decided, wire) => {
        const name = decodeSegment(wire);
        return !decided.ok && name !== null && isWithHyphenRuns(name, NAMESPACE_RULE)
          ? accept(name)
          : decided;
      }),
      bend('repository', (decided, wire) => {
        const name = decodeSegment(wire)?.replaceAll('$', '/');
        return !decided.ok && name && isWithHyphenRuns(name, REPOSITORY_RULE) ? accept(name) : decided;
      }),
    ],
  },
  {
    name: 'encoded-slash-accepted',
    title: 'A repository may be written with %2F for its slashes.',
    bends: [
      bend('repository', (decided, wire) => {
        const name = /%2f/i.test(wire) ? decodeSegment(wire)?.replaceAll('$', '/') : undefined;
        return name !== undefined && isName(name, REPOSITORY_RULE) ? accept(name) : decided;
      }),
    ],
  },
  {
    name: 'wrong-names-not-found',
    title: 'A wrong namespace or repository is answered 404 with a documented code.',
    bends: [
      bend('namespace', (decided) => (decided.ok ? decided : refuse(REFUSALS.namespaceAbsent))),
      bend('repository', (decided) => (decided.ok ? decided : refuse(REFUSALS.repositoryAbsent))),
    ],
  },
  {
    name: 'duplicate-checked-first',
    title: 'A duplicate whose body is wrong besides is answered 409, not 400.',
    bends: [
      bend(
        'outcome',
        (decided, _, call): Outcome =>
          call.operation === 'createRepoDomains' &&
          decided.kind === 'refused' &&
          decided.refusal.status === 400 &&
          findAimedShare(call) !== undefined
            ? { kind: 'refused', refusal: REFUSALS.duplicate }
            : decided,
      ),
    ],
  },
  {
    name: 'expired-share-created-again',
    title: 'A share that has expired may be created again.',
    bends: [
      bend('find', (decided, _, { operation, now }) =>
        operation === 'createRepoDomains' && decided !== undefined && !isStillValid(decided.deadline, now)
          ? undefined
          : decided,
      ),
    ],
  },
  {
    name: 'narrow-accounts',
    title: 'Only accounts of lower-case letters, digits, underscores and hyphens are accepted on create.',
    bends: [
      bend('accessDomain', (decided) =>
        decided.ok && !NARROW_ACCOUNT.test(decided.value) ? refuse(REFUSALS.account) : decided,
      ),
    ],
  },
  {
    name: 'any-text-as-account',
    title: 'Any text but the empty one is accepted as an account, controls and lone surrogates included.',
    bends: [
      bend('accessDomain', (decided, value) =>
        typeof value === 'string' && value !== '' ? accept(value) : decided,
      ),
    ],
  },
  {
    name: 'accounts-in-lower-case',
    title: 'Accounts are kept in lower case and found in any.',
    bends: [
      bend('accessDomain', (decided) => (decided.ok ? accept(decided.value.toLowerCase()) : decided)),
      bend('account', (decided) => (decided.ok ? accept(decided.value.toLowerCase()) : decided)),
    ],
  },
  {
    name: 'null-description-accepted',
    title: 'A description that is null is accepted and kept as an empty one.',
    bends: [bend('description', (decided, value) => (value === null ? accept('') : decided))],
  },
  {
    name: 'long-description-accepted',
    title: 'A description of any length is accepted.',
    bends: [
      bend('description', (decided, value) =>
        typeof value === 'string' && [...value].length > 1000 ? accept(value) : decided,
      ),
    ],
  },
  {
    name: 'long-description-answered-413',
    title: 'A description of more than 1,000 characters is answered 413 with the documented code.',
    bends: [
      bend('description', (decided, value) =>
        !decided.ok && typeof value === 'string' && [...value].length > 1000
          ? refuse(REFUSALS.descriptionSize)
          : decided,
      ),
    ],
  },
  {
    name: 'controls-in-description-accepted',
    title: 'A description may hold NUL, controls and lone surrogates.',
    bends: [
      bend('description', (decided, value) =>
        !decided.ok && typeof value === 'string' && value.length <= 1000 ? accept(value) : decided,
      ),
    ],
  },
  {
    name: 'unknown-members-refused',
    title: 'A member that no document mentions is refused.',
    bends: [bend('unknownMembers', () => REFUSALS.parameters)],
  },
  {
    name: 'byte-order-mark-accepted',
    title: 'A byte-order mark before the JSON is overlooked.',
    bends: [
      bend('body', (decided, bytes) => {
        const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
        const value = marked ? parseJson(bytes.subarray(3)) : undefined;
        return isObject(value) ? accept(value) : decided;
      }),
    ],
  },
  {
    name: 'invalid-utf-8-replaced',
    title: 'Bytes that are not UTF-8 become replacement characters.',
    bends: [
      bend('body', (decided, bytes) => {
        const value = decided.ok ? undefined : parseJson(Buffer.from(Buffer.from(bytes).toString()));
        return isObject(value) && bytes[0] !== 0xef ? accept(value) : decided;
      }),
    ],
  },
  {
    name: 'other-content-types-refused',
    title: 'A request without a content type, or with another than JSON, is refused.',
    bends: [
      bend('contentType', (decided, type) =>
        type !== undefined && /^application\/json\s*(?:;|$)/i.test(type) ? decided : REFUSALS.bodyType,
      ),
    ],
  },
  {
    name: 'repos-in-path',
    title: 'repos is routed like repositories.',
    bends: [bend('collections', () => ['repositories', 'repos'])],
  },
];

function isWithHyphenRuns(name: string, rule: NameRule): boolean {
  return name.length <= rule.longest && isName(name.replaceAll(/-{2,}/g, '-'), rule);
}
