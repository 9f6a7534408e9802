import { describe, expect, it } from 'vitest';
import { type Answer, answer, item, refusal, silence } from '../testing/answers.ts';
import { said } from '../testing/said.ts';
import { loadSharingContract } from '../testing/sharing-contract.ts';
import { Story, type Telling } from '../testing/story.ts';
import { statuses } from './statuses.ts';

const sharing = loadSharingContract();
const judge = (story: Story) => statuses(story.record, sharing.context());

const SUCCESS = 'createRepoDomains/success-status';
const DECLARED = 'createRepoDomains/declared-statuses-only';
const ofCreate = (rule: string, answered: Answer, telling: Telling = {}) =>
  said(judge(new Story(sharing).create('acme', answered, telling)), rule);

const REJECT: Telling = { expectation: 'reject', plain: false };
const NAME: Telling = { ...REJECT, namesInPath: true };

describe('success-status', () => {
  it('is upheld by the documented status of each operation', () => {
    const story = new Story(sharing)
      .create('acme', answer(201, {}))
      .list(answer(200, [item('acme')]))
      .show('acme', answer(200, { exist: true }))
      .update('acme', answer(201))
      .delete('acme', answer(204));
    const judgements = judge(story);
    for (const { id } of sharing.contract.operations)
      expect([id, said(judgements, `${id}/success-status`)]).toEqual([id, ['upheld']]);
  });

  it('is violated by 200 where it is 201 or 204, and by 201 and 204 where it is 200', () => {
    const story = new Story(sharing)
      .create('acme', answer(200, {}))
      .list(answer(204))
      .show('acme', answer(201, { exist: true }))
      .update('acme', answer(200))
      .delete('acme', answer(200));
    const judgements = judge(story);
    const found = sharing.contract.operations.map(({ id }) => said(judgements, `${id}/success-status`));
    expect(found.flat().toSorted()).toEqual([
      'violated: answered-200',
      'violated: answered-200',
      'violated: answered-200',
      'violated: answered-201',
      'violated: answered-204',
    ]);
  });

  it('is violated when a plain valid request is refused, or redirected', () => {
    expect(ofCreate(SUCCESS, refusal(400))).toEqual(['violated: refused']);
    expect(ofCreate(SUCCESS, answer(302))).toEqual(['violated: refused']);
    expect(ofCreate(SUCCESS, refusal(403))).toEqual(['violated: refused']);
  });

  it('leaves the refusal of an unusual valid request to the requirement it was sent for', () => {
    expect(ofCreate(SUCCESS, refusal(400), { plain: false })).toEqual([]);
    expect(ofCreate(SUCCESS, answer(200), { plain: false })).toEqual(['violated: answered-200']);
  });

  it('leaves ground that could not be prepared for an unusual name to the name', () => {
    const aim = {
      requirement: 'createRepoDomains/namespace-pattern-accepted',
      polarity: 'accepted',
      label: 'a',
    } as const;
    expect(ofCreate(SUCCESS, refusal(400), { purpose: 'setup', aim })).toEqual([]);
    expect(ofCreate(SUCCESS, answer(200), { purpose: 'setup', aim })).toEqual(['violated: answered-200']);
  });

  it.each([
    ['a server error', refusal(500), 'blocked: server-error'],
    ['no answer', silence(), 'blocked: no-answer'],
    ['throttling', answer(429), 'blocked: throttled'],
  ])('cannot be judged by %s', (_, answered, expected) => {
    expect(ofCreate(SUCCESS, answered)).toEqual([expected]);
  });

  it.each(['reject', 'recommend', 'conflict', 'absent', 'race', 'observe'] as const)(
    'says nothing about a request of which the expectation is %s',
    (expectation) => {
      expect(ofCreate(SUCCESS, answer(200), { expectation, plain: false })).toEqual([]);
    },
  );
});

