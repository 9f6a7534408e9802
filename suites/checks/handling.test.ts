import { describe, expect, it } from 'vitest';
import { type Answer, answer, refusal, silence } from '../testing/answers.ts';
import { loadSharingContract } from '../testing/sharing-contract.ts';
import { Story } from '../testing/story.ts';
import type { Step } from './case-record.ts';
import { errorCodes, isNotFoundCode } from './error-codes.ts';
import { answerInWords, handlingOf } from './handling.ts';

const sharing = loadSharingContract();

function stepWith(answered: Answer): Step {
  const [step] = new Story(sharing).list(answered).record.steps;
  if (step === undefined) throw new RangeError('a story of one request has one step');
  return step;
}

function codesIn(body: unknown): readonly string[] {
  const answered = answer(400, body);
  return answered.kind === 'response' ? errorCodes(answered.response) : [];
}

describe('handlingOf', () => {
  it.each<[string, Answer]>([
    ['accepted', answer(200)],
    ['accepted', answer(299)],
    ['refused', answer(300)],
    ['refused', answer(302)],
    ['refused', answer(400)],
    ['refused', answer(499)],
    ['refused', refusal(403, 'SVCSTG.SWR.4039001')],
    ['server-error', answer(500)],
    ['server-error', answer(503)],
    ['throttled', answer(429)],
    ['throttled', answer(503, undefined, { 'retry-after': '1' })],
    ['throttled', refusal(403, 'SVCSTG.SWR.4031042')],
    ['no-answer', silence('timeout')],
    ['no-answer', silence('too-large')],
  ])('says %s', (handling, answered) => {
    expect(handlingOf(stepWith(answered))).toBe(handling);
  });

  it('takes no other status for throttling, even with Retry-After', () => {
    expect(handlingOf(stepWith(answer(500, undefined, { 'retry-after': '1' })))).toBe('server-error');
    expect(handlingOf(stepWith(answer(400, undefined, { 'retry-after': '1' })))).toBe('refused');
  });
});

describe('answerInWords', () => {
  it('tells the status, or why there is none', () => {
    expect(answerInWords(stepWith(answer(418)))).toBe('answered 418');
    expect(answerInWords(stepWith(silence()))).toBe('no answer: no complete answer within 10 ms');
  });
});

describe('errorCodes', () => {
  it('finds the code in each documented shape', () => {
    const entry = { errorCode: 'SVCSTG.SWR.4001025', errorMessage: 'No.' };
    expect(codesIn([entry])).toEqual(['SVCSTG.SWR.4001025']);
    expect(codesIn({ errors: [entry] })).toEqual(['SVCSTG.SWR.4001025']);
    expect(codesIn({ error_code: 'APIGW.0301', error_msg: 'No.' })).toEqual(['APIGW.0301']);
    expect(codesIn({ errors: [entry], error_code: 'SVCSTG.SWR.4001026', error_msg: 'No.' })).toEqual([
      'SVCSTG.SWR.4001026',
      'SVCSTG.SWR.4001025',
    ]);
  });

  it('finds none in anything else', () => {
    const others = ['<html>', undefined, null, 7, 'text', [], [null], {}, { errors: 'x' }, { error_code: 7 }];
    expect(others.flatMap(codesIn)).toEqual([]);
    expect(codesIn({ error_code: '' })).toEqual([]);
  });
});

describe('isNotFoundCode', () => {
  it('knows a code whose seven digits begin with 404', () => {
    expect(isNotFoundCode('SVCSTG.SWR.4040058')).toBe(true);
    for (const other of ['SVCSTG.SWR.4001025', 'SVCSTG.SWR.404', 'SVCSTG.SWR.40400581', 'SWR4040058', ''])
      expect(isNotFoundCode(other)).toBe(false);
  });
});
