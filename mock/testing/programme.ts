import { OPERATIONS } from '../operation.ts';
import { DRAFT, type Line, lifeUnder, line } from './rehearsal.ts';

const CREATE = 'createRepoDomains';
const UPDATE = 'updateRepoDomains';
const LIST = 'listRepoDomains';

const NAMES = [
  'a', 'ab', 'aa', 'z9', 'a.b', 'a_b', 'a__b', 'a-b', 'a--b', '1a', 'a..b', 'a___b', 'a._b', '-a', 'a-', 'a_', 'aB',
  '%C3%A4a', 'a%20b', 'a%40b', 'a%7Bb', 'a(b', "a'b", 'a%00b', 'a%0A', 'a%01b', 'a%3Fb', 'a%23b', 'a%25b', 'a%5Cb', 'a%2Fb',
  'a%24b', 'a$', '$a', 'a%FF', 'ab0',
  'a'.repeat(40), 'a'.repeat(64), 'a'.repeat(65), 'a'.repeat(66),
]; // biome-ignore format: a table
const REPOSITORIES = [
  'a$b',
  'a$1$c',
  'a%24b',
  'a$$b',
  'a$-b',
  'a.$b',
  'x$b',
  'b',
  'a'.repeat(128),
  'a'.repeat(129),
  'a'.repeat(130),
];
const ACCOUNTS = [
  'a', 'a-b', 'a_b', 'a1', 'ab-cd_ef9', 'a+b', '%2B', 'a%2541', 'a%25', 'a%20b', 'a.b', 'a;b', '%E5%90%8D', 'a'.repeat(64), 'ACME',
  'a%2F', 'a'.repeat(40),
]; // biome-ignore format: a table
const DEADLINES = [
  'forever', 'FOREVER', '2030-06-10T00:00:00Z', '2030-06-13T00:00:00Z', '2029-07-20T00:00:00Z', '2030-06-15T06:00:00Z',
  '2030-06-14T17:00:00Z', '2030-06-25T00:00:00Z', '2031-01-31T23:45:10Z', '2040-01-01T00:00:00Z', '2099-12-31T23:59:59.999Z',
  '2030-13-01T00:00:00Z', '2030-00-01T00:00:00Z', '2030-01-00T00:00:00Z', '2030-01-32T00:00:00Z', '2030-02-30T00:00:00Z',
  '2031-02-29T00:00:00Z', '2030-04-31T00:00:00Z', '2031-01-01T25:00:00Z', '2031-01-01T00:60:00Z', '2031-01-01T00:00:61Z',
  '2031-01-01', '2031-01-01T00:00:00+08:00', '2031-01-01T00:00:00.1234Z', '2031-01-01t00:00:00z', '2031-01-01T24:00:00Z',
  '', 'tomorrow', null, 7, true, ['forever'], undefined,
]; // biome-ignore format: a table
const DESCRIPTIONS = [
  '', 'x'.repeat(255), 'x'.repeat(256), 'x'.repeat(1001), '名'.repeat(200), '😀', 'é & <b>', '"quoted"', "it's", 'a  b', 'a\\b', 'a%41b',
  'UPPER', 'a\0b', '\ud800', null, 7, true, {}, ['a'], undefined,
]; // biome-ignore format: a table
const PERMITS = ['read', 'READ', 'write', ' read', '', null, ['read'], true, undefined];
const BODIES = [
  '',
  '{"permit":"re',
  'permit=read',
  [DRAFT],
  '"read"',
  '7',
  'null',
  Buffer.from('{"permit":"\xff"}', 'latin1'),
];
const TOKENS = [
  [],
  ['X-Auth-Token', ''],
  ['X-Auth-Token', 'garbage'],
  ['X-Auth-Token', 'mock'],
  ['X-Auth-Token', 'mock-token2'],
];

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
  ...neighbours(),
];

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
