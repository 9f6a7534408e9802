import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildContract } from './contract/build-contract.ts';
import type { Contract, JsonSchema, ValueContract } from './contract/contract.ts';
import { loadDocument } from './document/load-document.ts';

type Verdict = 'accept' | 'reject' | 'unspecified';
type Row = readonly [names: readonly string[], namespace: Verdict | null, repository: Verdict];

/** Names as the rulings classify them; null where a namespace cannot be written so. */
const NAMES: readonly Row[] = [
  [['a', 'ab', 'a1', 'a.b', 'a_b', 'a__b', 'a-b', 'a-b_c.d__e'], 'accept', 'accept'],
  [['1a', '0'], 'reject', 'accept'],
  [['a/b', 'a/1/c'], null, 'accept'],
  [['a--b', 'a---b', 'a--b.c', 'a-b--c'], 'unspecified', 'unspecified'],
  [['a..b', 'a___b', 'a._b', 'a_-b', 'a-_b', 'a__-b', 'a.-b', 'a--_b', 'a.--b'], 'reject', 'reject'],
  [['-a', '.a', '_a', 'a-', 'a.', 'a_', '--a', 'a--', 'a__', '...', '-'], 'reject', 'reject'],
  [['A', 'aB', 'a b', 'ä', '名', 'a+b', 'a@b', 'a`b', 'a{b', 'a:b', 'a~', ' a'], 'reject', 'reject'],
  [['a'.repeat(64)], 'accept', 'accept'],
  [['a'.repeat(65)], 'reject', 'accept'],
  [['a'.repeat(128)], 'reject', 'accept'],
  [['a'.repeat(129)], 'reject', 'reject'],
  [['a/-b', 'a//b', '/a', 'a/', 'a/._b', '/'], null, 'reject'],
  [
    ['.', '..', ';', 'a;b', 'a\\b', 'a%b', 'a?b', 'a#b', 'a\u0000b', 'a\nb', 'a\u007f'],
    'unspecified',
    'unspecified',
  ],
  [['a\u00a0b', 'a\u0301', '１', '😀', 'A😀', '-;'], 'unspecified', 'unspecified'],
];

/** Deadlines by what their text alone says; whether an instant lies far enough ahead is the generator's matter. */
const DEADLINES: Readonly<Record<Verdict, readonly string[]>> = {
  accept: ['forever', '2099-12-31T23:59:59Z', '2096-02-29T00:00:00.000Z', '2030-04-30T12:00:00.123Z'],
  reject: [
    '',
    ' ',
    'never',
    'forever and ever',
    'T::Z',
    ...['00', '13', '19', '99'].map((month) => `2099-${month}-15T00:00:00Z`),
    ...['00', '32', '40'].map((day) => `2099-01-${day}T00:00:00.000Z`),
    ...['25:00:00', '30:00:00', '00:60:00', '24:99:00', '00:00:61', '99:99:99'].map(
      (t) => `2099-01-01T${t}Z`,
    ),
  ],
  unspecified: [
    'FOREVER',
    ' forever\n',
    '2099-01-01',
    '2099-01-01T00:00:00',
    '2099-01-01T00:00:00+00:00',
    '2099-01-01t00:00:00z',
    '2099-01-01 00:00:00Z',
    '2099-01-01T24:00:00Z',
    '2099-01-01T00:00:60Z',
    '2099-01-01T00:00:00.0Z',
    '2099-01-01T00:00:00.0000Z',
    '2099-01-01T00:00:00.000',
    '2099-13-01',
    '2099-13-01T00:00:00ZZ',
    '20990101T000000Z',
    '4070908800',
    '1969-12-31T00:00:00Z',
    '2100-01-01T00:00:00Z',
    '2099-02-30T00:00:00Z',
    'in 3 days',
    '7',
    '20991',
  ],
};

let contract: Contract;
beforeAll(async () => {
  contract = buildContract(await loadDocument('spec/openapi.yaml'));
});

