import { describe, expect, it } from 'vitest';
import type { Judgement } from '../checks/case-record.ts';
import { loadSharingContract } from '../testing/sharing-contract.ts';
import type { ExecutedCase } from './execute-case.ts';
import { outcomeOf } from './outcome.ts';
import type { Scope } from './scope.ts';
import { observedOf, Tally } from './tally.ts';

const sharing = loadSharingContract();
const OPEN: Scope = {
  writes: true,
  provisions: { mode: 'open', namespaces: [], repositories: [], accounts: [] },
};
type Said = Partial<Judgement> & Pick<Judgement, 'requirement' | 'outcome'>;

/** A case of which the checks say this and nothing else. */
function executed(...judgements: Said[]): ExecutedCase {
  const whole = { deviation: '', expected: '', actual: '', step: 0 };
  return {
    batch: { id: 'b', stream: 0, index: 0, cases: [] },
    drawn: [],
    record: { steps: [] },
    judgements: judgements.map((one) => ({ ...whole, ...one })),
  };
}

function tallyOf(...cases: readonly (readonly Said[])[]): Tally {
  const tally = new Tally(new Set(sharing.catalogue.map(({ id }) => id)));
  for (const said of cases) tally.add(executed(...said));
  return tally;
}

function decide(id: string, tally: Tally, more: { scope?: Scope; cutShort?: boolean } = {}) {
  const requirement = sharing.requirement(id);
  return outcomeOf({
    requirement,
    scope: more.scope ?? OPEN,
    tally: tally.of(id),
    sibling: (rule) => tally.of(`${requirement.operation}/${rule}`),
    cutShort: more.cutShort ?? false,
  });
}

const ID = 'createRepoDomains/permit-const-rejected';
const upheld = (requirement = ID): Said => ({ requirement, outcome: 'upheld' });
const violated = (deviation: string, requirement = ID): Said => ({
  requirement,
  outcome: 'violated',
  deviation,
});
const blocked = (deviation: string, requirement = ID): Said => ({
  requirement,
  outcome: 'blocked',
  deviation,
});

