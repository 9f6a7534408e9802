import { OPERATIONS, type OperationId } from '../operation.ts';
import { isName, NAMESPACE_RULE, type NameRule, REPOSITORY_RULE } from '../rules/name.ts';
import type { Reading } from '../rules/refusal.ts';
import { decodeSegment } from '../rules/segment.ts';
import { CREATE, DELETE, type Defect, LIST, oneBend, SHOW, spreadFamily, UPDATE } from './defect.ts';

/** A kind of wrong name, told by the edit that would make it right. */
interface Leniency {
  readonly kind: string;
  readonly what: string;
  readonly repair: (name: string) => string;
  readonly namespaceIn: readonly OperationId[];
  readonly repositoryIn: readonly OperationId[];
}

const LENIENCIES: readonly Leniency[] = [
  {
    kind: 'upper-case',
    what: 'with upper-case letters',
    repair: (name) => name.toLowerCase(),
    namespaceIn: [CREATE, UPDATE],
    repositoryIn: [LIST, DELETE],
  },
  {
    kind: 'leading-separator',
    what: 'that begins with a separator',
    repair: (name) => name.replace(/^[._-]/, ''),
    namespaceIn: [DELETE],
    repositoryIn: [CREATE, SHOW],
  },
  {
    kind: 'trailing-separator',
    what: 'that ends with a separator',
    repair: (name) => name.replace(/[._-]$/, ''),
    namespaceIn: [CREATE, SHOW],
    repositoryIn: [UPDATE],
  },
  {
    kind: 'triple-underscore',
    what: 'with three underscores in a row',
    repair: (name) => name.replaceAll('___', '__'),
    namespaceIn: [LIST, UPDATE],
    repositoryIn: [CREATE, DELETE],
  },
  {
    kind: 'double-dot',
    what: 'with two dots in a row',
    repair: (name) => name.replaceAll('..', '.'),
    namespaceIn: [SHOW],
    repositoryIn: [LIST],
  },
  {
    kind: 'mixed-separators',
    what: 'with different separators side by side',
    repair: (name) => name.replaceAll(/(?:\.[_-]|_[.-]|-[._])/g, '-'),
    namespaceIn: [CREATE, DELETE],
    repositoryIn: [SHOW, UPDATE],
  },
  {
    kind: 'foreign-letter',
    what: 'with letters beyond ASCII',
    repair: (name) => name.replaceAll(/\p{L}/gu, (letter) => (letter > '\x7f' ? 'x' : letter)),
    namespaceIn: [LIST, DELETE],
    repositoryIn: [UPDATE, CREATE],
  },
  {
    kind: 'space',
    what: 'with a space in it',
    repair: (name) => name.replaceAll(' ', 'x'),
    namespaceIn: [SHOW],
    repositoryIn: [DELETE],
  },
  {
    kind: 'punctuation',
    what: 'with punctuation such as + or @',
    repair: (name) => name.replaceAll(/[!"&'()*+,:<=>@[\]^`{|}~]/g, 'x'),
    namespaceIn: [UPDATE],
    repositoryIn: [LIST, SHOW],
  },
  {
    kind: 'neighbour-of-z',
    what: 'with an opening brace, the character after z',
    repair: (name) => name.replaceAll('{', 'z'),
    namespaceIn: [LIST],
    repositoryIn: [CREATE],
  },
];

/** A leading digit is wrong in a namespace only, a slash out of place in a repository only. */
const LEADING_DIGIT = (name: string) => name.replace(/^[0-9]/, 'a');
const DOUBLE_SLASH = (name: string) => name.replaceAll('//', '/');
const OUTER_SLASH = (name: string) => name.replaceAll(/^\/|\/$/g, '');
const SLASH_BESIDE_SEPARATOR = (name: string) => name.replaceAll(/[._-]\/|\/[._-]/g, '/');
/** Cutting a name leaves no separator at its end, so that only the length is wrong. */
const longerBy = (surplus: number, longest: number) => (name: string) =>
  name.length > longest && name.length <= longest + surplus
    ? name.slice(0, longest).replace(/[._/-]+$/, '')
    : name;

/** Names that every reading refuses, accepted. */
export const nameRejectedDefects: readonly Defect[] = [
  ...LENIENCIES.flatMap(({ kind, what, repair, namespaceIn, repositoryIn }) => [
    ...namespaceDefects(namespaceIn, kind, what, repair),
    ...repositoryDefects(repositoryIn, kind, what, repair),
  ]),
  ...namespaceDefects([CREATE, LIST, DELETE], 'leading-digit', 'that begins with a digit', LEADING_DIGIT),
  ...repositoryDefects([CREATE, UPDATE], 'double-slash', 'with two slashes in a row', DOUBLE_SLASH),
  ...repositoryDefects([LIST, DELETE], 'outer-slash', 'with a slash at an end', OUTER_SLASH),
  ...repositoryDefects(
    [SHOW],
    'slash-beside-separator',
    'with a slash beside a separator',
    SLASH_BESIDE_SEPARATOR,
  ),
  ...lengthDefects(),
];

function namespaceDefects(
  operations: readonly OperationId[],
  kind: string,
  what: string,
  repair: (name: string) => string,
  rule = 'namespace-pattern-rejected',
): readonly Defect[] {
  return spreadFamily(operations, {
    name: `namespace-${kind}-accepted`,
    rule,
    does: `accepts a namespace ${what}`,
    bends: oneBend('namespace', (decided, wire) => {
      const name = decodeSegment(wire);
      return decided.ok || name === null ? decided : waveThrough(decided, name, repair, NAMESPACE_RULE);
    }),
  });
}

function repositoryDefects(
  operations: readonly OperationId[],
  kind: string,
  what: string,
  repair: (name: string) => string,
  rule = 'repository-pattern-rejected',
): readonly Defect[] {
  return spreadFamily(operations, {
    name: `repository-${kind}-accepted`,
    rule,
    does: `accepts a repository ${what}`,
    bends: oneBend('repository', (decided, wire) => {
      const name = decodeSegment(wire)?.replaceAll('$', '/');
      return decided.ok || name === undefined ? decided : waveThrough(decided, name, repair, REPOSITORY_RULE);
    }),
  });
}

function lengthDefects(): readonly Defect[] {
  const one = (longest: number) => longerBy(1, longest);
  const any = (longest: number) => longerBy(Number.POSITIVE_INFINITY, longest);
  return [
    ...namespaceDefects(
      OPERATIONS,
      '65-characters',
      'of 65 characters',
      one(64),
      'namespace-max-length-rejected',
    ),
    ...namespaceDefects([CREATE], 'any-length', 'of any length', any(64), 'namespace-max-length-rejected'),
    ...repositoryDefects(
      OPERATIONS,
      '129-characters',
      'of 129 characters',
      one(128),
      'repository-max-length-rejected',
    ),
    ...repositoryDefects([UPDATE], 'any-length', 'of any length', any(128), 'repository-max-length-rejected'),
  ];
}

function waveThrough(
  decided: Reading<string>,
  name: string,
  repair: (name: string) => string,
  rule: NameRule,
): Reading<string> {
  return isName(repair(name), rule) ? { ok: true, value: name, unchecked: true } : decided;
}
