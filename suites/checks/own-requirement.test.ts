import { describe, expect, it } from 'vitest';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import { type Answer, answer, refusal, silence } from '../testing/answers.ts';
import { said } from '../testing/said.ts';
import { loadSharingContract } from '../testing/sharing-contract.ts';
import { Story, type Telling } from '../testing/story.ts';
import { ownRequirement } from './own-requirement.ts';

const sharing = loadSharingContract();
const judge = (story: Story) => ownRequirement(story.record, sharing.context());

const ID: Record<Polarity, string> = {
  accepted: 'createRepoDomains/description-max-length-accepted',
  recommended: 'createRepoDomains/description-max-length-recommended',
  rejected: 'createRepoDomains/permit-const-rejected',
  observed: 'createRepoDomains/description-max-length-observed',
};
const EXPECTATION = {
  accepted: 'accept',
  recommended: 'recommend',
  rejected: 'reject',
  observed: 'observe',
} as const;

const aimAt = (requirement: string, polarity: Polarity): Telling => ({
  aim: { requirement, polarity, label: 'a label' },
  expectation: EXPECTATION[polarity],
  plain: false,
});
const CONTROL: Telling = { purpose: 'control' };

/** One unusual create after a control that succeeds, or does what is said. */
function about(polarity: Polarity, answered: Answer, control: Answer = answer(201), telling: Telling = {}) {
  const story = new Story(sharing)
    .create('control', control, CONTROL)
    .create('acme', answered, { ...aimAt(ID[polarity], polarity), ...telling });
  return said(judge(story), ID[polarity]);
}

const UNCLEAR: readonly [string, Answer][] = [
  ['blocked: server-error', refusal(500)],
  ['blocked: throttled', answer(429)],
  ['blocked: no-answer', silence()],
];

describe.each(['accepted', 'recommended'] as const)('a value that is to be %s', (polarity) => {
  it('upholds its requirement by any success', () => {
    expect(about(polarity, answer(201))).toEqual(['upheld']);
    expect(about(polarity, answer(200))).toEqual(['upheld']);
  });

  it.each([302, 400, 401, 404, 409])('violates it by %d', (status) => {
    expect(about(polarity, answer(status))).toEqual(['violated: refused']);
  });

  it('is not judged where the control was refused too', () => {
    expect(about(polarity, refusal(400), refusal(400))).toEqual(['blocked: control-failed']);
    expect(about(polarity, refusal(400), silence())).toEqual(['blocked: control-failed']);
  });

  it('is accepted all the same where only the control failed', () => {
    expect(about(polarity, answer(201), refusal(400))).toEqual(['upheld']);
  });

  it.each(UNCLEAR)('is %s where the answer is unclear', (expected, answered) => {
    expect(about(polarity, answered)).toEqual([expected]);
  });
});

describe('a value that is refused while its control is refused too', () => {
  const told = (first: Answer, second: Answer, telling: Telling = {}) => {
    const aim = aimAt(ID.accepted, 'accepted');
    const story = new Story(sharing)
      .create('control', refusal(400), CONTROL)
      .create('acme', first, aim)
      .create('other', second, { ...aim, ...telling });
    return said(judge(story), ID.accepted);
  };

  it('is held to its requirement where others of its kind are accepted', () => {
    expect(told(answer(201), refusal(400))).toEqual(['upheld', 'violated: refused']);
  });

  it('is held to it where it is the very value that the control has', () => {
    expect(told(refusal(400), refusal(400), { sameAsControl: true })).toEqual([
      'blocked: control-failed',
      'violated: refused',
    ]);
  });

  it('says nothing where everything is refused', () => {
    expect(told(refusal(400), refusal(400))).toEqual(['blocked: control-failed']);
  });
});