describe('outcomeOf', () => {
  it('is upheld once cases showed it and none spoke against it', () => {
    expect(decide(ID, tallyOf([upheld()], [upheld(), upheld()]))).toMatchObject({
      kind: 'upheld',
      reason: null,
      cases: 2,
      observed: null,
    });
  });

  it('is violated once a case shows it, whatever else was upheld or blocked', () => {
    const tally = tallyOf(
      [upheld()],
      [blocked('control-failed')],
      [violated('accepted')],
      [violated('accepted')],
    );
    const outcome = decide(ID, tally);
    expect(outcome.kind).toBe('violated');
    expect(outcome.kind === 'violated' && outcome.deviations.map((one) => one.occurrences)).toEqual([2]);
  });

  it('tells each kind of deviation once, with its first case', () => {
    const tally = tallyOf([violated('a')], [violated('b'), violated('a')]);
    const outcome = decide(ID, tally);
    const told = outcome.kind === 'violated' ? outcome.deviations : [];
    expect(told.map(({ judgement, occurrences }) => [judgement.deviation, occurrences])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  it.each(['control-failed', 'server-error', 'no-answer', 'throttled'])(
    'is not judged once a case was kept from saying anything: %s',
    (reason) => {
      const outcome = decide(ID, tallyOf([upheld()], [blocked(reason)]));
      expect(outcome).toMatchObject({ kind: 'not-judged', reason });
      expect(outcome.kind === 'not-judged' && outcome.explanation.length).toBeGreaterThan(20);
    },
  );

  it('is not judged where nothing was sent', () => {
    expect(decide(ID, tallyOf())).toMatchObject({ kind: 'not-judged', reason: 'not-exercised', cases: 0 });
  });

  it('is not judged where the run was cut short, unless it is violated already', () => {
    const cutShort = true;
    expect(decide(ID, tallyOf([upheld()]), { cutShort })).toMatchObject({
      kind: 'not-judged',
      reason: 'cut-short',
    });
    expect(decide(ID, tallyOf([violated('accepted')]), { cutShort }).kind).toBe('violated');
  });

  it('is out of scope where a need is not met, and says what to supply', () => {
    const scope: Scope = { ...OPEN, writes: false };
    expect(decide(ID, tallyOf([violated('accepted')]), { scope })).toMatchObject({
      kind: 'not-judged',
      reason: 'out-of-scope',
      explanation: expect.stringContaining('--allow-writes'),
    });
  });
});

describe('the outcome of an observation', () => {
  const OBSERVED = 'createRepoDomains/namespace-pattern-observed';
  const observed = (deviation: string, actual: string): Said => ({
    requirement: OBSERVED,
    outcome: 'observed',
    deviation,
    actual,
  });

  it('is upheld whatever was observed, with what it was', () => {
    const tally = tallyOf(
      [observed('400', 'refused')],
      [observed('201', 'accepted'), observed('400', 'refused')],
    );
    expect(decide(OBSERVED, tally)).toMatchObject({
      kind: 'upheld',
      cases: 2,
      observed: { accepted: 1, refused: 2, statuses: { 201: 1, 400: 2 } },
    });
    expect(observedOf(tally.of(ID))).toBeNull();
  });

  it('does not mind a run cut short, nor cases that were kept from saying anything', () => {
    const tally = tallyOf([observed('400', 'refused'), blocked('throttled', OBSERVED)]);
    expect(decide(OBSERVED, tally, { cutShort: true }).kind).toBe('upheld');
  });
});

describe('what an endpoint is free never to let arise', () => {
  it.each([
    ['listRepoDomains/status-false-after-deadline', 'listRepoDomains/success-status'],
    ['createRepoDomains/null-description-reads-as-string', 'createRepoDomains/success-status'],
    ['createRepoDomains/response-201-schema', 'createRepoDomains/success-status'],
    ['createRepoDomains/response-409-schema', 'createRepoDomains/declared-statuses-only'],
    ['createRepoDomains/response-401-content-type', 'createRepoDomains/declared-statuses-only'],
  ])('upholds %s once its requests were sent', (id, sent) => {
    expect(decide(id, tallyOf([upheld(sent)], [upheld(sent)]))).toMatchObject({
      kind: 'upheld',
      reason: 'condition-never-arose',
      cases: 2,
    });
    expect(decide(id, tallyOf())).toMatchObject({ kind: 'not-judged', reason: 'not-exercised' });
  });

  it('is nothing else', () => {
    const sent = upheld('createRepoDomains/success-status');
    expect(decide('createRepoDomains/share-listed', tallyOf([sent]))).toMatchObject({
      reason: 'not-exercised',
    });
  });
});

describe('credentials of an endpoint that lets garbage pass', () => {
  const garbage = 'listRepoDomains/token-garbage-rejected';
  const prefix = 'listRepoDomains/token-prefix-rejected';

  it('are not judged by refusals, whose reason may be another', () => {
    const tally = tallyOf([upheld(prefix), violated('accepted', garbage)]);
    expect(decide(prefix, tally)).toMatchObject({ kind: 'not-judged', reason: 'control-failed' });
    expect(decide(garbage, tally).kind).toBe('violated');
  });

  it('are judged where garbage is only refused with another status', () => {
    const tally = tallyOf([upheld(prefix), violated('answered-403', garbage)]);
    expect(decide(prefix, tally).kind).toBe('upheld');
  });
});

describe('Tally', () => {
  it('counts a case once for each requirement that it says something about', () => {
    const tally = tallyOf([upheld(), upheld(), violated('a')], [blocked('throttled')]);
    expect(tally.of(ID)).toMatchObject({ cases: 1, upheld: 2 });
    expect([...tally.of(ID).blocked]).toEqual([['throttled', 1]]);
  });

  it('counts nothing for requirements that it was not asked about', () => {
    const tally = new Tally(new Set());
    tally.add(executed(violated('a')));
    expect(tally.of(ID)).toMatchObject({ cases: 0, upheld: 0 });
    expect(tally.of(ID).deviations.size).toBe(0);
  });
});
