import { describe, expect, it } from 'vitest';
import { type Answer, answer, item, refusal, silence } from '../testing/answers.ts';
import { accused, said } from '../testing/said.ts';
import { loadSharingContract } from '../testing/sharing-contract.ts';
import { Story } from '../testing/story.ts';
import { races } from './races.ts';
import { state } from './state/state.ts';

const sharing = loadSharingContract();
const CREATED = answer(201, {});
const DUPLICATE = refusal(409);
const RACE = { expectation: 'race', race: 1 } as const;

function race(...creates: readonly (readonly [account: string, answered: Answer])[]): Story {
  const story = new Story(sharing);
  for (const [account, answered] of creates) story.create(account, answered, RACE);
  return story;
}
const judge = (story: Story) => races(story.record, sharing.context());

describe('identical creates sent at once', () => {
  const ID = 'createRepoDomains/simultaneous-duplicates-create-one';
  const of = (...answers: Answer[]) => said(judge(race(...answers.map((one) => ['acme', one] as const))), ID);

  it('create one share, whichever wins', () => {
    expect(of(CREATED, DUPLICATE, DUPLICATE)).toEqual(['upheld']);
    expect(of(DUPLICATE, DUPLICATE, CREATED)).toEqual(['upheld']);
  });

  it('must not create several, or none', () => {
    expect(of(CREATED, CREATED, DUPLICATE)).toEqual(['violated: several-created']);
    expect(of(DUPLICATE, DUPLICATE)).toEqual(['violated: none-created']);
  });

  it('are refused with 409 alone', () => {
    expect(of(CREATED, refusal(400))).toEqual(['violated: other-status']);
  });

  it('are not judged where one has no clear answer', () => {
    expect(of(CREATED, refusal(500))).toEqual(['blocked: server-error']);
    expect(of(CREATED, silence())).toEqual(['blocked: no-answer']);
    expect(of(CREATED, answer(429))).toEqual(['blocked: throttled']);
  });

  it('do not count as refusals that changed something', () => {
    const story = race(['acme', DUPLICATE], ['acme', CREATED]).list(answer(200, [item('acme')]));
    expect(accused(state(story.record, sharing.context()))).toEqual([]);
  });
});

describe('creates for different accounts sent at once', () => {
  const ID = 'createRepoDomains/simultaneous-accounts-all-created';

  it('all succeed', () => {
    expect(said(judge(race(['a', CREATED], ['b', CREATED])), ID)).toEqual(['upheld']);
    expect(said(judge(race(['a', CREATED], ['b', DUPLICATE])), ID)).toEqual(['violated: refused']);
    expect(said(judge(race(['a', CREATED], ['b', refusal(502)])), ID)).toEqual(['blocked: server-error']);
  });

  it('are all listed', () => {
    const story = race(['a', CREATED], ['b', CREATED]).list(answer(200, [item('a')]));
    expect(accused(state(story.record, sharing.context()))).toEqual([`${ID}: not-listed`]);
  });
});

describe('requests that were sent alone', () => {
  it('are no race', () => {
    const story = new Story(sharing).create('acme', CREATED).create('acme', CREATED, { race: 3 });
    expect(judge(story)).toEqual([]);
  });
});
