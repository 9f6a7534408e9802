import { describe, expect, it } from 'vitest';
import { answer, item, refusal } from '../../testing/answers.ts';
import { accused, said } from '../../testing/said.ts';
import { loadSharingContract } from '../../testing/sharing-contract.ts';
import { Story } from '../../testing/story.ts';
import { state } from './state.ts';

const sharing = loadSharingContract();
const judge = (story: Story, provisioning: 'open' | 'fixed' = 'open') =>
  state(story.record, sharing.context({ provisioning }));
const list = (rule: string) => `listRepoDomains/${rule}`;
const CREATED = answer(201, {});
const listed = (...items: unknown[]) => answer(200, items);
const OTHER_PLACE = { namespace: 'group', repository: 'other' };

describe('a list of a repository that is shared with nobody', () => {
  const ID = list('empty-list');

  it('is empty', () => {
    expect(said(judge(new Story(sharing).list(listed())), ID)).toEqual(['upheld']);
    expect(said(judge(new Story(sharing).list(listed(item('someone')))), ID)).toEqual([
      'violated: not-empty',
    ]);
  });

  it('is not judged where others may share the repository', () => {
    expect(judge(new Story(sharing).list(listed(item('someone'))), 'fixed')).toEqual([]);
  });

  it('is not judged after a write of which nobody knows what it did', () => {
    const story = new Story(sharing).create('acme', refusal(500)).list(listed(item('acme')));
    expect(accused(judge(story))).toEqual([]);
  });

  it('is judged once everything was deleted', () => {
    const told = (...found: unknown[]) =>
      judge(
        new Story(sharing)
          .create('acme', CREATED)
          .list(listed(item('acme')))
          .delete('acme', answer(204))
          .list(listed(...found)),
      );
    expect(said(told(), ID)).toEqual(['upheld']);
    expect(accused(told(item('acme')))).toEqual(['deleteRepoDomains/share-gone-from-list: listed']);
  });
});

describe('a list beside another repository', () => {
  const ID = list('only-its-repository');
  /** `acme` in busybox, `other` in another repository; busybox is listed as told. */
  const told = (provisioning: 'open' | 'fixed', ...found: unknown[]) =>
    judge(
      new Story(sharing)
        .create('acme', CREATED)
        .create('other', CREATED, { place: OTHER_PLACE })
        .list(listed(...found)),
      provisioning,
    );

  it('shows only its own shares', () => {
    expect(said(told('open', item('acme')), ID)).toEqual(['upheld']);
    expect(accused(told('open', item('acme'), item('other')))).toEqual([`${ID}: stranger`]);
    expect(accused(told('open', item('acme'), item('OTHER')))).toEqual([`${ID}: stranger`]);
  });

  it('knows of no account that nobody shared with', () => {
    expect(accused(told('open', item('acme'), item('foreign')))).toEqual([`${ID}: stranger`]);
  });

  it('may show what others put there where the repository is theirs as well', () => {
    expect(said(told('fixed', item('acme'), item('foreign')), ID)).toEqual(['upheld']);
    expect(accused(told('fixed', item('acme'), item('other')))).toEqual([`${ID}: stranger`]);
  });

  it('may show an account that both are shared with', () => {
    const story = new Story(sharing)
      .create('acme', CREATED)
      .create('acme', CREATED, { place: OTHER_PLACE })
      .list(listed(item('acme')))
      .list(listed(item('acme', { repository: 'other' })), { place: OTHER_PLACE });
    expect(accused(judge(story))).toEqual([]);
  });

  it('is not judged where no other repository has a share', () => {
    const story = new Story(sharing).create('acme', CREATED).list(listed(item('acme')));
    expect(said(judge(story), ID)).toEqual([]);
  });

  it('is not judged by what a write of unknown effect may have left', () => {
    const story = new Story(sharing)
      .create('acme', CREATED)
      .create('new', refusal(500))
      .list(listed(item('acme'), item('something')));
    expect(accused(judge(story))).toEqual([]);
  });

  it('shows a stranger from the other repository even then', () => {
    const story = new Story(sharing)
      .create('acme', CREATED)
      .create('other', CREATED, { place: OTHER_PLACE })
      .create('new', refusal(500))
      .list(listed(item('acme'), item('other')));
    expect(accused(judge(story))).toEqual([`${ID}: stranger`]);
  });
});

describe('the names in a listed share', () => {
  const ID = list('names-read-back');
  const SLASH = list('repository-reads-back-with-slash');
  const told = (repository: string, found: Record<string, unknown>) => {
    const place = { namespace: 'group', repository };
    return judge(
      new Story(sharing).create('acme', CREATED, { place }).list(listed(item('acme', found)), { place }),
    );
  };

  it('are those of the path', () => {
    expect(said(told('busybox', {}), ID)).toEqual(['upheld']);
    expect(said(told('busybox', { namespace: 'Group' }), ID)).toContain('violated: other-namespace');
    expect(said(told('busybox', { repository: 'busy' }), ID)).toContain('violated: other-repository');
  });

  it('have the repository with its slash, which is a SHOULD', () => {
    expect(said(told('a/b', { repository: 'a/b' }), SLASH)).toEqual(['upheld']);
    for (const repository of ['a$b', 'a%24b', 'a%2Fb'])
      expect(accused(told('a/b', { repository }))).toEqual([`${SLASH}: no-slash`]);
    expect(sharing.requirement(SLASH).level).toBe('should');
  });

  it('are not another repository, slash or no slash', () => {
    expect(accused(told('a/b', { repository: 'ab' }))).toEqual([`${ID}: other-repository`]);
    expect(accused(told('a/b', { repository: 'b' }))).toEqual([`${ID}: other-repository`]);
    expect(accused(told('busybox', { repository: 'busybox/' }))).toEqual([`${ID}: other-repository`]);
  });
});

describe('the status of a listed share', () => {
  const TRUE = list('status-true-while-valid');
  const FALSE = list('status-false-after-deadline');
  // The clock of these tests stands at 2030-01-15T12:00:00Z.
  const told = (deadline: string, status: unknown) =>
    judge(
      new Story(sharing)
        .create('acme', CREATED, { body: { deadline }, expectation: 'observe' })
        .list(listed(item('acme', { deadline, status }))),
    );

  it.each(['forever', '2030-01-17T12:00:00Z', '2099-12-31T23:59:59.999Z'])('is true for %s', (deadline) => {
    expect(said(told(deadline, true), TRUE)).toEqual(['upheld']);
    expect(accused(told(deadline, false))).toEqual([`${TRUE}: other-status`]);
  });

  it.each(['2030-01-13T12:00:00Z', '2018-10-01T16:00:00.000Z'])('is false for %s', (deadline) => {
    expect(said(told(deadline, false), FALSE)).toEqual(['upheld']);
    expect(accused(told(deadline, true))).toEqual([`${FALSE}: other-status`]);
  });

  it.each(['2030-01-17T11:59:59.999Z', '2030-01-15T12:00:00Z', '2030-01-13T12:00:00.001Z'])(
    'may be either for %s, around which editions differ',
    (deadline) => {
      for (const status of [true, false]) expect(accused(told(deadline, status))).toEqual([]);
    },
  );

  it('is the schema’s matter where it is no boolean', () => {
    for (const status of ['false', 0, null]) expect(accused(told('forever', status))).toEqual([]);
  });

  it('is not judged for a deadline whose meaning nobody knows', () => {
    for (const deadline of ['2018-10-01', 'FOREVER', '2018-10-01T16:00:00+02:00'])
      expect([...said(told(deadline, true), TRUE), ...said(told(deadline, true), FALSE)]).toEqual([]);
  });
});