describe('a value that is to be rejected', () => {
  it.each([400, 401, 403, 404, 409, 422])('upholds its requirement by %d', (status) => {
    expect(about('rejected', refusal(status))).toEqual(['upheld']);
  });

  it.each([200, 201, 204])('violates it by %d', (status) => {
    expect(about('rejected', answer(status))).toEqual(['violated: accepted']);
  });

  it('violates it by a redirect, which is no 4xx', () => {
    expect(about('rejected', answer(302))).toEqual(['violated: redirected']);
  });

  it('is not judged where its control, or the ground prepared for it, failed', () => {
    expect(about('rejected', refusal(400), refusal(400))).toEqual(['blocked: control-failed']);
    const story = new Story(sharing)
      .create('acme', refusal(400), { purpose: 'setup' })
      .update('acme', refusal(400), aimAt('updateRepoDomains/permit-const-rejected', 'rejected'));
    expect(said(judge(story), 'updateRepoDomains/permit-const-rejected')).toEqual([
      'blocked: control-failed',
    ]);
  });

  it('is judged though ground that was prepared for another request failed', () => {
    const other = { requirement: ID.accepted, polarity: 'accepted', label: 'other' } as const;
    const story = new Story(sharing)
      .create('control', answer(201), CONTROL)
      .create('other', refusal(400), { purpose: 'setup', aim: other })
      .create('acme', refusal(400), aimAt(ID.rejected, 'rejected'));
    expect(said(judge(story), ID.rejected)).toEqual(['upheld']);
  });

  it('is judged by a control that comes after it', () => {
    const reading = aimAt('deleteRepoDomains/namespace-pattern-rejected', 'rejected');
    const told = (control: Answer) =>
      new Story(sharing).delete('acme', refusal(400), reading).delete('acme', control, CONTROL);
    const id = 'deleteRepoDomains/namespace-pattern-rejected';
    expect(said(judge(told(answer(204))), id)).toEqual(['upheld']);
    expect(said(judge(told(refusal(400))), id)).toEqual(['blocked: control-failed']);
  });

  it.each(UNCLEAR)('is %s where the answer is unclear', (expected, answered) => {
    expect(about('rejected', answered)).toEqual([expected]);
  });

  it('blames the step that shows it, and says what was expected of what', () => {
    const story = new Story(sharing)
      .create('control', answer(201), CONTROL)
      .create('acme', answer(201), aimAt(ID.rejected, 'rejected'));
    expect(judge(story)).toEqual([
      {
        requirement: ID.rejected,
        outcome: 'violated',
        deviation: 'accepted',
        expected: 'a label: refused with a 4xx status',
        actual: 'answered 201',
        step: 1,
      },
    ]);
  });
});

describe('a reserved character that anybody may refuse', () => {
  const id = 'listRepoDomains/namespace-reserved-rejected';
  const about = (answered: Answer, control: Answer = answer(200, [])) => {
    const telling = { ...aimAt(id, 'rejected'), anyRefusal: true, namesInPath: true };
    return said(judge(new Story(sharing).list(control, CONTROL).list(answered, telling)), id);
  };

  it.each([301, 400, 403, 404, 414])('may be refused with %d', (status) => {
    expect(about(answer(status, '<html>'))).toEqual(['upheld']);
  });

  it('may not be accepted', () => {
    expect(about(answer(200, []))).toEqual(['violated: accepted']);
  });

  it('is not judged by a server error', () => {
    expect(about(answer(502))).toEqual(['blocked: server-error']);
  });

  it('is not judged where the control was refused too, as everything may be', () => {
    expect(about(refusal(401), refusal(401))).toEqual(['blocked: control-failed']);
  });
});

describe('a value of which nothing is said', () => {
  it.each<[string, Answer]>([
    ['observed: 201', answer(201)],
    ['observed: 400', refusal(400)],
    ['observed: 500', refusal(500)],
    ['observed: no answer', silence()],
  ])('is %s and fails nobody', (expected, answered) => {
    expect(about('observed', answered)).toEqual([expected]);
  });

  it('is counted as accepted or refused', () => {
    const actual = (answered: Answer) =>
      judge(new Story(sharing).create('acme', answered, aimAt(ID.observed, 'observed'))).map(
        (one) => one.actual,
      );
    expect(actual(answer(201))).toEqual(['accepted']);
    expect(actual(refusal(400))).toEqual(['refused']);
  });
});

