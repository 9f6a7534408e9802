import { isDeepStrictEqual } from 'node:util';
import type { CheckContext, Judgement, Step } from '../case-record.ts';
import { responseOf } from '../case-record.ts';
import { answerInWords } from '../handling.ts';
import { upheld, violated } from '../judgement.ts';
import { parseJson } from '../parse-json.ts';
import { isLasting } from './expected-members.ts';
import { type Item, membersOf, type RepositoryHistory } from './share-history.ts';

/** What an answer 200 to show says about a share that must be there, or must not (rulings, rows 20 and 24). */
export function judgeShowing(
  history: RepositoryHistory,
  step: Step,
  listed: readonly Item[] | null,
  context: CheckContext,
): Judgement[] {
  const parsed = parseJson(responseOf(step)?.body ?? new Uint8Array());
  const { account } = step;
  // Unusual accounts are the matter of account-found.
  if (step.expectation === 'observe') return [];
  if (!parsed.ok || account === null || history.unsure.has(account)) return [];
  const shown = membersOf(parsed.value);
  if (typeof shown['exist'] !== 'boolean') return [];
  const prefix = step.operation.id;
  const share = history.shares.get(account);
  const item = listed?.find((one) => String(one['access_domain']).toLowerCase() === account.toLowerCase());
  // Others may have shared a repository that is theirs as well; only a list tells that nobody did.
  const mayExist = context.provisioning === 'fixed' && (listed === null || item !== undefined);
  if (share === undefined && shown['exist'] && mayExist && !history.deleted.has(account)) return [];
  if (share === undefined) return judgeAbsence(history, step, account, shown['exist']);
  if (!shown['exist'] && !isLasting(share, context)) return [];
  const exists = `${prefix}/existing-share-shown`;
  const written = step.aim?.requirement.endsWith('-wire-accepted') === true ? step.aim.requirement : exists;
  if (!shown['exist']) return [violated(written, step, 'not-shown', 'exist true', 'exist false')];
  return [upheld(exists, step), ...(item === undefined ? [] : judgeEquality(step, shown, item))];
}

/** Rulings, row 20: that there is no such share is an answer, not a refusal, in a repository that exists. */
export function judgeRefusedShowing(history: RepositoryHistory, step: Step): Judgement[] {
  const { account } = step;
  const isPlain = step.plain && step.expectation === 'accept' && step.aim === null;
  if (!isPlain || account === null || history.shares.size === 0) return [];
  if (history.shares.has(account) || history.unsure.has(account)) return [];
  const id = `${step.operation.id}/absent-share-not-exist`;
  const deviation = `answered-${responseOf(step)?.status}`;
  return [violated(id, step, deviation, '200 with exist false: there is no such share', answerInWords(step))];
}

function judgeAbsence(history: RepositoryHistory, step: Step, account: string, exist: boolean): Judgement[] {
  const deleted = history.deleted.get(account);
  const absent = `${step.operation.id}/absent-share-not-exist`;
  const expected = 'exist false: there is no such share';
  if (deleted !== undefined) {
    const gone = `${deleted.operation.id}/share-gone-from-show`;
    return [exist ? violated(gone, step, 'still-shown', expected, 'exist true') : upheld(gone, step)];
  }
  return [exist ? violated(absent, step, 'exists', expected, 'exist true') : upheld(absent, step)];
}

/** The members that both show and list print have equal values. */
function judgeEquality(step: Step, shown: Item, item: Item): Judgement[] {
  const id = `${step.operation.id}/equals-listed-item`;
  const other = Object.keys(shown).find(
    (name) => name in item && !isDeepStrictEqual(shown[name], item[name]),
  );
  if (other === undefined) return [upheld(id, step)];
  const expected = `${other} ${JSON.stringify(item[other])}, as listed`;
  return [violated(id, step, `${other}-differs`, expected, `${other} ${JSON.stringify(shown[other])}`)];
}
