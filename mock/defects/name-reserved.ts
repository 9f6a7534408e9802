import type { OperationId } from '../operation.ts';
import { readNamespace, readRepository } from '../rules/name.ts';
import { accept, REFUSALS, type Reading, refuse } from '../rules/refusal.ts';
import { CREATE, DELETE, type Defect, LIST, oneBend, SHOW, spreadFamily, UPDATE } from './defect.ts';

type Cleaning = readonly [
  kind: string,
  does: string,
  namespaceIn: readonly OperationId[],
  repositoryIn: readonly OperationId[],
  /** What the endpoint wrongly makes of the segment before reading it. */
  clean: (wire: string) => string,
];

const CLEANINGS: readonly Cleaning[] = [
  [
    'nul-ends',
    'takes NUL for the end of',
    [CREATE, UPDATE],
    [LIST, SHOW],
    (wire) => wire.replace(/%00.*$/, ''),
  ],
  ['controls-dropped', 'drops control characters from', [SHOW, DELETE], [CREATE, UPDATE], dropControls],
  [
    'newline-ignored',
    'overlooks a line feed at the end of',
    [LIST],
    [DELETE],
    (wire) => wire.replace(/%0a$/i, ''),
  ],
  [
    'query-cut',
    'takes an encoded question mark or number sign for the end of',
    [LIST],
    [SHOW],
    (wire) => wire.replace(/%(?:3f|23).*$/i, ''),
  ],
  [
    'percent-dropped',
    'drops an encoded percent sign from',
    [UPDATE],
    [LIST],
    (wire) => wire.replaceAll('%25', ''),
  ],
  ['backslash-dropped', 'drops a backslash from', [CREATE], [DELETE], (wire) => wire.replaceAll(/%5c/gi, '')],
  ['slash-dropped', 'drops an encoded slash from', [SHOW], [], (wire) => wire.replaceAll(/%2f/gi, '')],
  ['dollar-dropped', 'drops a dollar sign from', [DELETE], [], (wire) => wire.replaceAll(/%24|\$/g, '')],
];

/** Percent-encoded characters that no name may have, and both ways of writing a slash. */
export const nameReservedDefects: readonly Defect[] = [
  ...CLEANINGS.flatMap(([kind, does, namespaceIn, repositoryIn, clean]) => [
    ...spreadFamily(namespaceIn, {
      name: `namespace-${kind}`,
      rule: 'namespace-reserved-rejected',
      does: `${does} a namespace`,
      bends: oneBend('namespace', (decided, wire): Reading<string> => {
        const cleaned = decided.ok ? decided : readNamespace(clean(wire));
        return decided.ok || !cleaned.ok ? decided : { ...cleaned, unchecked: true };
      }),
    }),
    ...spreadFamily(repositoryIn, {
      name: `repository-${kind}`,
      rule: 'repository-reserved-rejected',
      does: `${does} a repository`,
      bends: oneBend('repository', (decided, wire): Reading<string> => {
        const cleaned = decided.ok ? decided : readRepository(clean(wire));
        return decided.ok || !cleaned.ok ? decided : { ...cleaned, unchecked: true };
      }),
    }),
  ]),
  ...spreadFamily([CREATE, SHOW, DELETE], {
    name: 'encoded-dollar-not-understood',
    rule: 'repository-wire-accepted',
    does: 'refuses %24 for a slash in the repository',
    bends: oneBend('repository', (decided, wire) =>
      /%24/.test(wire) && decided.ok ? refuse(REFUSALS.repository) : decided,
    ),
  }),
  ...spreadFamily([LIST, UPDATE], {
    name: 'bare-dollar-not-understood',
    rule: 'repository-wire-accepted',
    does: 'refuses a bare dollar sign for a slash in the repository',
    bends: oneBend('repository', (decided, wire) =>
      wire.includes('$') && decided.ok ? refuse(REFUSALS.repository) : decided,
    ),
  }),
  ...spreadFamily([LIST], {
    name: 'encoded-dollar-taken-literally',
    rule: 'repository-wire-accepted',
    does: 'looks for a repository with %24 in its name',
    bends: oneBend('repository', (decided, wire) =>
      wire.includes('%24') && decided.ok ? accept(wire) : decided,
    ),
  }),
];

function dropControls(wire: string): string {
  return wire.replaceAll(/%(?:[01][0-9a-f]|7f)/gi, '');
}
