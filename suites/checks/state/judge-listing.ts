import type { CheckContext, Judgement, Step } from '../case-record.ts';
import { upheld, violated } from '../judgement.ts';
import { blameFor } from './blame.ts';
import { expectedMembers, expectedStatus, instantOf, isLasting } from './expected-members.ts';
import { forgetIntruders, judgeAbsent, judgeEmpty } from './judge-absence.ts';
import { judgeStrangers } from './judge-strangers.ts';
import {
  type Item,
  type KnownShare,
  type RepositoryHistory,
  sameAccount,
  type Write,
} from './share-history.ts';

/** What a list of a repository says about everything that happened to it so far, and about the list itself. */
export function judgeListing(
  history: RepositoryHistory,
  step: Step,
  items: readonly Item[],
  elsewhere: ReadonlySet<string>,
  context: CheckContext,
): Judgement[] {
  const judgements: Judgement[] = [];
  for (const share of history.shares.values()) {
    const found = items.filter((item) => sameAccount(String(item['access_domain']), share.account));
    judgements.push(...judgePresence(history, step, share, found.length, context));
    const item = found[0];
    if (item === undefined) continue;
    judgements.push(
      ...judgeMembers(history, step, share, item),
      ...judgeUntouched(history, step, share, item),
    );
    judgements.push(...judgeCreation(step, share, item));
    judgements.push(...observeOmitted(step, share, item));
    judgements.push(...judgePlace(history, step, item), ...judgeStatus(step, item, context));
    if (share.wrong.size === 0) share.verified = { item, step };
  }
  judgements.push(
    ...judgeAbsent(history, step, items, context),
    ...judgeStrangers(history, step, items, elsewhere, context),
  );
  if (history.shares.size === 0 && history.unsure.size === 0 && context.provisioning === 'open')
    judgements.push(...judgeEmpty(history, step, items));
  forgetIntruders(history, items);
  judgements.push(...keptByWrites(history, step, judgements));
  history.pending = [];
  history.foreign = [];
  return judgements;
}

function judgePresence(
  history: RepositoryHistory,
  step: Step,
  share: KnownShare,
  count: number,
  context: CheckContext,
): Judgement[] {
  if (count === 0 && !isLasting(share, context)) return [];
  const listed = presenceRule(history, step, share);
  if (count === 1) return [upheld(listed, step)];
  if (count > 1) {
    const actual = `the account is listed ${count} times`;
    return [violated(listed, step, 'listed-twice', `account ${share.account} is listed once`, actual)];
  }
  const expected = `account ${JSON.stringify(share.account)} is listed`;
  const actual = 'it is not listed';
  if (share.wrong.has('presence')) return [];
  share.wrong.add('presence');
  if (share.verified === null) return [violated(listed, step, 'not-listed', expected, actual)];
  const update = history.pending.find((write) => write.step === share.lastWrite && write.kind === 'update');
  if (update !== undefined)
    return [violated(`${update.step.operation.id}/deadline-replaced`, step, 'share-gone', expected, actual)];
  const blame = blameFor(share, history);
  if (blame === undefined) return [violated(listed, step, 'no-longer-listed', expected, actual)];
  return [violated(blame.requirement, step, 'share-gone', `${expected}: ${blame.because}`, actual)];
}

/** Which requirement a missing share breaks: many shares and simultaneous creates have one of their own. */
function presenceRule(history: RepositoryHistory, step: Step, share: KnownShare): string {
  // The same repository, written in another way that must be understood.
  if (step.aim?.requirement.endsWith('-wire-accepted') === true) return step.aim.requirement;
  if (history.shares.size >= MANY) return `${step.operation.id}/hundred-shares-listed`;
  const rule = share.created.race === null ? 'share-listed' : 'simultaneous-accounts-all-created';
  return `${share.created.operation.id}/${rule}`;
}

/** As many as every edition lists (rulings, row 19b). */
const MANY = 100;

function judgeMembers(history: RepositoryHistory, step: Step, share: KnownShare, item: Item): Judgement[] {
  const written = share.verified === null || share.verified.step.index < share.lastWrite.index;
  return expectedMembers(share, item).flatMap(({ rule, expected, kept }) => {
    const id = `${share.lastWrite.operation.id}/${rule}`;
    if (kept) return written ? [upheld(id, step)] : [];
    if (share.wrong.has(rule)) return [];
    const member = expected.split(' ')[0] ?? '';
    share.wrong.add(rule).add(member);
    const actual = `${member} ${JSON.stringify(item[member])}`;
    const blame = written ? undefined : blameFor(share, history);
    if (blame === undefined) return [violated(id, step, 'other-value', expected, actual)];
    return [violated(blame.requirement, step, `${member}-changed`, `${expected}: ${blame.because}`, actual)];
  });
}

/** Members that only an accepted write to the share itself may change. */
const OWN = ['permit', 'deadline', 'description', 'created', 'updated', 'creator_id', 'creator_name'];

function judgeUntouched(history: RepositoryHistory, step: Step, share: KnownShare, item: Item): Judgement[] {
  const before = share.verified;
  if (before === null || before.step.index < share.lastWrite.index) return [];
  const name = OWN.find((one) => before.item[one] !== item[one] && !share.wrong.has(one));
  const blame = name === undefined ? undefined : blameFor(share, history);
  if (name === undefined || blame === undefined) return [];
  share.wrong.add(name);
  const expected = `${name} ${JSON.stringify(before.item[name])}: ${blame.because}`;
  return [
    violated(blame.requirement, step, `${name}-changed`, expected, `${name} ${JSON.stringify(item[name])}`),
  ];
}

