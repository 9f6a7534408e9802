import { isObject, type JsonObject } from '../rules/body.ts';
import type { Share } from '../shares.ts';
import { type Defect, oneBend, SHOW, spreadFamily } from './defect.ts';

const text = (shown: JsonObject, name: string) => String(shown[name]);

/** How show tells of a share, or of none. */
export const shownShareDefects: readonly Defect[] = [
  ...shown('exist-as-text', 'response-200-schema', 'tells exist as text', (s) => ({
    ...s,
    exist: text(s, 'exist'),
  })),
  ...shown('exist-as-number', 'response-200-schema', 'tells exist as 0 or 1', (s) => ({
    ...s,
    exist: Number(s['exist']),
  })),
  ...shown('exist-left-out', 'response-200-schema', 'leaves exist out', ({ exist: _, ...rest }) => rest),
  ...shown('shown-status-as-text', 'response-200-schema', 'tells the status of a share as text', (s) =>
    'status' in s ? { ...s, status: text(s, 'status') } : s,
  ),
  ...shown('shown-description-as-null', 'response-200-schema', 'tells an empty description as null', (s) =>
    s['description'] === '' ? { ...s, description: null } : s,
  ),
  ...shown('shown-description-left-empty', 'equals-listed-item', 'tells no description', (s) =>
    s['description'] ? { ...s, description: '' } : s,
  ),
  ...shown(
    'shown-deadline-on-the-next-day',
    'equals-listed-item',
    'tells a deadline of the next day',
    (s) => {
      const at = Date.parse(text(s, 'deadline'));
      return Number.isNaN(at) ? s : { ...s, deadline: new Date(at + 86_400_000).toISOString() };
    },
  ),
  ...shown('shown-times-without-fraction', 'equals-listed-item', 'tells times without their fraction', (s) =>
    'created' in s ? { ...s, created: text(s, 'created').replace(/\.[0-9]+/, '') } : s,
  ),
  ...shown('shown-status-inverted', 'equals-listed-item', 'inverts the status of a share', (s) =>
    'status' in s ? { ...s, status: s['status'] === false } : s,
  ),
  ...shown('shown-creator-is-the-account', 'equals-listed-item', 'tells the account for the creator', (s) =>
    'creator_name' in s ? { ...s, creator_name: s['access_domain'] } : s,
  ),
  ...shown('shown-repository-with-dollar', 'equals-listed-item', 'tells a repository with $ for /', (s) =>
    'repository' in s ? { ...s, repository: text(s, 'repository').replaceAll('/', '$') } : s,
  ),
  ...shown('shown-in-an-array', 'response-200-schema', 'tells a share in an array', (s) => [s]),
  ...found('share-never-found', 'existing-share-shown', 'never finds a share', () => undefined),
  ...found(
    'permanent-share-not-found',
    'existing-share-shown',
    'does not find shares without end',
    (share) => (share?.deadline === 'forever' ? undefined : share),
  ),
  ...found('dated-share-not-found', 'existing-share-shown', 'does not find shares with an end', (share) =>
    share?.deadline === 'forever' ? share : undefined,
  ),
  ...found(
    'described-share-not-found',
    'existing-share-shown',
    'does not find shares with a description',
    (share) => (share?.description ? undefined : share),
  ),
  ...spreadFamily([SHOW], {
    name: 'any-share-found',
    rule: 'absent-share-not-exist',
    does: 'tells of another share of the repository where the account has none',
    bends: oneBend(
      'find',
      (decided, names, { shares }) => decided ?? shares.of(names.namespace, names.repository)[0],
    ),
  }),
  ...spreadFamily([SHOW], {
    name: 'absent-share-exists',
    rule: 'absent-share-not-exist',
    does: 'says that a share exists where there is none',
    bends: oneBend('document', (decided) =>
      isObject(decided) && 'exist' in decided ? { ...decided, exist: true } : decided,
    ),
  }),
  ...spreadFamily([SHOW], {
    name: 'absent-share-not-found',
    rule: 'absent-share-not-exist',
    does: 'answers 404 where there is no share',
    bends: oneBend('answer', (decided, { outcome }) =>
      outcome.kind === 'shown' && outcome.share === undefined ? { ...decided, status: 404 } : decided,
    ),
  }),
];

function shown(
  name: string,
  rule: string,
  does: string,
  change: (document: JsonObject) => unknown,
): readonly Defect[] {
  const bends = oneBend('document', (decided, { outcome }) =>
    outcome.kind === 'shown' && isObject(decided) ? change(decided) : decided,
  );
  return spreadFamily([SHOW], { name, rule, does, bends });
}

function found(
  name: string,
  rule: string,
  does: string,
  change: (share: Share | undefined) => Share | undefined,
): readonly Defect[] {
  return spreadFamily([SHOW], { name, rule, does, bends: oneBend('find', (decided) => change(decided)) });
}
