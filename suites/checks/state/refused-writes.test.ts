import { describe, expect, it } from 'vitest';
import { answer, item, refusal } from '../../testing/answers.ts';
import { accused, said } from '../../testing/said.ts';
import { loadSharingContract } from '../../testing/sharing-contract.ts';
import { BUSYBOX, Story, type Telling } from '../../testing/story.ts';
import { state } from './state.ts';

const sharing = loadSharingContract();
const judge = (story: Story) => state(story.record, sharing.context());
const listed = (...items: unknown[]) => answer(200, items);
const CREATED = answer(201, {});
const REJECT: Telling = { expectation: 'reject', plain: false };
/** A repository with one share that has been listed. */
const shared = () =>
  new Story(sharing).create('acme', CREATED, { body: { description: 'first' } }).list(listed(ACME));
const ACME = item('acme', { description: 'first' });

describe('a refused create', () => {
  const ID = 'createRepoDomains/refusal-changes-nothing';
  const told = (...found: unknown[]) =>
    judge(
      shared()
        .create('new', refusal(400), REJECT)
        .list(listed(...found)),
    );

  it('creates nothing', () => {
    expect(said(told(ACME), ID)).toEqual(['upheld']);
    expect(accused(told(ACME, item('new')))).toEqual([`${ID}: listed`]);
    expect(accused(told(ACME, item('NEW')))).toEqual([`${ID}: listed`]);
  });

  it('takes nothing away, and changes nothing of another share', () => {
    expect(accused(told())).toEqual([`${ID}: share-gone`]);
    expect(accused(told(item('acme', { description: 'second' })))).toEqual([`${ID}: description-changed`]);
    expect(accused(told(item('acme', { description: 'first', deadline: '2031-01-01T00:00:00Z' })))).toEqual([
      `${ID}: deadline-changed`,
    ]);
  });

  it('is held to it even if its body said nothing that can be understood', () => {
    const opaque = (...found: unknown[]) =>
      judge(
        shared()
          .create('new', refusal(400), { ...REJECT, opaqueBody: true })
          .list(listed(...found)),
      );
    expect(said(opaque(ACME), ID)).toEqual(['upheld']);
    expect(accused(opaque(ACME, item('new')))).toEqual([`${ID}: listed`]);
    expect(accused(opaque())).toEqual([`${ID}: share-gone`]);
  });

  it('is held to it under a redirect as well', () => {
    const story = shared()
      .create('new', answer(302), REJECT)
      .list(listed(ACME, item('new')));
    expect(accused(judge(story))).toEqual([`${ID}: listed`]);
  });
});

describe('a refused update', () => {
  const ID = 'updateRepoDomains/refusal-changes-nothing';
  const told = (found: Record<string, unknown>) =>
    judge(
      shared()
        .update('acme', refusal(400), { ...REJECT, body: { description: 'second' } })
        .list(listed(item('acme', { description: 'first', ...found }))),
    );

  it('changes nothing', () => {
    expect(said(told({}), ID)).toEqual(['upheld']);
    expect(accused(told({ description: 'second' }))).toEqual([`${ID}: description-changed`]);
    expect(accused(told({ deadline: '2031-01-01T00:00:00Z' }))).toEqual([`${ID}: deadline-changed`]);
  });

  it('is found out under the name that a valid one would have had', () => {
    const elsewhere: Telling = {
      ...REJECT,
      namesInPath: true,
      place: { namespace: 'Group', repository: 'busybox' },
      basePlace: BUSYBOX,
    };
    const story = shared()
      .update('acme', refusal(400), { ...elsewhere, body: { description: 'second' } })
      .list(listed(item('acme', { description: 'second' })));
    expect(accused(judge(story))).toEqual([`${ID}: description-changed`]);
  });

  it('is blamed before any accepted write to another share', () => {
    const story = shared()
      .create('other', CREATED)
      .update('acme', refusal(400), REJECT)
      .list(listed(item('other')));
    expect(accused(judge(story))).toEqual([`${ID}: share-gone`]);
  });
});

