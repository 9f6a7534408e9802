import type { Step } from '../case-record.ts';
import type { KnownShare, RepositoryHistory } from './share-history.ts';

/** The requirement that a change nobody asked for is held against. */
export interface Blame {
  readonly requirement: string;
  readonly step: Step;
  readonly because: string;
}

/**
 * Who is to blame when a share that was as it must be is so no longer, though no accepted write was about it: a
 * refused request of this share first, then any refused one, then an accepted write to another share, be it in another
 * repository.
 */
export function blameFor(share: KnownShare, { pending, foreign }: RepositoryHistory): Blame | undefined {
  const refused = pending.filter((write) => !write.accepted);
  const own = refused.find((write) => write.step.account === share.account) ?? refused[0];
  if (own !== undefined) {
    const rule =
      own.step.expectation === 'conflict' ? 'duplicate-changes-nothing' : 'refusal-changes-nothing';
    return {
      requirement: `${own.step.operation.id}/${rule}`,
      step: own.step,
      because: 'a refused request changes nothing',
    };
  }
  const other =
    pending.find((write) => write.accepted && write.step.account !== share.account) ??
    foreign.findLast((write) => write.step.account === share.account) ??
    foreign.at(-1);
  if (other === undefined) return undefined;
  return {
    requirement: `${other.step.operation.id}/touches-only-its-share`,
    step: other.step,
    because: 'a request changes no share but the one it names',
  };
}
