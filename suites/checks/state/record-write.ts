import type { Judgement, Step } from '../case-record.ts';
import { responseOf } from '../case-record.ts';
import { answerInWords, handlingOf } from '../handling.ts';
import { blocked, upheld, violated } from '../judgement.ts';
import { membersOf, type RepositoryHistory, type Write } from './share-history.ts';

/**
 * Takes a write into the history of the repository that it is about, and judges what its answer alone says about
 * duplicates and missing shares (rulings, rows 8b, 21, 23).
 */
export function recordWrite(history: RepositoryHistory, step: Step, kind: Write['kind']): Judgement[] {
  const handling = handlingOf(step);
  const { account } = step;
  if (account === null || step.opaqueBody || isRewritable(account)) {
    // What was created without an account that can be read may be listed under any name.
    if (handling !== 'refused') forget(history, account ?? '');
    if (handling === 'refused') history.pending.push({ step, kind, accepted: false });
    return [];
  }
  if (handling !== 'accepted' && handling !== 'refused') {
    forget(history, account);
    return [];
  }
  const accepted = handling === 'accepted';
  const judgements = JUDGE[kind](history, step, account, accepted);
  // Who loses a race is refused while another of its requests changes the very same share.
  if (accepted || step.expectation !== 'race') history.pending.push({ step, kind, accepted });
  return judgements;
}

/** Accounts that routers on the way may rewrite, and that are held to no reading for that (rulings, row 8b). */
function isRewritable(account: string): boolean {
  return (
    account === '.' || account === '..' || account !== account.trim() || /[/\\\p{Cc}\p{Cs}]/u.test(account)
  );
}

const JUDGE: Record<
  Write['kind'],
  (history: RepositoryHistory, step: Step, account: string, accepted: boolean) => Judgement[]
> = { create: recordCreate, update: recordUpdate, delete: recordDelete };

function recordCreate(
  history: RepositoryHistory,
  step: Step,
  account: string,
  accepted: boolean,
): Judgement[] {
  const duplicate = history.shares.has(account);
  if (step.expectation === 'race' && !accepted) return [];
  const judgements = duplicate ? judgeDuplicate(step) : history.shares.size > 0 ? judgeDistinct(step) : [];
  if (!accepted) return judgements;
  if (duplicate) {
    // Which of the two it keeps is anybody's guess now.
    forget(history, account);
    return judgements;
  }
  const body = membersOf(step.arguments.body);
  history.deleted.delete(account);
  history.shares.set(account, {
    account,
    created: step,
    previousWrite: step,
    lastWrite: step,
    permit: body['permit'],
    deadline: body['deadline'],
    description: 'description' in body ? body['description'] : '',
    verified: null,
    wrong: new Set(),
  });
  return judgements;
}

function judgeDuplicate(step: Step): Judgement[] {
  if (step.expectation !== 'conflict') return [];
  const id = `${step.operation.id}/duplicate-refused`;
  const status = responseOf(step)?.status;
  if (status === 409) return [upheld(id, step)];
  return [
    violated(
      id,
      step,
      `answered-${status}`,
      'a create for a share that exists is answered 409',
      answerInWords(step),
    ),
  ];
}

/** Another account in the same repository is no duplicate. */
function judgeDistinct(step: Step): Judgement[] {
  if (step.expectation !== 'accept') return [];
  const id = `${step.operation.id}/account-distinct`;
  if (responseOf(step)?.status !== 409) return handlingOf(step) === 'accepted' ? [upheld(id, step)] : [];
  const expected = 'a create for an account that the repository is not shared with yet succeeds';
  return [violated(id, step, 'answered-409', expected, answerInWords(step))];
}

function recordUpdate(
  history: RepositoryHistory,
  step: Step,
  account: string,
  accepted: boolean,
): Judgement[] {
  const share = history.shares.get(account);
  if (share === undefined) {
    if (step.expectation !== 'absent' || history.unsure.has(account)) return [];
    history.neverThere.set(account, step);
    const id = `${step.operation.id}/absent-share-refused`;
    const expected = 'an update of a share that does not exist is refused with a 4xx status';
    const status = responseOf(step)?.status ?? 0;
    if (!accepted && status >= 400) return [upheld(id, step)];
    return [violated(id, step, accepted ? 'accepted' : 'redirected', expected, answerInWords(step))];
  }
  if (!accepted) return [];
  const body = membersOf(step.arguments.body);
  share.previousWrite = share.lastWrite;
  share.lastWrite = step;
  share.permit = body['permit'];
  share.deadline = body['deadline'];
  share.description = body['description'];
  share.wrong.clear();
  return [];
}

function recordDelete(
  history: RepositoryHistory,
  step: Step,
  account: string,
  accepted: boolean,
): Judgement[] {
  const there = history.shares.has(account);
  if (step.expectation === 'absent') {
    const id = `${step.operation.id}/absent-share-observed`;
    const observed = { ...blocked(id, step, String(responseOf(step)?.status)), outcome: 'observed' as const };
    return [{ ...observed, actual: accepted ? 'accepted' : 'refused' }];
  }
  if (accepted && there) {
    history.shares.delete(account);
    history.deleted.set(account, step);
  }
  return [];
}

function forget(history: RepositoryHistory, account: string): void {
  history.shares.delete(account);
  history.deleted.delete(account);
  history.unsure.add(account);
}