describe('a refused write', () => {
  it('is blamed for its own share before another refused one is', () => {
    const story = shared()
      .create('new', refusal(400), REJECT)
      .delete('acme', refusal(400), REJECT)
      .list(listed());
    expect(accused(judge(story))).toEqual(['deleteRepoDomains/refusal-changes-nothing: share-gone']);
  });

  it('is only blamed for what changed after it', () => {
    const story = shared().create('new', refusal(400), REJECT).list(listed(ACME)).list(listed());
    expect(accused(judge(story))).toEqual(['createRepoDomains/share-listed: no-longer-listed']);
  });

  it('is blamed once, not in every list that follows', () => {
    const story = shared().create('new', refusal(400), REJECT).list(listed()).list(listed());
    expect(judge(story).filter(({ outcome }) => outcome === 'violated')).toHaveLength(1);
  });

  it('that stored a share all the same does not make the later list wrong', () => {
    const story = shared()
      .create('new', refusal(400), REJECT)
      .list(listed(ACME, item('new')))
      .list(listed(ACME, item('new')));
    expect(accused(judge(story))).toEqual(['createRepoDomains/refusal-changes-nothing: listed']);
  });

  it('that stored a share in an empty repository does not make the list wrong', () => {
    const story = new Story(sharing).create('new', refusal(400), REJECT).list(listed(item('new')));
    expect(accused(judge(story))).toEqual(['createRepoDomains/refusal-changes-nothing: listed']);
  });
});

describe('a share that others made before', () => {
  // Where repositories are not ours alone, a create refused with 409 may have met a share that was there before.
  it('is not what a refused create left behind', () => {
    const story = new Story(sharing)
      .list(listed(item('acme')))
      .create('acme', refusal(409))
      .list(listed(item('acme')));
    const judgements = state(story.record, sharing.context({ provisioning: 'fixed' }));
    expect(said(judgements, 'createRepoDomains/refusal-changes-nothing')).not.toContain('violated: listed');
  });
});

describe('an accepted write', () => {
  const TOUCHES = (operation: string) => `${operation}/touches-only-its-share`;

  it('to another share takes none away and changes none', () => {
    const told = (...found: unknown[]) =>
      judge(
        shared()
          .create('other', CREATED)
          .list(listed(...found)),
      );
    const id = TOUCHES('createRepoDomains');
    expect(said(told(ACME, item('other')), id)).toEqual(['upheld']);
    expect(accused(told(item('other')))).toEqual([`${id}: share-gone`]);
    expect(accused(told(item('acme', { description: 'x' }), item('other')))).toEqual([
      `${id}: description-changed`,
    ]);
  });

  it('updates no other share', () => {
    const story = (found: Record<string, unknown>) =>
      shared()
        .create('other', CREATED)
        .list(listed(ACME, item('other')))
        .update('other', answer(201), { body: { description: 'second' } })
        .list(listed(item('acme', found), item('other', { description: 'second' })));
    const id = TOUCHES('updateRepoDomains');
    expect(said(judge(story({ description: 'first' })), id)).toEqual(['upheld']);
    expect(accused(judge(story({ description: 'second' })))).toEqual([`${id}: description-changed`]);
  });

  it('deletes no other share', () => {
    const story = (...found: unknown[]) =>
      shared()
        .create('other', CREATED)
        .list(listed(ACME, item('other')))
        .delete('other', answer(204))
        .list(listed(...found));
    const id = TOUCHES('deleteRepoDomains');
    expect(said(judge(story(ACME)), id)).toEqual(['upheld']);
    expect(accused(judge(story()))).toEqual([`${id}: share-gone`]);
  });

  it('touches no share of another repository, of the same account least of all', () => {
    const place = { namespace: 'group', repository: 'other' };
    const story = (...found: unknown[]) =>
      shared()
        .create('acme', CREATED, { place })
        .delete('acme', answer(204), { place })
        .list(listed(...found));
    expect(accused(judge(story(ACME)))).toEqual([]);
    expect(accused(judge(story()))).toEqual([`${TOUCHES('deleteRepoDomains')}: share-gone`]);
  });

  it('is not judged where there is no other share', () => {
    const story = new Story(sharing).create('acme', CREATED).list(listed(item('acme')));
    expect(said(judge(story), TOUCHES('createRepoDomains'))).toEqual([]);
  });
});

describe('an invalid create that was accepted', () => {
  it('without an account, leaves open under which name it is listed', () => {
    const told = (account: string) =>
      judge(
        shared()
          .create(null, CREATED, { ...REJECT, body: { access_domain: 42 } })
          .list(listed(ACME, item(account))),
      );
    expect(accused([...told('42'), ...told(''), ...told('null')])).toEqual([]);
  });

  it('with a body of which nothing is known, leaves open whether it is listed', () => {
    const story = (...found: unknown[]) =>
      shared()
        .create('new', CREATED, { ...REJECT, opaqueBody: true })
        .list(listed(ACME, ...found));
    expect(accused(judge(story()))).toEqual([]);
    expect(accused(judge(story(item('new'))))).toEqual([]);
    expect(accused(judge(story(item('undefined'))))).toEqual([]);
  });
});
