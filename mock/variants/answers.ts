import { gzipSync } from 'node:zlib';
import { type Bend, bend } from '../deviation.ts';
import type { Outcome } from '../rules/outcome.ts';
import { accept, REFUSALS } from '../rules/refusal.ts';
import type { Variant } from './variant.ts';

/** Milliseconds that a slow answer takes. */
const SLOW = 3;

/** How answers are worded and delivered. */
export const answerVariants: readonly Variant[] = [
  {
    name: 'writes-answered-without-body',
    title: 'Create and update are answered without a body.',
    bends: [
      bend('document', (decided, { outcome }) =>
        outcome.kind === 'created' || outcome.kind === 'updated' ? undefined : decided,
      ),
    ],
  },
  {
    name: 'content-type-with-charset',
    title: 'Answers name their charset.',
    bends: [contentType('application/json;charset=utf-8')],
  },
  {
    name: 'content-type-in-mixed-case',
    title: 'Answers write their content type with capitals and a space.',
    bends: [contentType('Application/JSON; Charset=UTF-8')],
  },
  {
    name: 'items-with-more-members',
    title: 'Listed and shown shares have further members.',
    bends: [
      bend('item', (decided, { share }) => ({ ...decided, id: share.created, domain_id: null, tags: ['a'] })),
    ],
  },
  {
    name: 'list-newest-first',
    title: 'Lists begin with the newest share.',
    bends: [bend('select', (decided) => [...decided].reverse())],
  },
  {
    name: 'list-by-account',
    title: 'Lists are in the order of accounts.',
    bends: [bend('select', (decided) => [...decided].sort((a, b) => (a.account < b.account ? -1 : 1)))],
  },
  {
    name: 'times-in-seconds',
    title: 'created and updated are told in whole seconds.',
    bends: [times((text) => text.replace(/\.[0-9]+Z/, 'Z'))],
  },
  {
    name: 'times-in-milliseconds',
    title: 'created and updated are told in milliseconds.',
    bends: [times((text) => text.replace(/[0-9]{3}Z/, 'Z'))],
  },
  {
    name: 'times-in-nanoseconds',
    title: 'created and updated are told in nanoseconds.',
    bends: [times((text) => text.replace('Z', '000Z'))],
  },
  {
    name: 'times-without-trailing-zeros',
    title: 'created and updated are told without zeros at their end.',
    bends: [times((text) => text.replace(/\.?0+Z/, 'Z'))],
  },
  {
    name: 'absent-share-shown-empty',
    title: 'Where there is no share, all members of the answer are empty.',
    bends: [
      bend('document', (decided, { outcome }, { wire }) =>
        outcome.kind === 'shown' && outcome.share === undefined
          ? { exist: false, ...emptyItem(wire.namespace) }
          : decided,
      ),
    ],
  },
  {
    name: 'absent-share-deleted-404',
    title: 'Deleting a share that does not exist is answered 404.',
    bends: [
      bend(
        'outcome',
        (decided): Outcome =>
          decided.kind === 'deleted' && decided.share === undefined
            ? { kind: 'refused', refusal: REFUSALS.shareAbsent }
            : decided,
      ),
    ],
  },
  {
    name: 'absent-share-answered-400',
    title: 'Changing or deleting a share that does not exist is answered 400.',
    bends: [
      bend(
        'outcome',
        (decided): Outcome =>
          (decided.kind === 'deleted' && decided.share === undefined) ||
          (decided.kind === 'refused' && decided.refusal.code === REFUSALS.shareAbsent.code)
            ? { kind: 'refused', refusal: REFUSALS.shareGone }
            : decided,
      ),
    ],
  },
  {
    name: 'omitted-description-cleared',
    title: 'An update without a description empties it.',
    bends: [
      bend('description', (decided, value, { operation }) =>
        decided.ok && value === undefined && operation === 'updateRepoDomains' ? accept('') : decided,
      ),
    ],
  },
  {
    name: 'answers-slowly',
    title: 'Answers take a few milliseconds.',
    bends: [bend('answer', (decided) => ({ ...decided, pause: SLOW }))],
  },
  {
    name: 'answers-chunked',
    title: 'Answers come in chunks.',
    bends: [bend('answer', (decided) => ({ ...decided, framing: 'chunked' as const }))],
  },
  {
    name: 'answers-compressed',
    title: 'Answers are compressed where the client allows it.',
    bends: [
      bend('answer', (decided, _, { headers }) => {
        const allowed = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(headers['accept-encoding'] ?? '');
        return allowed && decided.body !== null
          ? {
              ...decided,
              body: gzipSync(decided.body),
              headers: { ...decided.headers, 'Content-Encoding': 'gzip' },
            }
          : decided;
      }),
    ],
  },
  {
    name: 'connection-closed-each-time',
    title: 'The connection is closed after each answer.',
    bends: [
      bend('answer', (decided) => ({ ...decided, headers: { ...decided.headers, Connection: 'close' } })),
    ],
  },
  {
    name: 'header-names-in-capitals',
    title: 'Header names are written in capitals.',
    bends: [
      bend('answer', (decided) => ({
        ...decided,
        headers: Object.fromEntries(
          Object.entries({ ...decided.headers, 'X-Request-Id': '1' }).map(([name, value]) => [
            name.toUpperCase(),
            value,
          ]),
        ),
      })),
    ],
  },
  {
    name: 'json-indented',
    title: 'JSON is indented, and letters beyond ASCII are escaped.',
    bends: [
      bend('answer', (decided, { document }) =>
        document === undefined
          ? decided
          : { ...decided, body: escapeLetters(JSON.stringify(document, null, 2)) },
      ),
    ],
  },
  {
    name: 'parents-begin-with-first-share',
    title:
      'A namespace or repository without any share so far does not exist to list, show, update and delete.',
    bends: [
      bend('parents', (decided, { namespace, repository }, { operation, shares }) =>
        decided === null && operation !== 'createRepoDomains' && !shares.hasSeen(namespace, repository)
          ? REFUSALS.repositoryAbsent
          : decided,
      ),
    ],
  },
];

function contentType(type: string): Bend {
  return bend('answer', (decided) =>
    decided.body === null ? decided : { ...decided, headers: { ...decided.headers, 'Content-Type': type } },
  );
}

function times(print: (text: string) => string): Bend {
  return bend('item', (decided) => ({
    ...decided,
    created: print(String(decided['created'])),
    updated: print(String(decided['updated'])),
  }));
}

function emptyItem(namespace: string) {
  return {
    namespace,
    repository: '',
    access_domain: '',
    permit: '',
    deadline: '',
    description: '',
    creator_id: '',
    creator_name: '',
    created: '0001-01-01T00:00:00Z',
    updated: '0001-01-01T00:00:00Z',
    status: false,
  };
}

function escapeLetters(json: string): string {
  return json.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
