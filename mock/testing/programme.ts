import { OPERATIONS } from '../operation.ts';
import { DRAFT, type Line, lifeUnder, line } from './rehearsal.ts';
import { ACCOUNTS, BODIES, DEADLINES, DESCRIPTIONS, NAMES, PERMITS, REPOSITORIES, TOKENS } from './values.ts';

const CREATE = 'createRepoDomains';
const UPDATE = 'updateRepoDomains';
const LIST = 'listRepoDomains';

/** Requests of all kinds, so that every defect and every variant shows. */
export const PROGRAMME: readonly Line[] = [
  ...TOKENS.flatMap((token) => withHeaders([...token, 'Content-Type', 'application/json'])),
  ...NAMES.flatMap((namespace) => lifeUnder({ namespace })),
  ...[...NAMES, ...REPOSITORIES].flatMap((repository) => lifeUnder({ repository })),
  ...ACCOUNTS.flatMap((account) => lifeUnder({ account })),
  ...DEADLINES.flatMap((deadline) => withMembers({ deadline })),
  ...DESCRIPTIONS.flatMap((description) => withMembers({ description })),
  ...PERMITS.flatMap((permit) => withMembers({ permit })),
  ...[undefined, null, '', 7, true, ['a'], 'a\u0001b'].flatMap((access_domain) => [
    line(CREATE, { body: { ...DRAFT, access_domain } }),
    line(LIST),
  ]),
  ...BODIES.flatMap((body) => [line(CREATE, { body }), line(CREATE), line(UPDATE, { body }), line(LIST)]),
  ...withMembers({ unknown: 1 }),
  ...withMembers({}),
  line(CREATE, { body: { access_domain: 'acme', ...DRAFT, permit: 'write' } }),
  line(UPDATE, { body: { ...DRAFT, deadline: 'soon', description: 'half' } }),
  line(LIST),
  ...TOKENS.flatMap((token) => withHeaders([...token, 'Content-Type', 'application/json'])),
  ...withHeaders(['x-auth-token', 'mock-token', 'Content-Type', 'application/json']),
  ...withHeaders(['X-Auth-Token', 'mock-token', 'Content-Type', 'application/json;charset=utf-8']),
  ...withHeaders(['X-Auth-Token', 'mock-token', 'Content-Type', 'text/plain']),
  ...withHeaders(['X-Auth-Token', 'mock-token', 'Accept-Encoding', 'gzip']),
  line(CREATE, { body: `\ufeff${JSON.stringify({ access_domain: 'marked', ...DRAFT })}` }),
  line(CREATE, { body: Buffer.from(`{"access_domain":"\xff",${JSON.stringify(DRAFT).slice(1)}`, 'latin1') }),
  line(LIST),
  ...spellings(),
  ...neighbours(),
  ...races(),
  ...crowd(),
];

/** Bodies that say the same and are written in other ways. */
function spellings(): readonly Line[] {
  const written = (body: Readonly<Record<string, unknown>>): readonly string[] => [
    JSON.stringify(Object.fromEntries(Object.entries(body).reverse())),
    JSON.stringify(body).replace('read', '\\u0072ead'),
    JSON.stringify(body, null, 2),
  ];
  const update = { permit: 'read', deadline: 'forever' };
  return [
    ...written({ access_domain: 'spelt', ...update }).flatMap((body) => [
      line(CREATE, { body }),
      line('deleteRepoDomains', { account: 'spelt' }),
    ]),
    line(CREATE),
    ...written(update).map((body) => line(UPDATE, { body })),
  ];
}

function withHeaders(headers: readonly string[]): readonly Line[] {
  return [
    line(CREATE),
    line(LIST, { headers, namespace: 'Wrong' }),
    ...OPERATIONS.map((operation) => line(operation, { headers })),
    line(LIST),
    line('deleteRepoDomains'),
    line('deleteRepoDomains'),
    line(CREATE, { headers }),
    line(LIST),
  ];
}

/** A create and an update with other members, each read back, and the share removed. */
function withMembers(members: Readonly<Record<string, unknown>>): readonly Line[] {
  const body = { ...DRAFT, ...members };
  return [
    line('deleteRepoDomains'),
    line(CREATE, { body: { access_domain: 'acme', ...body } }),
    line(LIST),
    line(CREATE),
    line(UPDATE, { body }),
    line(LIST),
    line('showAccessDomain'),
    line(UPDATE, { body: { ...DRAFT, description: '' } }),
    line(LIST),
    line(UPDATE, { body: { ...DRAFT, description: 'another' } }),
    line(LIST),
    line(UPDATE, { body: { ...DRAFT, description: undefined } }),
    line(LIST),
  ];
}

/** Shares side by side, in repositories whose names are alike, and what a write does to them. */
function neighbours(): readonly Line[] {
  const places = [
    ['group', 'busybox'],
    ['group', 'busybox2'],
    ['group', 'other$box'],
    ['group', 'other$fox'],
    ['group', 'another$box'],
    ['group2', 'busybox'],
    ['grou', 'pbusybox'],
    ['a-b', 'c'],
    ['a.b', 'c'],
  ] as const;
  const lists = places.map(([namespace, repository]) => line(LIST, { namespace, repository }));
  const accounts = ['acme', 'acme2', 'acme-long-a', 'acme-long-b', 'acme-1', 'acme_1'];
  const creates = places.flatMap(([namespace, repository]) =>
    accounts.map((account) => line(CREATE, { namespace, repository, account })),
  );
  const last = { account: 'last' };
  const longer = { body: { ...DRAFT, deadline: 'forever' } };
  return [
    ...creates,
    ...lists,
    line('showAccessDomain', { account: 'nobody' }),
    line(UPDATE, longer),
    ...lists,
    line(UPDATE),
    line(CREATE, last),
    ...lists,
    line('deleteRepoDomains'),
    ...lists,
  ];
}

/** Creates at the same time, of one share and of several. */
function races(): readonly Line[] {
  const place = { repository: 'race' };
  const atOnce = (account: string) => line(CREATE, { ...place, account, atOnce: true });
  return [
    line(LIST, place),
    ...['one', 'one', 'one'].map(atOnce),
    line(LIST, place),
    ...['two', 'three', 'four'].map(atOnce),
    line(LIST, place),
  ];
}

/** As many shares of one repository as every list tells. */
function crowd(): readonly Line[] {
  const place = { repository: 'crowd' };
  const accounts = Array.from({ length: 100 }, (_, index) => `account-${index}`);
  return [...accounts.map((account) => line(CREATE, { ...place, account })), line(LIST, place)];
}
