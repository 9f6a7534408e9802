import { describe, expect, it } from 'vitest';
import { item } from '../../testing/answers.ts';
import { loadSharingContract } from '../../testing/sharing-contract.ts';
import { expectedStatus, instantOf, isPlainText } from './expected-members.ts';
import { sameAccount } from './share-history.ts';

describe('isPlainText', () => {
  it.each(['', 'a', 'two words', 'ä名', '<b>"&\'', 'x'.repeat(255), 'é', '\ufdfa'])(
    'lets pass: %j',
    (text) => {
      expect(isPlainText(text)).toBe(true);
    },
  );

  it.each([
    ' a',
    'a\n',
    'a\tb',
    'a\u0000',
    'a\u007f',
    'a\u00ad',
    'a\u200b',
    'a\u2028b',
    'a\u2029b',
    '\ue000',
    '\ufffe',
    '\ud800',
    '😀',
    'e\u0301',
    'x'.repeat(256),
  ])('does not let pass: %j', (text) => {
    expect(isPlainText(text)).toBe(false);
  });
});

describe('instantOf', () => {
  it('reads instants in the documented form, with any fraction', () => {
    const second = Date.UTC(2030, 0, 2, 3, 4, 5);
    expect(instantOf('2030-01-02T03:04:05Z')).toBe(second);
    expect(instantOf('2030-01-02T03:04:05.6Z')).toBe(second + 600);
    expect(instantOf('2030-01-02T03:04:05.678912345Z')).toBe(second + 678);
  });

  it.each([
    'forever',
    '',
    '2030-01-02',
    '2030-01-02T03:04:05',
    '2030-01-02t03:04:05z',
    '2030-13-02T03:04:05Z',
    7,
    null,
  ])('reads nothing else: %j', (value) => {
    expect(instantOf(value)).toBeUndefined();
  });
});

describe('expectedStatus', () => {
  const context = loadSharingContract().context();
  const of = (deadline: unknown) => expectedStatus(item('acme', { deadline }), context);

  it('follows the clock of the run, not that of the machine', () => {
    expect(of('2030-01-17T12:00:00Z')).toBe(true);
    expect(of('2030-01-17T11:59:59Z')).toBeUndefined();
    expect(of('2030-01-13T12:00:01Z')).toBeUndefined();
    expect(of('2030-01-13T12:00:00Z')).toBe(false);
  });

  it('is true for ever, and unknown for what is no deadline', () => {
    expect(of('forever')).toBe(true);
    for (const deadline of ['Forever', '', undefined, 7]) expect(of(deadline)).toBeUndefined();
  });
});

describe('sameAccount', () => {
  it('folds letter case and nothing else', () => {
    expect(sameAccount('OTC-EU', 'otc-eu')).toBe(true);
    expect(sameAccount('a_b', 'a-b')).toBe(false);
    expect(sameAccount('a', 'a ')).toBe(false);
  });
});