describe('the names of the rulings', () => {
  it.each(NAMES)(
    'classify %j as %s in the namespace and %s in the repository',
    (names, namespace, repository) => {
      expect(contract.operations).toHaveLength(5);
      for (const { parameters } of contract.operations) {
        const ofNamespace = classifier(parameters.find(({ name }) => name === 'namespace')?.value);
        const ofRepository = classifier(parameters.find(({ name }) => name === 'repository')?.value);
        for (const name of names) {
          if (namespace !== null) expect([name, ofNamespace(name)]).toEqual([name, namespace]);
          expect([name, ofRepository(name.replaceAll('/', '$'))]).toEqual([name, repository]);
        }
      }
    },
  );

  it('leave a slash undecided that was not replaced in the repository, and a dollar sign in the namespace', () => {
    const parameters = contract.operations[0]?.parameters ?? [];
    expect(classifier(parameters.find(({ name }) => name === 'namespace')?.value)('a$b')).toBe('unspecified');
    expect(classifier(parameters.find(({ name }) => name === 'repository')?.value)('a/b')).toBe(
      'unspecified',
    );
  });

  it('come out wrong where the narrow pattern stands in for the wide one', () => {
    const value = contract.operations[0]?.parameters[0]?.value;
    const strict = value === undefined ? undefined : { ...value, wide: value.narrow };
    expect(classifier(strict)('a--b')).toBe('reject');
  });
});

describe('the members of a request body', () => {
  it.each(Object.entries(DEADLINES))('has deadlines to %s', (verdict, deadlines) => {
    for (const deadline of deadlines)
      for (const classify of members('deadline'))
        expect([deadline, classify(deadline)]).toEqual([deadline, verdict]);
  });

  it.each([
    ['permit', 'read', 'accept'],
    ['permit', 'write', 'reject'],
    ['permit', 'READ', 'reject'],
    ['permit', null, 'reject'],
    ['deadline', null, 'reject'],
    ['deadline', 4070908800, 'reject'],
    ['description', '', 'accept'],
    ['description', 'x'.repeat(255), 'accept'],
    ['description', 'x'.repeat(256), 'unspecified'],
    ['description', null, 'unspecified'],
    ['description', 1, 'reject'],
    ['access_domain', 'domain_name', 'accept'],
    ['access_domain', 'a'.repeat(64), 'accept'],
    ['access_domain', 'a'.repeat(65), 'unspecified'],
    ['access_domain', 'OTC-EU-DE', 'unspecified'],
    ['access_domain', ' ', 'unspecified'],
    ['access_domain', '', 'reject'],
    ['access_domain', null, 'reject'],
    ['access_domain', ['a'], 'reject'],
  ])('has a %s %j to %s', (name, value, verdict) => {
    const classifiers = members(name);
    expect(classifiers).toHaveLength(name === 'access_domain' ? 1 : 2);
    for (const classify of classifiers) expect(classify(value)).toBe(verdict);
  });

  it('recommends to accept a description of up to 1,000 characters', () => {
    const value = contract.operations
      .flatMap(({ body }) => body?.members ?? [])
      .find(({ name }) => name === 'description');
    const recommended = new Ajv2020().compile(value?.value.recommended ?? false);
    expect([recommended('x'.repeat(1000)), recommended('x'.repeat(1001)), recommended(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

function members(name: string): ((value: unknown) => Verdict)[] {
  return contract.operations
    .flatMap(({ body }) => body?.members ?? [])
    .filter((member) => member.name === name)
    .map((member) => classifier(member.value));
}

/** Accept what the narrow reading lets pass, reject what the wide one does not, and leave the rest. */
function classifier(value: ValueContract | undefined): (sent: unknown) => Verdict {
  if (value === undefined) throw new Error('The description lacks the value to classify.');
  const narrow = compiled(value.narrow);
  const wide = compiled(value.wide);
  return (sent) => (narrow(sent) ? 'accept' : wide(sent) ? 'unspecified' : 'reject');
}

const ajv = new Ajv2020({ allowUnionTypes: true });
const validators = new Map<string, (sent: unknown) => boolean>();

/** Operations share their schemas, and compiling `\p{L}` takes long. */
function compiled(schema: JsonSchema): (sent: unknown) => boolean {
  const key = JSON.stringify(schema);
  const validate = validators.get(key) ?? ajv.compile(schema);
  validators.set(key, validate);
  return validate;
}
