import { OPERATIONS, type OperationId } from '../operation.ts';
import { REFUSALS, refuse } from '../rules/refusal.ts';
import { CREATE, DELETE, type Defect, LIST, oneBend, SHOW, spreadFamily, UPDATE } from './defect.ts';

type Rule = 'pattern' | 'max-length' | 'min-length';
type Strictness = readonly [
  kind: string,
  what: string,
  rule: Rule,
  operations: readonly OperationId[],
  strikes: (name: string) => boolean,
];

const NAMESPACES: readonly Strictness[] = [
  ['64-characters', 'of 64 characters', 'max-length', OPERATIONS, (name) => name.length === 64],
  ['long', 'of more than 32 characters', 'max-length', [SHOW], (name) => name.length > 32],
  ['one-character', 'of one character', 'min-length', OPERATIONS, (name) => name.length === 1],
  ['two-characters', 'of less than three characters', 'min-length', [UPDATE], (name) => name.length < 3],
  ['dot', 'with a dot', 'pattern', [LIST, CREATE], (name) => name.includes('.')],
  ['underscore', 'with an underscore', 'pattern', [DELETE], (name) => name.includes('_')],
  [
    'double-underscore',
    'with two underscores in a row',
    'pattern',
    [CREATE, SHOW],
    (name) => name.includes('__'),
  ],
  ['hyphen', 'with a hyphen', 'pattern', [UPDATE], (name) => name.includes('-')],
  ['trailing-digit', 'that ends with a digit', 'pattern', [DELETE], (name) => /[0-9]$/.test(name)],
  ['letter-z', 'with the letter z', 'pattern', [LIST], (name) => name.includes('z')],
  ['digit-nine', 'with the digit 9', 'pattern', [SHOW], (name) => name.includes('9')],
];

const REPOSITORIES: readonly Strictness[] = [
  ['128-characters', 'of 128 characters', 'max-length', OPERATIONS, (name) => name.length === 128],
  ['long', 'of more than 64 characters', 'max-length', [CREATE], (name) => name.length > 64],
  ['one-character', 'of one character', 'min-length', OPERATIONS, (name) => name.length === 1],
  ['leading-digit', 'that begins with a digit', 'pattern', [CREATE, SHOW], (name) => /^[0-9]/.test(name)],
  ['two-slashes', 'with more than one slash', 'pattern', [LIST, UPDATE], (name) => /\/.*\//.test(name)],
  ['digit-after-slash', 'with a digit after a slash', 'pattern', [DELETE], (name) => /\/[0-9]/.test(name)],
  [
    'one-character-part',
    'with a part of one character',
    'pattern',
    [SHOW],
    (name) => /^[^/]\/|\/[^/]$/.test(name),
  ],
  ['dot', 'with a dot', 'pattern', [UPDATE], (name) => name.includes('.')],
  ['double-underscore', 'with two underscores in a row', 'pattern', [DELETE], (name) => name.includes('__')],
  ['hyphen', 'with a hyphen', 'pattern', [LIST], (name) => name.includes('-')],
];

/** Names that every reading accepts, refused. */
export const nameAcceptedDefects: readonly Defect[] = [
  ...defectsOf('namespace', NAMESPACES),
  ...defectsOf('repository', REPOSITORIES),
];

function defectsOf(part: 'namespace' | 'repository', table: readonly Strictness[]): readonly Defect[] {
  return table.flatMap(([kind, what, rule, operations, strikes]) =>
    spreadFamily(operations, {
      name: `${part}-${kind}-refused`,
      rule: `${part}-${rule}-accepted`,
      does: `refuses a ${part} ${what}`,
      bends: oneBend(part, (decided) =>
        decided.ok && strikes(decided.value) ? refuse(REFUSALS[part]) : decided,
      ),
    }),
  );
}
