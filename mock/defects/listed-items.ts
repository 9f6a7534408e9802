import type { Call } from '../call.ts';
import type { JsonObject } from '../rules/body.ts';
import { type Defect, LIST, oneBend, SHOW, spreadFamily } from './defect.ts';

const MEMBERS = [
  'namespace',
  'repository',
  'access_domain',
  'permit',
  'deadline',
  'description',
  'creator_id',
  'creator_name',
  'created',
  'updated',
  'status',
];

type Change = (item: JsonObject, call: Call) => JsonObject;

const text = (item: JsonObject, name: string) => String(item[name]);
const LISTED: readonly (readonly [string, string, Change])[] = [
  [
    'created-renamed',
    'calls created created_at',
    ({ created, ...item }) => ({ ...item, created_at: created }),
  ],
  [
    'account-in-camel-case',
    'writes accessDomain',
    ({ access_domain: accessDomain, ...item }) => ({ ...item, accessDomain }),
  ],
  ['status-as-text', 'tells the status as text', (item) => ({ ...item, status: text(item, 'status') })],
  ['status-as-number', 'tells the status as 0 or 1', (item) => ({ ...item, status: Number(item['status']) })],
  [
    'created-as-number',
    'tells created in seconds',
    (item) => ({ ...item, created: Date.parse(text(item, 'created')) }),
  ],
  [
    'created-with-offset',
    'tells created with an offset',
    (item) => ({ ...item, created: text(item, 'created').replace('Z', '+00:00') }),
  ],
  [
    'updated-without-zone',
    'tells updated without Z',
    (item) => ({ ...item, updated: text(item, 'updated').replace('Z', '') }),
  ],
  [
    'updated-with-space',
    'tells updated with a space for T',
    (item) => ({ ...item, updated: text(item, 'updated').replace('T', ' ') }),
  ],
  [
    'forever-as-null',
    'tells forever as null',
    (item) => ({ ...item, deadline: item['deadline'] === 'forever' ? null : item['deadline'] }),
  ],
  [
    'deadline-as-number',
    'tells a deadline in milliseconds',
    (item) => ({
      ...item,
      deadline: item['deadline'] === 'forever' ? 'forever' : Date.parse(text(item, 'deadline')),
    }),
  ],
  [
    'empty-description-as-null',
    'tells an empty description as null',
    (item) => ({ ...item, description: item['description'] || null }),
  ],
  ['creator-as-number', 'tells creator_id as a number', (item) => ({ ...item, creator_id: 504 })],
  ['creator-name-as-null', 'tells creator_name as null', (item) => ({ ...item, creator_name: null })],
  ['updated-as-null', 'tells updated as null', (item) => ({ ...item, updated: null })],
  [
    'permanent-status-as-null',
    'tells the status of a share without end as null',
    (item) => ({ ...item, status: item['deadline'] === 'forever' ? null : item['status'] }),
  ],
  ['permit-as-list', 'tells permit as a list', (item) => ({ ...item, permit: [item['permit']] })],
];

/** What a list says, in the wrong words. */
export const listedItemDefects: readonly Defect[] = [
  ...MEMBERS.flatMap((member) =>
    inItems(
      `item-without-${member.replaceAll('_', '-')}`,
      'response-200-schema',
      `leaves ${member} out`,
      (item) => Object.fromEntries(Object.entries(item).filter(([name]) => name !== member)),
    ),
  ),
  ...LISTED.flatMap(([name, does, change]) => inItems(name, 'response-200-schema', does, change)),
  ...inItems(
    'repository-told-with-dollar',
    'repository-reads-back-with-slash',
    'tells a repository with $ for /',
    (item) => ({
      ...item,
      repository: text(item, 'repository').replaceAll('/', '$'),
    }),
  ),
  ...inItems(
    'namespace-told-in-upper-case',
    'names-read-back',
    'tells a namespace in upper case',
    (item) => ({
      ...item,
      namespace: text(item, 'namespace').toUpperCase(),
    }),
  ),
  ...inItems(
    'namespace-told-with-repository',
    'names-read-back',
    'tells namespace and repository in one',
    (item) => ({
      ...item,
      namespace: `${text(item, 'namespace')}/${text(item, 'repository')}`,
    }),
  ),
  ...inItems('namespace-cut-at-32', 'names-read-back', 'tells only 32 characters of a namespace', (item) => ({
    ...item,
    namespace: text(item, 'namespace').slice(0, 32),
  })),
  ...asDocument('list-wrapped', 'response-200-schema', 'wraps the array into an object', (document) => ({
    domains: document,
  })),
  ...asDocument(
    'single-item-unwrapped',
    'response-200-schema',
    'tells a single share without the array',
    (document) => (Array.isArray(document) && document.length === 1 ? document[0] : document),
  ),
  ...asDocument('null-behind-items', 'response-200-schema', 'tells null behind the shares', (document) =>
    Array.isArray(document) && document.length > 0 ? [...document, null] : document,
  ),
  ...asDocument('empty-list-as-null', 'empty-list', 'tells an empty list as null', (document) =>
    isEmpty(document) ? null : document,
  ),
  ...asDocument('empty-list-as-object', 'empty-list', 'tells an empty list as an empty object', (document) =>
    isEmpty(document) ? {} : document,
  ),
  ...spreadFamily([LIST], {
    name: 'empty-list-not-found',
    rule: 'empty-list',
    does: 'answers 404 where nothing is shared',
    bends: oneBend('answer', (decided, { outcome }) =>
      outcome.kind === 'listed' && outcome.shares.length === 0
        ? {
            ...decided,
            status: 404,
            body: '{"error_code":"SVCSTG.SWR.4040113","error_msg":"Nothing shared"}',
          }
        : decided,
    ),
  }),
  ...spreadFamily([LIST], mediaType('list-as-plain-text', 'text/plain')),
  ...spreadFamily([SHOW], mediaType('show-as-html', 'text/html')),
];

function mediaType(name: string, type: string) {
  return {
    name,
    rule: 'response-200-content-type',
    does: `sends its JSON as ${type}`,
    bends: oneBend('answer', (decided, { outcome }) =>
      outcome.kind === 'refused'
        ? decided
        : { ...decided, headers: { ...decided.headers, 'Content-Type': type } },
    ),
  };
}

function inItems(name: string, rule: string, does: string, change: Change): readonly Defect[] {
  const bends = oneBend('item', (decided, _, call) => change(decided, call));
  return spreadFamily([LIST], { name, rule, does, bends });
}

function asDocument(
  name: string,
  rule: string,
  does: string,
  change: (document: unknown) => unknown,
): readonly Defect[] {
  const bends = oneBend('document', (decided, { outcome }) =>
    outcome.kind === 'listed' ? change(decided) : decided,
  );
  return spreadFamily([LIST], { name, rule, does, bends });
}

function isEmpty(document: unknown): boolean {
  return Array.isArray(document) && document.length === 0;
}
