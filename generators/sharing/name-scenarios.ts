import fc from 'fast-check';
import { type Command, SLASHED } from './scenario.ts';
import { at, type ScenarioRow, SETTABLE } from './scenario-row.ts';

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

/** Scenarios about names that are easily lost on the way. */
export const NAME_SCENARIOS: readonly ScenarioRow[] = [
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
        .tuple(UNUSUAL, values.body('update', SETTABLE))
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
