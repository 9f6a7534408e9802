import { accept, REFUSALS, refuse } from '../rules/refusal.ts';
import { decodeSegment } from '../rules/segment.ts';
import type { Share } from '../shares.ts';
import { CREATE, DELETE, type Defect, oneBend, SHOW, spreadFamily, UPDATE, UPON_ONE } from './defect.ts';

const onCreate = (
  name: string,
  rule: string,
  does: string,
  bends: ReturnType<typeof oneBend>,
): readonly Defect[] => spreadFamily([CREATE], { name, rule, does, bends });

/** What `access_domain` may be when a share is created. */
const memberDefects: readonly Defect[] = [
  ...onCreate(
    'account-missing-accepted',
    'access-domain-required-rejected',
    'accepts a body without access_domain',
    oneBend('accessDomain', (decided, value) => (value === undefined ? accept('undefined') : decided)),
  ),
  ...onCreate(
    'account-number-coerced',
    'access-domain-type-rejected',
    'turns a number as access_domain into text',
    oneBend('accessDomain', (decided, value) =>
      typeof value === 'number' ? accept(String(value)) : decided,
    ),
  ),
  ...onCreate(
    'account-array-unwrapped',
    'access-domain-type-rejected',
    'turns an array as access_domain into text',
    oneBend('accessDomain', (decided, value) => (Array.isArray(value) ? accept(`a${value}`) : decided)),
  ),
  ...onCreate(
    'account-boolean-coerced',
    'access-domain-type-rejected',
    'turns a boolean as access_domain into text',
    oneBend('accessDomain', (decided, value) =>
      typeof value === 'boolean' ? accept(String(value)) : decided,
    ),
  ),
  ...onCreate(
    'account-null-accepted',
    'access-domain-type-rejected',
    'accepts null as access_domain',
    oneBend('accessDomain', (decided, value) => (value === null ? accept('null') : decided)),
  ),
  ...onCreate(
    'account-empty-accepted',
    'access-domain-min-length-rejected',
    'accepts an empty access_domain',
    oneBend('accessDomain', (decided, value) => (value === '' ? accept('') : decided)),
  ),
  ...refusals(
    'one-character',
    'access-domain-min-length-accepted',
    'of one character',
    (a) => a.length === 1,
  ),
  ...refusals(
    '64-characters',
    'access-domain-max-length-accepted',
    'of 64 characters',
    (a) => a.length === 64,
  ),
  ...refusals('hyphen', 'access-domain-pattern-accepted', 'with a hyphen', (a) => a.includes('-')),
  ...refusals('underscore', 'access-domain-pattern-accepted', 'with an underscore', (a) => a.includes('_')),
  ...refusals('trailing-digit', 'access-domain-format-accepted', 'that ends with a digit', (a) =>
    /[0-9]$/.test(a),
  ),
  ...refusals('digit', 'access-domain-pattern-accepted', 'with a digit', (a) => /[0-9]/.test(a)),
];

/** How an account in the path leads to a share. */
const pathDefects: readonly Defect[] = [
  ...lookups('plus-is-space', [SHOW, UPDATE, DELETE], 'takes + in the path for a space', (wire) =>
    decodeSegment(wire.replaceAll('+', '%20')),
  ),
  ...lookups(
    'account-decoded-twice',
    [SHOW, UPDATE, DELETE],
    'decodes the account in the path twice',
    (wire) => {
      const once = decodeSegment(wire);
      return once === null ? null : (decodeSegment(once) ?? once);
    },
  ),
  ...lookups('account-not-decoded', [UPDATE], 'does not decode the account in the path', (wire) => wire),
  ...lookups('account-cut-at-dot', [SHOW], 'cuts the account in the path at its last dot', (wire) =>
    (decodeSegment(wire) ?? wire).replace(/\.[^.]*$/, ''),
  ),
  ...lookups(
    'account-cut-at-semicolon',
    [DELETE],
    'cuts the account in the path at a semicolon',
    (wire) => decodeSegment(wire)?.split(';', 1)[0],
  ),
  ...strictPaths(
    '64-characters',
    'access-domain-max-length-accepted',
    'of 64 characters',
    (a) => a.length === 64,
  ),
  ...strictPaths(
    'one-character',
    'access-domain-min-length-accepted',
    'of one character',
    (a) => a.length === 1,
  ),
  ...strictPaths('trailing-digit', 'access-domain-format-accepted', 'that ends with a digit', (a) =>
    /[0-9]$/.test(a),
  ),
  ...strictPaths('underscore', 'access-domain-pattern-accepted', 'with an underscore', (a) =>
    a.includes('_'),
  ),
];

