import fc from 'fast-check';
import { at, type ScenarioRow, SETTABLE } from './scenario-row.ts';

/** As many as every edition lists (rulings, row 19b). */
const HUNDRED = 100;

/** Creates sent at once: enough that some meet, fewer than there are connections. */
const RACERS = 6;

/** Scenarios about creating shares and keeping them apart. */
export const CREATION_SCENARIOS: readonly ScenarioRow[] = [
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
    commands: (values) =>
      fc
        .tuple(values.body('create', SETTABLE), values.body('create', SETTABLE))
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
    commands: (values) =>
      values.body('create', ['deadline']).map((body) => [at('create', 0, 0, { body }), at('list', 0, 0)]),
  },
  {
    name: 'create-with-null-description',
    shows: ['null-description-reads-as-string'],
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
    commands: (values) =>
      fc
        .tuple(values.body('create', SETTABLE), values.body('create', SETTABLE))
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
    commands: (values) =>
      fc
        .tuple(values.body('create', SETTABLE), values.body('update', SETTABLE))
        .map(([created, updated]) => [
          at('create', 0, 0, { body: created }),
          at('create', 1, 1),
          at('create', 2, 2),
          at('list', 0, 0),
          at('list', 1, 0),
          at('list', 2, 0),
          at('create', 1, 0),
          at('create', 2, 0),
          at('list', 1, 0),
          at('list', 2, 0),
          at('update', 0, 0, { body: updated }),
          at('list', 1, 0),
          at('list', 2, 0),
          at('list', 0, 0),
          at('delete', 1, 0),
          at('list', 0, 0),
          at('list', 2, 0),
          at('delete', 0, 0),
          at('list', 2, 0),
        ]),
  },
  {
    name: 'hundred-shares',
    shows: ['hundred-shares-listed'],
    once: true,
    commands: () =>
      fc.constant([
        ...Array.from({ length: HUNDRED }, (_, account) => at('create', 0, account)),
        at('list', 0, 0),
      ]),
  },
  {
    name: 'simultaneous-creates',
    shows: ['simultaneous-duplicates-create-one', 'simultaneous-accounts-all-created'],
    commands: () =>
      fc.constant([
        ...Array.from({ length: RACERS }, () => at('create', 0, 0, { race: 0 })),
        at('list', 0, 0),
        ...Array.from({ length: RACERS - 1 }, (_, index) => at('create', 0, index + 1, { race: 1 })),
        at('list', 0, 0),
      ]),
  },
];
