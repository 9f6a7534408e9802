import { describe, expect, it } from 'vitest';
import { answer, item, refusal, silence } from '../../testing/answers.ts';
import { accused, said } from '../../testing/said.ts';
import { loadSharingContract } from '../../testing/sharing-contract.ts';
import { Story, type Telling } from '../../testing/story.ts';
import { state } from './state.ts';

const sharing = loadSharingContract();
const judge = (story: Story) => state(story.record, sharing.context());
const update = (rule: string) => `updateRepoDomains/${rule}`;
const remove = (rule: string) => `deleteRepoDomains/${rule}`;
const CREATED = answer(201, {});
const UPDATED = answer(201);
const DELETED = answer(204);
const listed = (...items: unknown[]) => answer(200, items);

/** A share created and listed, updated with these members, and listed as told. */
function updated(body: Telling['body'], found: Record<string, unknown>, telling: Telling = {}) {
  const first = { deadline: '2031-01-01T00:00:00Z', description: 'first' };
  return judge(
    new Story(sharing)
      .create('acme', CREATED, { body: first, at: 0 })
      .list(listed(item('acme', first)))
      .update('acme', UPDATED, { ...telling, body: body ?? {} })
      .list(listed(item('acme', { ...first, ...found }))),
  );
}

describe('an update', () => {
  const REPLACED = update('deadline-replaced');

  it('replaces the deadline', () => {
    const told = (sent: string, deadline: string) =>
      said(updated({ deadline: sent }, { deadline }), REPLACED);
    expect(told('forever', 'forever')).toEqual(['upheld']);
    expect(told('forever', '2031-01-01T00:00:00Z')).toEqual(['violated: other-value']);
    expect(told('2032-02-02T00:00:00Z', '2032-02-02T00:00:00.000Z')).toEqual(['upheld']);
    expect(told('2032-02-02T00:00:00Z', '2031-01-01T00:00:00Z')).toEqual(['violated: other-value']);
  });

  it('replaces the description where one is given, an empty one too', () => {
    const id = update('description-replaced');
    const told = (sent: string, description: string) =>
      said(updated({ description: sent }, { deadline: 'forever', description }), id);
    expect(told('second', 'second')).toEqual(['upheld']);
    expect(told('second', 'first')).toEqual(['violated: other-value']);
    expect(told('', '')).toEqual(['upheld']);
    expect(told('', 'first')).toEqual(['violated: other-value']);
  });

  it('may keep or clear a description that is left out', () => {
    const id = update('description-omitted-observed');
    const told = (description: string) => updated({}, { deadline: 'forever', description });
    expect(said(told('first'), id)).toEqual(['observed: kept']);
    expect(said(told(''), id)).toEqual(['observed: cleared']);
    expect(accused([...told('first'), ...told('')])).toEqual([]);
  });

  it('lets a null description read back as a string', () => {
    const told = (description: unknown) =>
      updated({ description: null }, { deadline: 'forever', description }, { expectation: 'observe' });
    expect(said(told(''), update('null-description-reads-as-string'))).toEqual(['upheld']);
    expect(accused(told(null))).toEqual([`${update('null-description-reads-as-string')}: other-value`]);
  });

  it('keeps the share', () => {
    const story = new Story(sharing)
      .create('acme', CREATED)
      .list(listed(item('acme')))
      .update('acme', UPDATED)
      .list(listed());
    expect(accused(judge(story))).toEqual([`${REPLACED}: share-gone`]);
  });

  it.each(['created', 'creator_id', 'creator_name'])('keeps %s', (name) => {
    const id = update('creation-kept');
    const kept = updated({}, { deadline: 'forever' });
    expect(said(kept, id)).toEqual(['upheld']);
    const value = name === 'created' ? '2030-01-15T12:00:01Z' : 'another';
    expect(accused(updated({}, { deadline: 'forever', [name]: value }))).toEqual([`${id}: ${name}-changed`]);
  });

  it('never moves updated back', () => {
    const id = update('updated-never-back');
    const told = (time: string) => updated({}, { deadline: 'forever', updated: time });
    expect(said(told('2030-01-15T12:00:00.5Z'), id)).toEqual(['upheld']);
    expect(said(told('2030-01-15T12:00:00.6Z'), id)).toEqual(['upheld']);
    expect(accused(told('2030-01-15T12:00:00.4Z'))).toEqual([`${id}: moved-back`]);
  });

  it('moves updated forward once two seconds lie between, which is a SHOULD', () => {
    const id = update('updated-moves-forward');
    const told = (time: string, at: number) => updated({}, { deadline: 'forever', updated: time }, { at });
    expect(said(told('2030-01-15T12:00:02.5Z', 2000), id)).toEqual(['upheld']);
    expect(said(told('2030-01-15T12:00:00.5Z', 2000), id)).toEqual(['violated: stood-still']);
    expect(said(told('2030-01-15T12:00:00.5Z', 1999), id)).toEqual([]);
    expect(sharing.requirement(id).level).toBe('should');
  });

  it('need not move updated forward within two seconds of the update before', () => {
    const story = new Story(sharing)
      .create('acme', CREATED, { at: 0 })
      .list(listed(item('acme')))
      .update('acme', UPDATED, { at: 2100 })
      .list(listed(item('acme', { updated: '2030-01-15T12:00:02.5Z' })))
      .update('acme', UPDATED, { at: 2200 })
      .list(listed(item('acme', { updated: '2030-01-15T12:00:02.5Z' })));
    expect(accused(judge(story))).toEqual([]);
  });

  it('says nothing of times that the list does not write as documented', () => {
    expect(said(updated({}, { updated: 'yesterday' }), update('updated-never-back'))).toEqual([]);
  });
});