describe('declared-statuses-only', () => {
  it.each([400, 401, 409])('is upheld by a create that is refused with %d', (status) => {
    expect(ofCreate(DECLARED, refusal(status), REJECT)).toEqual(['upheld']);
  });

  it.each([403, 404, 405, 413, 415, 422])('is violated by a create that is refused with %d', (status) => {
    expect(ofCreate(DECLARED, refusal(status), REJECT)).toEqual([`violated: answered-${status}`]);
  });

  it('is violated by 409 on every operation but create', () => {
    const judgements = judge(
      new Story(sharing)
        .list(refusal(409), REJECT)
        .show('acme', refusal(409), REJECT)
        .update('acme', refusal(409), REJECT)
        .delete('acme', refusal(409), REJECT),
    );
    const others = sharing.contract.operations.filter(({ role }) => role !== 'create');
    for (const { id } of others)
      expect(said(judgements, `${id}/declared-statuses-only`)).toEqual(['violated: answered-409']);
  });

  it('is held against refusals of valid requests and of duplicates as well', () => {
    expect(ofCreate(DECLARED, refusal(422))).toEqual(['violated: answered-422']);
    expect(ofCreate(DECLARED, refusal(422), { expectation: 'conflict' })).toEqual(['violated: answered-422']);
    expect(ofCreate(DECLARED, answer(307), REJECT)).toEqual(['violated: answered-307']);
  });

  it.each(['recommend', 'absent', 'observe'] as const)(
    'ignores requests of expectation %s',
    (expectation) => {
      expect(ofCreate(DECLARED, refusal(404), { expectation, plain: false })).toEqual([]);
    },
  );

  it.each([414, 431])('ignores %d, which is about the size of the request', (status) => {
    expect(ofCreate(DECLARED, refusal(status), NAME)).toEqual([]);
  });

  it('ignores what anybody on the way may refuse', () => {
    expect(ofCreate(DECLARED, answer(403, '<html>'), { ...NAME, anyRefusal: true })).toEqual([]);
  });

  it('ignores throttling that says so, and judges a 403 that does not', () => {
    expect(ofCreate(DECLARED, refusal(403, 'SVCSTG.SWR.4031032'), REJECT)).toEqual([]);
    expect(ofCreate(DECLARED, refusal(403, 'SVCSTG.SWR.4031042'), REJECT)).toEqual([]);
    expect(ofCreate(DECLARED, answer(403, undefined, { 'retry-after': '1' }), REJECT)).toEqual([]);
    expect(ofCreate(DECLARED, refusal(403, 'SVCSTG.SWR.4031033'), REJECT)).toEqual([
      'violated: answered-403',
    ]);
  });

  it('leaves 5xx to no-server-error', () => {
    expect(ofCreate(DECLARED, refusal(503), REJECT)).toEqual([]);
    expect(ofCreate(DECLARED, refusal(501), REJECT)).toEqual([]);
  });

  it('lets 404 with a documented not-found code pass for a name that must be refused', () => {
    expect(ofCreate(DECLARED, refusal(404, 'SVCSTG.SWR.4040058'), NAME)).toEqual(['upheld']);
  });

  it('lets that 404 pass for nothing else', () => {
    const code = 'SVCSTG.SWR.4040058';
    expect(ofCreate(DECLARED, refusal(404, code), REJECT)).toEqual(['violated: answered-404']);
    expect(ofCreate(DECLARED, refusal(404, code), { namesInPath: true, plain: false })).toEqual([
      'violated: answered-404',
    ]);
    expect(ofCreate(DECLARED, refusal(404, 'SVCSTG.SWR.4001025'), NAME)).toEqual(['violated: answered-404']);
    expect(ofCreate(DECLARED, answer(404, '<html>'), NAME)).toEqual(['violated: answered-404']);
    expect(ofCreate(DECLARED, refusal(405, code), NAME)).toEqual(['violated: answered-405']);
  });

  it('makes one kind of deviation out of one habit, whatever was sent', () => {
    const story = new Story(sharing);
    for (const account of ['acme', 'other', 'third']) story.create(account, refusal(404), REJECT);
    expect(said(judge(story), DECLARED)).toEqual(['violated: answered-404']);
  });
});
