import type { CheckContext, Judgement, Step } from '../case-record.ts';
import { upheld, violated } from '../judgement.ts';
import { type Item, type RepositoryHistory, sameAccount } from './share-history.ts';

/**
 * Items that nothing known put there (rulings, row 22). Where others may use the repository as well, only accounts
 * that this case itself put into another one count.
 */
export function judgeStrangers(
  history: RepositoryHistory,
  step: Step,
  items: readonly Item[],
  elsewhere: ReadonlySet<string>,
  context: CheckContext,
): Judgement[] {
  const id = `${step.operation.id}/only-its-repository`;
  const accountedFor = [
    ...history.shares.keys(),
    ...history.deleted.keys(),
    ...history.neverThere.keys(),
    ...history.unsure,
    ...history.pending.flatMap(({ step: write }) => (write.account === null ? [] : [write.account])),
  ];
  const isKnown = (account: string) => accountedFor.some((known) => sameAccount(known, account));
  const stranger = items.find((item) => {
    const account = item['access_domain'];
    if (typeof account !== 'string' || isKnown(account)) return false;
    return context.provisioning === 'open' || elsewhere.has(account.toLowerCase());
  });
  // A write about which nothing is known may have put anything there.
  if (stranger !== undefined && history.unsure.size > 0 && !isElsewhere(stranger, elsewhere)) return [];
  if (stranger === undefined) return elsewhere.size > 0 ? [upheld(id, step)] : [];
  const { namespace, repository } = history.place;
  const expected = `only shares of ${namespace}/${repository}`;
  return [violated(id, step, 'stranger', expected, `account ${JSON.stringify(stranger['access_domain'])}`)];
}

function isElsewhere(item: Item, elsewhere: ReadonlySet<string>): boolean {
  return elsewhere.has(String(item['access_domain']).toLowerCase());
}