describe('an update of a share that does not exist', () => {
  const REFUSED = update('absent-share-refused');
  const told = (status: number, ...found: unknown[]) =>
    judge(
      new Story(sharing)
        .create('other', CREATED)
        .update('acme', answer(status), { expectation: 'absent' })
        .list(listed(item('other'), ...found)),
    );

  it('is refused, with whatever 4xx', () => {
    for (const status of [400, 404, 409, 422]) expect(said(told(status), REFUSED)).toEqual(['upheld']);
    expect(accused(told(201))).toEqual([`${REFUSED}: accepted`]);
    expect(accused(told(200))).toEqual([`${REFUSED}: accepted`]);
  });

  it('is not refused by a redirect', () => {
    expect(said(told(302), REFUSED)).toEqual(['violated: redirected']);
  });

  it('creates none', () => {
    const id = update('absent-share-not-created');
    expect(said(told(404), id)).toEqual(['upheld']);
    expect(accused(told(404, item('acme')))).toEqual([`${id}: listed`]);
    expect(accused(told(201, item('acme')))).toEqual([`${REFUSED}: accepted`, `${id}: listed`]);
  });

  it('says nothing by a server error', () => {
    expect(said(told(500), REFUSED)).toEqual([]);
  });
});

describe('a delete', () => {
  const GONE = remove('share-gone-from-list');
  const deleted = (...found: unknown[]) =>
    new Story(sharing)
      .create('acme', CREATED)
      .create('other', CREATED)
      .list(listed(item('acme'), item('other')))
      .delete('acme', DELETED)
      .list(listed(item('other'), ...found));

  it('takes the share from the list', () => {
    expect(said(judge(deleted()), GONE)).toEqual(['upheld']);
    expect(accused(judge(deleted()))).toEqual([]);
    expect(accused(judge(deleted(item('acme'))))).toEqual([`${GONE}: listed`]);
    expect(accused(judge(deleted(item('ACME'))))).toEqual([`${GONE}: listed`]);
  });

  it('takes the share from show', () => {
    const id = remove('share-gone-from-show');
    const told = (exist: boolean) => judge(deleted().show('acme', answer(200, { exist })));
    expect(said(told(false), id)).toEqual(['upheld']);
    expect(accused(told(true))).toEqual([`${id}: still-shown`]);
  });

  it('lets the share be created again', () => {
    const again = (...found: unknown[]) =>
      judge(
        deleted()
          .create('acme', CREATED)
          .list(listed(...found)),
      );
    expect(accused(again(item('acme'), item('other')))).toEqual([]);
    expect(accused(again(item('other')))).toEqual(['createRepoDomains/share-listed: not-listed']);
  });

  it('that was refused takes nothing away', () => {
    const told = (...found: unknown[]) =>
      judge(
        new Story(sharing)
          .create('acme', CREATED)
          .list(listed(item('acme')))
          .delete('acme', refusal(400), { expectation: 'reject' })
          .list(listed(...found)),
      );
    expect(accused(told(item('acme')))).toEqual([]);
    expect(accused(told())).toEqual([`${remove('refusal-changes-nothing')}: share-gone`]);
  });

  it('of a share that does not exist is only observed', () => {
    const id = remove('absent-share-observed');
    const told = (status: number) =>
      judge(
        new Story(sharing).create('other', CREATED).delete('acme', answer(status), { expectation: 'absent' }),
      );
    expect(said(told(204), id)).toEqual(['observed: 204']);
    expect(said(told(404), id)).toEqual(['observed: 404']);
    expect(told(404).find((one) => one.requirement === id)?.actual).toBe('refused');
    expect(accused([...told(204), ...told(400), ...told(200)])).toEqual([]);
  });
});

describe('a write without a clear answer', () => {
  it.each([
    ['a server error', refusal(500)],
    ['no answer', silence()],
    ['throttling', answer(429)],
  ])('leaves its share to anybody’s guess: %s', (_, answered) => {
    const either = (story: (listing: readonly unknown[]) => Story) =>
      [[item('acme'), item('other')], [item('other')]].flatMap((found) => accused(judge(story(found))));
    expect(
      either((found) =>
        new Story(sharing)
          .create('other', CREATED)
          .create('acme', answered)
          .list(listed(...found)),
      ),
    ).toEqual([]);
    expect(
      either((found) =>
        new Story(sharing)
          .create('other', CREATED)
          .create('acme', CREATED)
          .delete('acme', answered)
          .list(listed(...found)),
      ),
    ).toEqual([]);
    expect(
      accused(
        judge(
          new Story(sharing)
            .create('acme', CREATED)
            .list(listed(item('acme')))
            .update('acme', answered, { body: { deadline: '2031-01-01T00:00:00Z' } })
            .list(listed(item('acme', { deadline: '2031-01-01T00:00:00Z' })))
            .show('acme', answer(200, { exist: false })),
        ),
      ),
    ).toEqual([]);
  });

  it('leaves the other shares certain', () => {
    const story = new Story(sharing)
      .create('acme', CREATED)
      .list(listed(item('acme')))
      .create('other', refusal(500))
      .list(listed());
    expect(accused(judge(story))).toEqual(['createRepoDomains/share-listed: no-longer-listed']);
  });
});
