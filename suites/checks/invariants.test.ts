import { describe, expect, it } from 'vitest';
import { type Answer, answer, refusal, silence } from '../testing/answers.ts';
import { accused, said } from '../testing/said.ts';
import { loadSharingContract } from '../testing/sharing-contract.ts';
import { Story, type Telling } from '../testing/story.ts';
import { invariants } from './invariants.ts';

const sharing = loadSharingContract();
const judge = (answered: Answer, telling: Telling = {}) =>
  invariants(new Story(sharing).update('acme', answered, telling).record, sharing.context());

const IN_TIME = 'updateRepoDomains/answers-in-time';
const NO_SERVER_ERROR = 'updateRepoDomains/no-server-error';

describe('no-server-error', () => {
  it.each([200, 201, 302, 400, 401, 404, 429])('is upheld by %d', (status) => {
    expect(said(judge(answer(status)), NO_SERVER_ERROR)).toEqual(['upheld']);
  });

  it.each([500, 501, 502, 503, 599])('is violated by %d', (status) => {
    expect(said(judge(answer(status)), NO_SERVER_ERROR)).toEqual([`violated: answered-${status}`]);
  });

  it.each(['accept', 'reject', 'recommend', 'conflict', 'absent', 'race', 'observe'] as const)(
    'holds whatever is sent: expectation %s',
    (expectation) => {
      const judgements = judge(refusal(500), { expectation, anyRefusal: true, plain: false });
      expect(said(judgements, NO_SERVER_ERROR)).toEqual(['violated: answered-500']);
    },
  );

  it.each(['setup', 'control', 'subject', 'read-back', 'cleanup'] as const)(
    'holds whatever it is sent for: %s',
    (purpose) => {
      expect(said(judge(refusal(500), { purpose }), NO_SERVER_ERROR)).toEqual(['violated: answered-500']);
    },
  );

  it('believes a 503 to be throttling only with a throttle code or Retry-After', () => {
    expect(accused(judge(answer(503, undefined, { 'retry-after': '5' })))).toEqual([]);
    expect(accused(judge(refusal(503, 'SVCSTG.SWR.4031032')))).toEqual([]);
    expect(accused(judge(refusal(503)))).toEqual([`${NO_SERVER_ERROR}: answered-503`]);
    expect(accused(judge(refusal(500, 'SVCSTG.SWR.4031032')))).toEqual([`${NO_SERVER_ERROR}: answered-500`]);
  });

  it('says nothing where there is no answer', () => {
    expect(said(judge(silence('connection')), NO_SERVER_ERROR)).toEqual([]);
  });
});

describe('answers-in-time', () => {
  it('is upheld by any whole answer, a server error too', () => {
    expect(said(judge(answer(201)), IN_TIME)).toEqual(['upheld']);
    expect(said(judge(refusal(500)), IN_TIME)).toEqual(['upheld']);
  });

  it.each(['timeout', 'connection', 'protocol', 'too-large'] as const)(
    'is violated where no whole answer came: %s',
    (kind) => {
      expect(said(judge(silence(kind)), IN_TIME)).toEqual([`violated: ${kind}`]);
    },
  );

  it('is not held against an endpoint whose run was stopped', () => {
    expect(judge(silence('cancelled'))).toEqual([]);
  });
});
