import { type CheckContext, type Judgement, responseOf, type Step } from '../case-record.ts';
import { answerInWords } from '../handling.ts';
import { upheld, violated } from '../judgement.ts';
import { type Item, isUnusual, type RepositoryHistory, sameAccount } from './share-history.ts';

/** Shares that must not be listed: deleted, never created, or asked for by a create that was refused. */
export function judgeAbsent(
  history: RepositoryHistory,
  step: Step,
  items: readonly Item[],
  context: CheckContext,
): Judgement[] {
  const isListed = (account: string) =>
    [...history.shares.keys()].every((known) => !sameAccount(known, account)) &&
    items.some((item) => sameAccount(String(item['access_domain']), account));
  const judge = (account: string, write: Step, rule: string, because: string): Judgement => {
    const id = `${write.operation.id}/${rule}`;
    const expected = `account ${JSON.stringify(account)} is not listed: ${because}`;
    return isListed(account) ? violated(id, step, 'listed', expected, 'it is listed') : upheld(id, step);
  };
  const refused = history.pending.filter(
    ({ step: write, kind, accepted }) =>
      kind === 'create' &&
      !accepted &&
      write.account !== null &&
      !history.shares.has(write.account) &&
      !history.unsure.has(write.account) &&
      !mayBeForeign(write, context),
  );
  return [
    ...[...history.deleted].map(([account, write]) =>
      judge(account, write, goneRule(account), 'it was deleted'),
    ),
    ...[...history.neverThere].map(([account, write]) =>
      judge(account, write, 'absent-share-not-created', 'an update creates nothing'),
    ),
    ...refused.map(({ step: write }) =>
      judge(write.account ?? '', write, 'refusal-changes-nothing', 'its create was refused'),
    ),
  ];
}

/** Where others share repositories with us, a create answered 409 may have met a share of theirs. */
function mayBeForeign(write: Step, { provisioning }: CheckContext): boolean {
  return provisioning === 'fixed' && responseOf(write)?.status === 409;
}

/** Deleting under an unusual account and hitting nothing is a matter of finding it, not of deleting. */
function goneRule(account: string): string {
  return isUnusual(account) ? 'account-found' : 'share-gone-from-list';
}

/** Rulings, row 19b: what is shared with nobody lists an empty array. */
export function judgeEmpty(history: RepositoryHistory, step: Step, items: readonly Item[]): Judgement[] {
  const id = `${step.operation.id}/empty-list`;
  if (items.length === 0) return [upheld(id, step)];
  // A share that should not be there is held against the write that left it; the list tells the truth.
  const left = [...history.deleted.keys(), ...history.neverThere.keys(), ...refusedAccounts(history)];
  if (items.some((item) => left.some((account) => sameAccount(String(item['access_domain']), account))))
    return [];
  return [violated(id, step, 'not-empty', 'an empty array: nothing is shared', `${items.length} items`)];
}

/** No list at all where an empty one is due; where something is shared, status and shape are judged elsewhere. */
export function judgeNoList(history: RepositoryHistory, step: Step, context: CheckContext): Judgement[] {
  const emptied = history.deleted.size > 0 && history.shares.size === 0 && history.unsure.size === 0;
  if (!emptied || step.expectation !== 'accept' || context.provisioning !== 'open') return [];
  const id = `${step.operation.id}/empty-list`;
  return [violated(id, step, 'no-list', 'an empty array: nothing is shared', answerInWords(step))];
}

/** A share that a refused create left behind is told once; in later lists it is no stranger. */
export function forgetIntruders(history: RepositoryHistory, items: readonly Item[]): void {
  for (const account of refusedAccounts(history))
    if (items.some((item) => sameAccount(String(item['access_domain']), account)))
      history.unsure.add(account);
}

/** Accounts of refused creates since the last reading that have no share. */
function refusedAccounts(history: RepositoryHistory): string[] {
  return history.pending.flatMap(({ step: { account }, kind, accepted }) =>
    kind === 'create' && !accepted && account !== null && !history.shares.has(account) ? [account] : [],
  );
}
