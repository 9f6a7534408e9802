import { describe, expect, it } from 'vitest';
import { shareResource } from '../../generators/sharing/share-resource.ts';
import { type Answer, answer, refusal, silence } from '../testing/answers.ts';
import { loadSharingContract } from '../testing/sharing-contract.ts';
import { Story, type Telling } from '../testing/story.ts';
import { Resources } from './resources.ts';

const sharing = loadSharingContract();
const register = () => new Resources(shareResource(sharing.contract));
const CREATED = answer(201);

describe('the register of shares', () => {
  const tell = (resources: Resources, story: Story) => {
    for (const step of story.record.steps)
      resources.wasAnswered(resources.willSend(step.operation, step.arguments), step);
  };
  const CLEANUP: Telling = { purpose: 'cleanup', expectation: 'observe' };

  it('counts what was created and deleted, and names what is left', () => {
    const resources = register();
    tell(resources, new Story(sharing).create('acme', CREATED).create('other', CREATED));
    expect(resources.left).toEqual(['group/busybox: acme', 'group/busybox: other']);
    tell(resources, new Story(sharing).delete('acme', answer(204)));
    expect([resources.created, resources.deleted, resources.left]).toEqual([2, 1, ['group/busybox: other']]);
  });

  it('counts nothing that was refused, and no share that it did not create', () => {
    const resources = register();
    for (const answered of [refusal(400), refusal(409), answer(429)])
      tell(resources, new Story(sharing).create('acme', answered));
    tell(resources, new Story(sharing).delete('foreign', answer(204)));
    expect([resources.created, resources.deleted, resources.left]).toEqual([0, 0, []]);
  });

  it('names what a refused delete left', () => {
    const resources = register();
    tell(resources, new Story(sharing).create('acme', CREATED).delete('acme', refusal(400)));
    expect(resources.left).toEqual(['group/busybox: acme']);
  });

  it('names a create without an answer until cleanup has found nothing', () => {
    const resources = register();
    tell(resources, new Story(sharing).create('acme', silence()));
    expect([resources.created, resources.left]).toEqual([0, ['group/busybox: acme']]);
    tell(resources, new Story(sharing).delete('acme', refusal(404), CLEANUP));
    expect(resources.left).toEqual([]);
  });

  it('forgets what was created for certain once cleanup is told that it is not there', () => {
    const resources = register();
    tell(resources, new Story(sharing).create('acme', CREATED).delete('acme', refusal(404), CLEANUP));
    expect(resources.left).toEqual([]);
  });

  it('names what was created for certain and could not be cleaned up', () => {
    const resources = register();
    tell(resources, new Story(sharing).create('acme', CREATED).delete('acme', refusal(403), CLEANUP));
    expect(resources.left).toEqual(['group/busybox: acme']);
  });
});

describe('what a case has to remove', () => {
  const open = (story: Story) =>
    register()
      .open(story.record.steps)
      .map(({ namespace, repository, access_domain }) => `${namespace}/${repository}: ${access_domain}`);
  const created = (answered: Answer, telling: Telling = {}) =>
    new Story(sharing).create('acme', answered, telling);

  it('is what was created, the last first', () => {
    const place = { namespace: 'group', repository: 'a/b' };
    expect(open(created(CREATED).create('other', CREATED, { place }))).toEqual([
      'group/a$b: other',
      'group/busybox: acme',
    ]);
  });

  it('is what may have been created: nobody knows after a server error or silence', () => {
    for (const answered of [refusal(500), silence()]) expect(open(created(answered))).toHaveLength(1);
    for (const answered of [refusal(400), refusal(409), answer(429)])
      expect(open(created(answered))).toEqual([]);
  });

  it('is not what was deleted, and is it again when it was created again', () => {
    expect(open(created(CREATED).delete('acme', answer(204)))).toEqual([]);
    expect(open(created(CREATED).delete('acme', refusal(404)))).toHaveLength(1);
    expect(open(created(CREATED).delete('acme', answer(204)).create('acme', CREATED))).toHaveLength(1);
  });

  it('is nothing of which the account is not known', () => {
    expect(open(new Story(sharing).create(null, CREATED))).toEqual([]);
  });

  it('has the account as it was sent, and not as the path would have it', () => {
    expect(open(new Story(sharing).create('a+b c', CREATED))).toEqual(['group/busybox: a+b c']);
  });
});
