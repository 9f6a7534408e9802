import { describe, expect, it } from 'vitest';
import { answer, item, refusal } from '../../testing/answers.ts';
import { accused, said } from '../../testing/said.ts';
import { loadSharingContract } from '../../testing/sharing-contract.ts';
import { Story } from '../../testing/story.ts';
import { state } from './state.ts';

const sharing = loadSharingContract();
const judge = (story: Story, provisioning: 'open' | 'fixed' = 'open') =>
  state(story.record, sharing.context({ provisioning }));
const show = (rule: string) => `showAccessDomain/${rule}`;
const CREATED = answer(201, {});
const shown = (members: Record<string, unknown>) => answer(200, members);
const listed = (...items: unknown[]) => answer(200, items);
const shared = () => new Story(sharing).create('acme', CREATED).list(listed(item('acme')));

describe('a share that exists', () => {
  it('is shown', () => {
    const id = show('existing-share-shown');
    expect(said(judge(shared().show('acme', shown({ exist: true }))), id)).toEqual(['upheld']);
    expect(said(judge(shared().show('acme', shown({ exist: false }))), id)).toEqual(['violated: not-shown']);
  });

  it('is not judged by an answer that is none, or has no exist', () => {
    for (const answered of [refusal(500), answer(200, '<html>'), shown({}), shown({ exist: 'true' })])
      expect(accused(judge(shared().show('acme', answered, { purpose: 'control' })))).toEqual([]);
  });
});

describe('the members of a share that is shown', () => {
  const ID = show('equals-listed-item');
  const told = (members: Record<string, unknown>) =>
    judge(shared().show('acme', shown({ exist: true, ...members })));

  it('equal those of the list', () => {
    expect(said(told(item('acme')), ID)).toEqual(['upheld']);
    expect(said(told({ permit: 'read' }), ID)).toEqual(['upheld']);
    expect(said(told({}), ID)).toEqual(['upheld']);
    expect(said(told({ region: 'x' }), ID)).toEqual(['upheld']);
  });

  it.each(Object.keys(item('acme')))('include %s', (name) => {
    expect(accused(told({ ...item('acme'), [name]: 'another' }))).toEqual([`${ID}: ${name}-differs`]);
  });

  it('are compared with the account’s own item, whatever its letter case', () => {
    const both = listed(item('other', { description: 'x' }), item('ACME'));
    const story = new Story(sharing)
      .create('acme', CREATED)
      .create('other', CREATED)
      .list(both)
      .show('acme', shown({ exist: true, description: '' }));
    expect(said(judge(story), ID)).toEqual(['upheld']);
  });

  it('are compared with no list that a write came after, nor with that of another repository', () => {
    const late = { exist: true, description: 'new' };
    const written = shared().update('acme', answer(201)).show('acme', shown(late));
    expect(said(judge(written), ID)).toEqual([]);
    const elsewhere = new Story(sharing)
      .create('acme', CREATED)
      .list(listed(), { place: { namespace: 'group', repository: 'other' } })
      .show('acme', shown(late));
    expect(said(judge(elsewhere), ID)).toEqual([]);
  });
});

describe('a share that does not exist', () => {
  const ID = show('absent-share-not-exist');
  const told = (answered: ReturnType<typeof answer>) => judge(shared().show('other', answered));

  it('is answered 200 with exist false, whatever else it carries', () => {
    expect(said(told(shown({ exist: false })), ID)).toEqual(['upheld']);
    expect(said(told(shown({ exist: false, status: false, created: '' })), ID)).toEqual(['upheld']);
    expect(accused(told(shown({ exist: true })))).toEqual([`${ID}: exists`]);
    expect(accused(told(shown({ exist: true, ...item('other') })))).toEqual([`${ID}: exists`]);
  });

  it('is not answered 404', () => {
    for (const status of [404, 400])
      expect(said(told(refusal(status)), ID)).toEqual([`violated: answered-${status}`]);
  });

  it('may be refused where the repository itself may be missing, or the request is unusual', () => {
    expect(said(judge(new Story(sharing).show('acme', refusal(404))), ID)).toEqual([]);
    const unusual = shared().show('other', refusal(404), { expectation: 'reject', plain: false });
    expect(said(judge(unusual), ID)).toEqual([]);
  });

  it('may have been shared by others where the repository is theirs as well', () => {
    const story = new Story(sharing).show('foreign', shown({ exist: true, ...item('foreign') }));
    expect(accused(judge(story, 'fixed'))).toEqual([]);
    const known = new Story(sharing).list(listed()).show('foreign', shown({ exist: true }));
    expect(accused(judge(known, 'fixed'))).toEqual([`${ID}: exists`]);
  });
});

describe('account-found', () => {
  const found = (operation: string) => `${operation}/account-found`;
  const tell = (account: string) => new Story(sharing).create(account, CREATED, { expectation: 'observe' });

  it.each(['a+b', 'a b', 'a%2Fb', 'ä', '名', 'a?b=c', '__proto__', 'Acme'])(
    'holds for every account that create accepted: %s',
    (account) => {
      const open = { expectation: 'observe' } as const;
      const kept = tell(account)
        .show(account, shown({ exist: true }), open)
        .update(account, answer(201), open)
        .delete(account, answer(204), open);
      const lost = tell(account)
        .show(account, shown({ exist: false }), open)
        .update(account, refusal(404), open)
        .delete(account, refusal(404), open);
      for (const operation of ['showAccessDomain', 'updateRepoDomains', 'deleteRepoDomains'])
        expect(said(judge(kept), found(operation))).toEqual(['upheld']);
      expect(accused(judge(lost))).toEqual([
        `${found('showAccessDomain')}: not-found`,
        `${found('updateRepoDomains')}: refused`,
        `${found('deleteRepoDomains')}: refused`,
      ]);
    },
  );

  it('holds for plain accounts in valid requests', () => {
    expect(said(judge(shared().update('acme', refusal(404))), found('updateRepoDomains'))).toEqual([
      'violated: refused',
    ]);
    expect(said(judge(shared().show('acme', refusal(404))), found('showAccessDomain'))).toEqual([
      'violated: refused',
    ]);
  });

  it('says nothing of accounts that create refused, nor of requests with another aim', () => {
    const refused = new Story(sharing)
      .create('a+b', refusal(400), { expectation: 'observe' })
      .show('a+b', refusal(404), { expectation: 'observe' });
    expect(accused(judge(refused))).toEqual([]);
    const aim = { requirement: 'showAccessDomain/x', polarity: 'observed', label: 'x' } as const;
    expect(said(judge(shared().show('acme', refusal(404), { aim })), found('showAccessDomain'))).toEqual([]);
    const control = shared().show('acme', refusal(404), { purpose: 'control' });
    expect(said(judge(control), found('showAccessDomain'))).toEqual([]);
  });

  it('says nothing by a server error', () => {
    expect(said(judge(shared().show('acme', refusal(500))), found('showAccessDomain'))).toEqual([]);
  });
});