describe('a wrong credential', () => {
  const forms = ['missing', 'empty', 'garbage', 'prefix', 'extension'];
  const about = (answered: Answer, control: Answer = answer(200, []), form = 'garbage') => {
    const id = `listRepoDomains/token-${form}-rejected`;
    const telling = { ...aimAt(id, 'rejected'), credential: true };
    return said(judge(new Story(sharing).list(control, CONTROL).list(answered, telling)), id);
  };

  it.each(forms)('of the form "%s" is answered 401', (form) => {
    expect(about(refusal(401), answer(200, []), form)).toEqual(['upheld']);
    expect(about(answer(200, []), answer(200, []), form)).toEqual(['violated: accepted']);
    expect(about(refusal(403), answer(200, []), form)).toEqual(['violated: answered-403']);
  });

  it.each([301, 400, 403, 404, 407])('is not to be answered %d', (status) => {
    expect(about(refusal(status, `SVCSTG.SWR.${status}0001`))).toEqual([`violated: answered-${status}`]);
  });

  it('may be answered 400 with a code that is registered for it', () => {
    expect(about(refusal(400, 'SVCSTG.SWR.4001048'))).toEqual(['upheld']);
    expect(about(refusal(400, 'SVCSTG.SWR.4000031'))).toEqual(['upheld']);
    expect(about(refusal(400, 'SVCSTG.SWR.4001049'))).toEqual(['violated: answered-400']);
    expect(about(refusal(403, 'SVCSTG.SWR.4001048'))).toEqual(['violated: answered-403']);
    expect(about(answer(400, '<html>'))).toEqual(['violated: answered-400']);
  });

  it('is not judged where the good token is refused as well', () => {
    expect(about(refusal(401), refusal(401))).toEqual(['blocked: control-failed']);
  });

  it('is found accepted whatever became of the control', () => {
    expect(about(answer(200, []), refusal(401))).toEqual(['violated: accepted']);
  });

  it.each(UNCLEAR)('is %s where the answer is unclear', (expected, answered) => {
    expect(about(answered)).toEqual([expected]);
  });
});

describe('the good token under a header name in other letters', () => {
  const id = 'listRepoDomains/token-header-name-case-accepted';
  const about = (answered: Answer) =>
    said(judge(new Story(sharing).list(answered, { ...aimAt(id, 'accepted') })), id);

  it('is accepted like any other', () => {
    expect(about(answer(200, []))).toEqual(['upheld']);
    expect(about(refusal(401))).toEqual(['violated: refused']);
  });
});

describe('the ground that is prepared for one request', () => {
  const told = (answered: Answer, telling: Telling = {}) => {
    const aim = aimAt('updateRepoDomains/permit-const-accepted', 'accepted');
    const story = new Story(sharing).create('acme', answered, { ...aim, purpose: 'setup', ...telling });
    return said(judge(story), 'updateRepoDomains/permit-const-accepted');
  };

  it('keeps its requirement from being judged where it could not be prepared', () => {
    expect(told(refusal(400))).toEqual(['blocked: control-failed']);
    expect(told(silence())).toEqual(['blocked: control-failed']);
    expect(told(answer(201))).toEqual([]);
  });

  it('may be refused where nothing is said about it', () => {
    expect(told(refusal(400), { expectation: 'observe' })).toEqual([]);
  });
});

describe('requests that were made for nothing of their own', () => {
  it('are not judged here: controls, preparations, plain requests', () => {
    const story = new Story(sharing)
      .create('acme', refusal(400))
      .create('acme', answer(201), { ...aimAt(ID.accepted, 'accepted'), purpose: 'setup' })
      .create('acme', refusal(400), aimAt('createRepoDomains/success-status', 'accepted'))
      .create('acme', refusal(400), aimAt('createRepoDomains/no-such-rule', 'accepted'));
    expect(judge(story)).toEqual([]);
  });
});