/** Which accounts are the same, and under which name they are kept. */
const identityDefects: readonly Defect[] = [
  ...confusions('hyphen-equals-underscore', 'hyphen and underscore', (a) => a.replaceAll('-', '_')),
  ...confusions('accounts-compared-by-prefix', 'accounts that begin with the same eight characters', (a) =>
    a.slice(0, 8),
  ),
  ...confusions('accounts-compared-without-digits', 'accounts that differ in digits', (a) =>
    a.replaceAll(/[0-9]/g, ''),
  ),
  ...keptAs('account-cut-at-32', 'keeps only 32 characters of an account', (a) => a.slice(0, 32)),
  ...keptAs('account-underscore-as-hyphen', 'keeps an underscore of an account as a hyphen', (a) =>
    a.replaceAll('_', '-'),
  ),
  ...spreadFamily([CREATE], {
    name: 'share-missing-from-list',
    rule: 'share-listed',
    does: 'stores a share that only show finds',
    bends: oneBend('outcome', (decided) =>
      decided.kind === 'created' && decided.share !== null
        ? { ...decided, share: { ...decided.share, seenBy: 'show' as const } }
        : decided,
    ),
  }),
  ...spreadFamily([CREATE], {
    name: 'second-share-not-stored',
    rule: 'share-listed',
    does: 'stores only the first share of a repository',
    bends: oneBend('changes', (decided, outcome, { shares }) =>
      outcome.kind === 'created' && outcome.share !== null
        ? decided.slice(0, shares.of(outcome.share.namespace, outcome.share.repository).length === 0 ? 1 : 0)
        : decided,
    ),
  }),
];

export const accessDomainDefects: readonly Defect[] = [...memberDefects, ...pathDefects, ...identityDefects];

function refusals(kind: string, rule: string, what: string, strikes: (account: string) => boolean) {
  return onCreate(
    `account-${kind}-refused`,
    rule,
    `refuses an account ${what}`,
    oneBend('accessDomain', (decided) =>
      decided.ok && strikes(decided.value) ? refuse(REFUSALS.account) : decided,
    ),
  );
}

function strictPaths(kind: string, rule: string, what: string, strikes: (account: string) => boolean) {
  return spreadFamily(UPON_ONE, {
    name: `account-${kind}-refused`,
    rule,
    does: `refuses an account ${what}`,
    bends: oneBend('account', (decided) =>
      decided.ok && strikes(decided.value) ? refuse(REFUSALS.account) : decided,
    ),
  });
}

function lookups(
  name: string,
  operations: readonly (typeof UPON_ONE)[number][],
  does: string,
  read: (wire: string) => string | null | undefined,
): readonly Defect[] {
  return spreadFamily(operations, {
    name,
    rule: 'account-found',
    does,
    bends: oneBend('account', (decided, wire) => {
      const account = read(wire);
      return decided.ok && typeof account === 'string' ? accept(account) : decided;
    }),
  });
}

function confusions(name: string, what: string, fold: (account: string) => string): readonly Defect[] {
  return onCreate(
    name,
    'account-distinct',
    `mistakes ${what} for each other and reports a duplicate`,
    oneBend('find', (decided, { namespace, repository, account }, { shares }) => {
      const same = (share: Share) => fold(share.account) === fold(account);
      return decided ?? shares.of(namespace, repository).find(same);
    }),
  );
}

function keptAs(name: string, does: string, change: (account: string) => string): readonly Defect[] {
  return onCreate(
    name,
    'share-listed',
    does,
    oneBend('outcome', (decided) =>
      decided.kind === 'created' && decided.share !== null
        ? { ...decided, share: { ...decided.share, account: change(decided.share.account) } }
        : decided,
    ),
  );
}
