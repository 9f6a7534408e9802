import fc from 'fast-check';
import type { Role } from '../../spec/contract/contract.ts';
import { COLLIDING, type Command, SLASHED } from './scenario.ts';
import { at, type ScenarioRow, SETTABLE } from './scenario-row.ts';

/** Unusual accounts that every hop on the way lets through: neither `/`, `\`, controls nor dots alone (row 8b). */
const UNUSUAL = {
  'read by URL decoders': ['a+b', 'a b', 'a%25', 'a%2Fb', 'a%41'],
  'read by URL parsers': ['a?b=c', 'a#b', 'a;b', 'a&b', 'a=b', 'a:b', 'a@b'],
  'letters and signs': ['ä', '名', 'a.b', "a'b", 'a"b', 'a~b', 'a*b', 'a,b', 'a(b)'],
  'words of programs': ['__proto__', 'constructor', 'null', '1', 'toString', 'undefined'],
} as const;

/** Accounts that every reading accepts and keeps apart. */
const SIMILAR = ['a', 'a-b', 'a_b', 'ab', 'aa', 'a1', 'a2', 'a-', 'b', 'proto', 'constructor'] as const;

/** Scenarios about names that are easily lost on the way. */
export const NAME_SCENARIOS: readonly ScenarioRow[] = [
  {
    name: 'slash-in-repository',
    shows: ['repository-reads-back-with-slash'],
    commands: () => fc.constant([at('create', SLASHED, 0), at('list', SLASHED, 0), at('show', SLASHED, 0)]),
  },
  {
    name: 'unusual-account',
    shows: ['account-found'],
    unusualAccounts: true,
    labels: Object.keys(UNUSUAL),
    commands: (_values, label) => {
      const accounts = Object.entries(UNUSUAL).flatMap(([name, list]) => (name === label ? list : []));
      const each = (role: Role, more: Partial<Command> = {}) =>
        accounts.map((accountName) => at(role, 0, 1, { accountName, open: true, ...more }));
      // Nothing but the account is unusual, so that nothing else can be refused.
      return fc.constant([
        at('create', 0, 0),
        ...each('create'),
        at('list', 0, 0),
        ...each('show'),
        ...each('update'),
        at('list', 0, 0),
        ...each('delete'),
        at('list', 0, 0),
      ]);
    },
  },
  {
    name: 'unescaped-account',
    shows: ['account-found'],
    unusualAccounts: true,
    commands: (values) =>
      values.body('update', SETTABLE).map((body) => {
        const plus = { accountName: 'a+b@c', open: true };
        return [
          at('create', 0, 0),
          at('create', 0, 1, plus),
          at('list', 0, 0),
          at('show', 0, 1, { ...plus, raw: true }),
          at('update', 0, 1, { ...plus, raw: true, body }),
          at('list', 0, 0),
          at('delete', 0, 1, { ...plus, raw: true }),
          at('list', 0, 0),
        ];
      }),
  },
  {
    name: 'similar-accounts',
    shows: ['account-distinct'],
    unusualAccounts: true,
    commands: (values) =>
      values.body('update', SETTABLE).map((body) => [
        ...SIMILAR.map((accountName) => at('create', 0, 0, { accountName })),
        at('list', 0, 0),
        ...SIMILAR.map((accountName) => at('show', 0, 0, { accountName })),
        // The one with which most others begin, and one ends.
        at('update', 0, 0, { accountName: SIMILAR[0], body }),
        at('list', 0, 0),
        at('delete', 0, 0, { accountName: SIMILAR[0] }),
        at('list', 0, 0),
      ]),
  },
  {
    name: 'absent-among-similar',
    shows: ['absent-share-not-exist', 'absent-share-refused'],
    unusualAccounts: true,
    commands: () =>
      fc.constant([
        ...['ab', 'ba', 'a-b', 'axb'].map((accountName) => at('create', 0, 0, { accountName })),
        at('list', 0, 0),
        ...['a', 'b', 'a_b'].flatMap((accountName) => [
          at('show', 0, 0, { accountName }),
          at('update', 0, 0, { accountName, body: { description: 'changed' } }),
          at('delete', 0, 0, { accountName }),
        ]),
        at('list', 0, 0),
      ]),
  },
  {
    name: 'colliding-names',
    shows: ['only-its-repository'],
    commands: () => {
      const places = Array.from({ length: 9 }, (_, index) => index);
      return fc.constant([
        ...places.map((place) => at('create', COLLIDING + place, place)),
        ...places.map((place) => at('list', COLLIDING + place, 0)),
      ]);
    },
  },
];