/** Rulings, row 14d: whether an update without a description keeps the old one or clears it is only observed. */
function observeOmitted(step: Step, share: KnownShare, item: Item): Judgement[] {
  const before = share.verified;
  if (share.lastWrite === share.created || before === null || before.step.index > share.lastWrite.index)
    return [];
  if (share.description !== undefined || before.item['description'] === '') return [];
  const id = `${share.lastWrite.operation.id}/description-omitted-observed`;
  const did = item['description'] === before.item['description'] ? 'kept' : 'cleared';
  return [{ ...upheld(id, step), outcome: 'observed', deviation: did, actual: 'accepted' }];
}

/** Rulings, row 23: what an update keeps, and where `updated` may move. */
function judgeCreation(step: Step, share: KnownShare, item: Item): Judgement[] {
  const before = share.verified;
  if (share.lastWrite === share.created || before === null || before.step.index > share.lastWrite.index)
    return [];
  const prefix = share.lastWrite.operation.id;
  const changed = ['created', 'creator_id', 'creator_name'].filter(
    (name) => before.item[name] !== item[name],
  );
  const kept = `${prefix}/creation-kept`;
  const first = changed[0];
  const judgements =
    first === undefined
      ? [upheld(kept, step)]
      : [
          violated(
            kept,
            step,
            `${first}-changed`,
            `${first} ${JSON.stringify(before.item[first])}, as before the update`,
            `${first} ${JSON.stringify(item[first])}`,
          ),
        ];
  return [...judgements, ...judgeUpdated(prefix, step, share, before.item, item)];
}

function judgeUpdated(prefix: string, step: Step, share: KnownShare, before: Item, item: Item): Judgement[] {
  const old = instantOf(before['updated']);
  const now = instantOf(item['updated']);
  if (old === undefined || now === undefined) return [];
  const actual = `updated ${JSON.stringify(item['updated'])}, before ${JSON.stringify(before['updated'])}`;
  const never = `${prefix}/updated-never-back`;
  const back =
    now < old
      ? violated(never, step, 'moved-back', 'updated does not move back', actual)
      : upheld(never, step);
  // From the answer to one write until the other was sent: what lies between cannot be less for the endpoint.
  if (share.lastWrite.sent - share.previousWrite.at < 2000) return [back];
  const forward = `${prefix}/updated-moves-forward`;
  const moved = now > old;
  return [
    back,
    moved ? upheld(forward, step) : violated(forward, step, 'stood-still', 'updated moves forward', actual),
  ];
}

function judgePlace(history: RepositoryHistory, step: Step, item: Item): Judgement[] {
  const { namespace, repository } = history.place;
  const prefix = step.operation.id;
  const names = `${prefix}/names-read-back`;
  const slash = `${prefix}/repository-reads-back-with-slash`;
  const expected = `namespace ${JSON.stringify(namespace)}`;
  const judged =
    item['namespace'] === namespace
      ? upheld(names, step)
      : violated(names, step, 'other-namespace', expected, `namespace ${JSON.stringify(item['namespace'])}`);
  const actual = `repository ${JSON.stringify(item['repository'])}`;
  const wanted = `repository ${JSON.stringify(repository)}`;
  const same = item['repository'] === repository;
  if (!repository.includes('/')) {
    return [judged, same ? upheld(names, step) : violated(names, step, 'other-repository', wanted, actual)];
  }
  // How `/` is printed is only recommended; what is printed must still be this repository.
  const unescaped = String(item['repository']).replaceAll(/\$|%24|%2F/gi, '/') === repository;
  const slashed = same ? upheld(slash, step) : violated(slash, step, 'no-slash', wanted, actual);
  return [judged, unescaped ? slashed : violated(names, step, 'other-repository', wanted, actual)];
}

function judgeStatus(step: Step, item: Item, context: CheckContext): Judgement[] {
  const expected = expectedStatus(item, context);
  if (expected === undefined || typeof item['status'] !== 'boolean') return [];
  const id = `${step.operation.id}/${expected ? 'status-true-while-valid' : 'status-false-after-deadline'}`;
  if (item['status'] === expected) return [upheld(id, step)];
  const wanted = `status ${expected} for the deadline ${JSON.stringify(item['deadline'])}`;
  return [violated(id, step, 'other-status', wanted, `status ${String(item['status'])}`)];
}

/** Writes since the last reading that nothing was blamed on have kept what they must keep. */
function keptByWrites(history: RepositoryHistory, step: Step, judgements: readonly Judgement[]): Judgement[] {
  const blamed = new Set(
    judgements.filter((one) => one.outcome === 'violated').map((one) => one.requirement),
  );
  return history.pending
    .flatMap((write: Write) => {
      const prefix = write.step.operation.id;
      if (write.accepted) {
        const others = [...history.shares.values()].some(
          (share) => share.account !== write.step.account && share.created.index < write.step.index,
        );
        return others ? [`${prefix}/touches-only-its-share`] : [];
      }
      return write.step.expectation === 'conflict'
        ? [`${prefix}/duplicate-changes-nothing`, `${prefix}/refusal-changes-nothing`]
        : [`${prefix}/refusal-changes-nothing`];
    })
    .filter((id) => !blamed.has(id))
    .map((id) => upheld(id, step));
}
