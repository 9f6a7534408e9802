import fc from 'fast-check';
import type { Role } from '../../spec/contract/contract.ts';
import type { MemberValues } from './member-values.ts';
import { type Command, type ScenarioPlan, SLASHED } from './scenario.ts';

const at = (role: Role, repository: number, account: number, more: Partial<Command> = {}): Command => ({
  role,
  repository,
  account,
  ...more,
});

const FULL = ['deadline', 'description'];

interface Row extends Omit<ScenarioPlan, 'scenario'> {
  readonly commands: (values: MemberValues) => fc.Arbitrary<readonly Command[]>;
}

/** Unusual accounts that every hop on the way lets through: neither `/`, `\`, controls nor dots alone (row 8b). */
const UNUSUAL = fc.constantFrom(
  'A+b',
  'a b',
  'a%25',
  'a%2Fb',
  'ä',
  '名',
  'a?b=c',
  'a#b',
  'a.b',
  "a'b",
  'a;b',
  '__proto__',
  'constructor',
  'a&b',
  'a@b',
  'a:b',
  'a~b',
  '1',
);

/** Every scenario there is; each is drawn as often as the profile says. */
export const SCENARIO_TABLE: readonly Row[] = [
  {
    name: 'create-and-read',
    shows: [
      'share-listed',
      'permit-reads-back',
      'deadline-reads-back',
      'description-reads-back',
      'names-read-back',
      'status-true-while-valid',
      'existing-share-shown',
      'absent-share-not-exist',
      'equals-listed-item',
      'account-distinct',
      'account-found',
    ],
    repositories: 1,
    accounts: 2,
    commands: (values) =>
      fc
        .tuple(values.body('create', FULL), values.body('create', FULL))
        .map(([one, other]) => [
          at('create', 0, 0, { body: one }),
          at('list', 0, 0),
          at('show', 0, 0),
          at('show', 0, 1),
          at('create', 0, 1, { body: other }),
          at('list', 0, 0),
          at('show', 0, 1),
        ]),
  },
  {
    name: 'create-without-description',
    shows: ['description-omitted-reads-empty'],
    repositories: 1,
    accounts: 1,
    commands: (values) =>
      values.body('create', ['deadline']).map((body) => [at('create', 0, 0, { body }), at('list', 0, 0)]),
  },
  {
    name: 'create-with-null-description',
    shows: ['null-description-reads-as-string'],
    repositories: 1,
    accounts: 2,
    commands: () =>
      fc.constant([
        // The repository may come into being with its first share, and the next one may be refused.
        at('create', 0, 1),
        at('create', 0, 0, { body: { description: null }, open: true }),
        at('list', 0, 0),
        at('show', 0, 0, { open: true }),
      ]),
  },
  {
    name: 'duplicate',
    shows: ['duplicate-refused', 'duplicate-changes-nothing'],
    repositories: 1,
    accounts: 1,
    commands: (values) =>
      fc
        .tuple(values.body('create', FULL), values.body('create', FULL))
        .map(([one, other]) => [
          at('create', 0, 0, { body: one }),
          at('list', 0, 0),
          at('create', 0, 0, { body: one }),
          at('list', 0, 0),
          at('create', 0, 0, { body: other }),
          at('list', 0, 0),
        ]),
  },
  {
    name: 'neighbours',
    shows: ['only-its-repository'],
    repositories: 3,
    accounts: 3,
    commands: (values) =>
      fc
        .tuple(values.body('create', FULL), values.body('update', FULL))
        .map(([created, updated]) => [
          at('create', 0, 0, { body: created }),
          at('create', 1, 1),
          at('create', 2, 2),
          at('list', 0, 0),
          at('list', 1, 0),
          at('list', 2, 0),
          at('create', 1, 0),
          at('update', 0, 0, { body: updated }),
          at('list', 1, 0),
          at('list', 0, 0),
          at('delete', 1, 0),
          at('list', 0, 0),
        ]),
  },
  {
    name: 'update',
    shows: [
      'deadline-replaced',
      'description-replaced',
      'creation-kept',
      'updated-never-back',
      'account-found',
    ],
    repositories: 1,
    accounts: 2,
    commands: (values) =>
      fc
        .tuple(values.body('create', FULL), values.body('create', FULL), values.body('update', FULL))
        .map(([one, other, updated]) => [
          at('create', 0, 0, { body: one }),
          at('create', 0, 1, { body: other }),
          at('list', 0, 0),
          at('update', 0, 0, { body: updated }),
          at('list', 0, 0),
          at('show', 0, 0),
          at('show', 0, 1),
        ]),
  },
  {
    name: 'update-without-description',
    shows: ['description-omitted-observed'],
    repositories: 1,
    accounts: 1,
    commands: (values) =>
      fc
        .tuple(values.body('create', FULL), values.body('update', ['deadline']))
        .map(([one, body]) => [
          at('create', 0, 0, { body: one }),
          at('list', 0, 0),
          at('update', 0, 0, { body }),
          at('list', 0, 0),
        ]),
  },
  {
    name: 'update-with-null-description',
    shows: ['null-description-reads-as-string'],
    repositories: 1,
    accounts: 1,
    commands: () =>
      fc.constant([
        at('create', 0, 0),
        at('update', 0, 0, { body: { description: null }, open: true }),
        at('list', 0, 0),
      ]),
  },
  {
    name: 'update-nothing',
    shows: ['absent-share-refused', 'absent-share-not-created'],
    repositories: 1,
    accounts: 2,
    commands: (values) =>
      values
        .body('update', FULL)
        .map((body) => [
          at('create', 0, 1),
          at('update', 0, 0, { body }),
          at('list', 0, 0),
          at('show', 0, 0),
        ]),
  },
  {
    name: 'update-later',
    shows: ['updated-moves-forward'],
    once: true,
    repositories: 1,
    accounts: 1,
    commands: (values) =>
      values
        .body('update', FULL)
        .map((body) => [
          at('create', 0, 0),
          at('list', 0, 0),
          at('update', 0, 0, { body, wait: 2100 }),
          at('list', 0, 0),
        ]),
  },
  {
    name: 'delete',
    shows: [
      'share-gone-from-list',
      'share-gone-from-show',
      'absent-share-observed',
      'empty-list',
      'account-found',
    ],
    repositories: 1,
    accounts: 2,
    commands: (values) =>
      values
        .body('create', FULL)
        .map((body) => [
          at('create', 0, 0, { body }),
          at('create', 0, 1),
          at('list', 0, 0),
          at('delete', 0, 0),
          at('list', 0, 0),
          at('show', 0, 0),
          at('delete', 0, 0),
          at('delete', 0, 1),
          at('list', 0, 0),
          at('create', 0, 0, { body }),
          at('list', 0, 0),
        ]),
  },
  {
    name: 'past-deadline',
    shows: ['status-false-after-deadline'],
    repositories: 1,
    accounts: 2,
    commands: (values) => {
      const past = values.open('create', 'deadline', 'format', /past/);
      if (past.length === 0) return fc.constant([]);
      return fc
        .oneof(...past.map((one) => one.arbitrary))
        .map((deadline) => [
          at('create', 0, 0, { body: { deadline }, open: true }),
          at('create', 0, 1),
          at('list', 0, 0),
          at('update', 0, 1, { body: { deadline }, open: true }),
          at('list', 0, 0),
        ]);
    },
  },
  {
    name: 'slash-in-repository',
    shows: ['repository-reads-back-with-slash'],
    repositories: 1000,
    accounts: 1,
    commands: () => fc.constant([at('create', SLASHED, 0), at('list', SLASHED, 0), at('show', SLASHED, 0)]),
  },
  {
    name: 'unusual-account',
    shows: ['account-found'],
    repositories: 1,
    accounts: 1000,
    unusualAccounts: true,
    commands: (values) =>
      fc
        .tuple(UNUSUAL, values.body('update', FULL))
        .map(
          ([accountName, body]) =>
            [
              at('create', 0, 0),
              at('create', 0, 1, { accountName, open: true }),
              at('list', 0, 0),
              at('show', 0, 1, { accountName, open: true }),
              at('update', 0, 1, { accountName, open: true, body }),
              at('list', 0, 0),
              at('delete', 0, 1, { accountName, open: true }),
              at('list', 0, 0),
            ] satisfies Command[],
        ),
  },
];
