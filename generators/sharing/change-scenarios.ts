import fc from 'fast-check';
import { at, type ScenarioRow, SETTABLE } from './scenario-row.ts';

/** Scenarios about updating and deleting shares, and about time going by. */
export const CHANGE_SCENARIOS: readonly ScenarioRow[] = [
  {
    name: 'update',
    shows: [
      'deadline-replaced',
      'description-replaced',
      'creation-kept',
      'updated-never-back',
      'account-found',
    ],
    commands: (values) =>
      fc
        .tuple(
          values.body('create', SETTABLE),
          values.body('create', SETTABLE),
          values.body('update', SETTABLE),
        )
        .map(([one, other, updated]) => [
          at('create', 0, 0, { body: one }),
          at('create', 0, 1, { body: other }),
          at('list', 0, 0),
          at('show', 0, 0),
          at('update', 0, 0, { body: updated }),
          at('list', 0, 0),
          at('show', 0, 0),
          at('show', 0, 1),
        ]),
  },
  {
    name: 'update-without-description',
    shows: ['description-omitted-observed'],
    commands: (values) =>
      fc
        .tuple(values.body('create', ['deadline']), values.body('update', ['deadline']))
        .map(([one, body]) => [
          // Kept and cleared can only be told apart where there was something to keep.
          at('create', 0, 0, { body: { ...one, description: 'before' } }),
          at('list', 0, 0),
          at('update', 0, 0, { body }),
          at('list', 0, 0),
        ]),
  },
  {
    name: 'update-to-empty-description',
    shows: ['description-replaced'],
    commands: () =>
      fc.constant([
        at('create', 0, 0, { body: { description: 'before' } }),
        at('list', 0, 0),
        at('update', 0, 0, { body: { description: '' } }),
        at('list', 0, 0),
      ]),
  },
  {
    name: 'update-with-null-description',
    shows: ['null-description-reads-as-string'],
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
    commands: (values) =>
      values
        .body('update', SETTABLE)
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
    commands: (values) =>
      values
        .body('update', SETTABLE)
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
    commands: (values) =>
      values
        .body('create', SETTABLE)
        .map((body) => [
          at('create', 0, 0, { body }),
          at('create', 0, 1),
          at('list', 0, 0),
          at('show', 0, 0),
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
];
