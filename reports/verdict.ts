import { outcomeKind } from './outcome-kind.ts';
import type {
  ExitReason,
  LevelSummary,
  Report,
  ReportSummary,
  RequirementResult,
  Verdict,
} from './report.ts';

export interface VerdictInput {
  readonly requirements: readonly RequirementResult[];
  /** What the gate counts; the verdict itself looks at MUST only. */
  readonly level: 'must' | 'should';
  /** Requirements out of scope count as not judged. */
  readonly requireAll: boolean;
  /**
   * What went wrong beside the requirements. `exitCode` says what it weighs: 2 for usage, 4 for shares left
   * behind, 3 for a failed preflight, an interrupt or a fault, 1 for a baseline entry that no longer holds.
   */
  readonly failures: readonly ExitReason[];
  /** Ids of violated requirements all of whose findings the baseline accepts: the gate lets them pass. */
  readonly accepted?: ReadonlySet<string>;
}

export type Decision = Pick<Report, 'verdict' | 'gate' | 'exitCode' | 'exitReasons' | 'summary'>;

/**
 * How outcomes add up. Exit code 0 is reached by proof only: something was judged, nothing that counts is
 * violated or open, and nothing went wrong beside it. Ranks are those of "Exit codes" in the interface.
 */
export function decide(input: VerdictInput): Decision {
  const reasons = exitReasons(input);
  const exitCode = reasons[0]?.exitCode ?? 0;
  return {
    verdict: judgeVerdict(input),
    gate: exitCode === 0 ? 'pass' : 'fail',
    exitCode,
    exitReasons: reasons,
    summary: summariseRequirements(input.requirements),
  };
}

/** Counts by level. Each requirement is counted once; an observation counts where it was exercised. */
export function summariseRequirements(requirements: readonly RequirementResult[]): ReportSummary {
  return {
    must: summariseLevel(requirements.filter(({ level }) => level === 'must')),
    should: summariseLevel(requirements.filter(({ level }) => level === 'should')),
    observations: requirements.filter((requirement) => outcomeKind(requirement) === 'observed').length,
  };
}

function summariseLevel(requirements: readonly RequirementResult[]): LevelSummary {
  const count = (kind: string) => requirements.filter((each) => outcomeKind(each) === kind).length;
  return {
    upheld: count('upheld'),
    violated: count('violated'),
    notJudged: count('not-judged'),
    outOfScope: count('out-of-scope'),
  };
}

/** All reasons that apply, the one that decides first. */
function exitReasons(input: VerdictInput): ExitReason[] {
  const { failures } = input;
  const weighing = (code: number) => failures.filter((failure) => failure.exitCode === code);
  const reasons = [
    ...weighing(2),
    ...weighing(4),
    ...failures.filter(({ exitCode }) => ![1, 2, 4].includes(exitCode)).map(asFault),
    ...weighing(1),
    ...violatedReason(input),
    ...notJudgedReason(input),
  ];
  const explained = reasons.some(({ exitCode }) => exitCode === 2 || exitCode === 3);
  if (!explained && !input.requirements.some(isJudged)) {
    reasons.push({
      code: 'nothing-judged',
      exitCode: 3,
      message:
        'No MUST or SHOULD requirement was judged, so nothing is proved: widen the selection or the scope.',
    });
  }
  return reasons;
}

/** A failure whose weight nobody knows is a fault; it never lets a run pass. */
function asFault(failure: ExitReason): ExitReason {
  return { ...failure, exitCode: 3 };
}

function violatedReason(input: VerdictInput): ExitReason[] {
  const violated = input.requirements.filter(
    (each) => gateCounts(input, each) && outcomeKind(each) === 'violated' && !input.accepted?.has(each.id),
  );
  if (violated.length === 0) return [];
  return [
    {
      code: 'requirement-violated',
      exitCode: 1,
      message: `${countRequirements(violated)} violated: ${nameSome(violated)}.`,
    },
  ];
}

function notJudgedReason(input: VerdictInput): ExitReason[] {
  const open = input.requirements.filter((each) => gateCounts(input, each) && isOpen(input, each));
  if (open.length === 0) return [];
  return [
    {
      code: 'not-judged',
      exitCode: 3,
      message: `${countRequirements(open)} not judged: ${nameSome(open)}.`,
    },
  ];
}

/** SHOULD requirements have no say here, and neither have shares left behind or the baseline. */
function judgeVerdict(input: VerdictInput): Verdict {
  const musts = input.requirements.filter(({ level }) => level === 'must');
  if (musts.some(({ outcome }) => outcome === 'violated')) return 'non-conformant';
  const faulty = input.failures.some(({ exitCode }) => exitCode !== 1 && exitCode !== 4);
  const open = musts.some((each) => isOpen(input, each));
  return faulty || open || !input.requirements.some(isJudged) ? 'not-judged' : 'conformant';
}

function gateCounts(input: VerdictInput, requirement: RequirementResult): boolean {
  return requirement.level === 'must' || (requirement.level === 'should' && input.level === 'should');
}

function isOpen(input: VerdictInput, requirement: RequirementResult): boolean {
  const kind = outcomeKind(requirement);
  return kind === 'not-judged' || (kind === 'out-of-scope' && input.requireAll);
}

function isJudged(requirement: RequirementResult): boolean {
  const kind = outcomeKind(requirement);
  return kind === 'upheld' || kind === 'violated';
}

function countRequirements(requirements: readonly RequirementResult[]): string {
  const levels = new Set(requirements.map(({ level }) => level.toUpperCase()));
  const level = levels.size === 1 ? `${[...levels].join('')} ` : '';
  return requirements.length === 1
    ? `1 ${level}requirement is`
    : `${requirements.length} ${level}requirements are`;
}

function nameSome(requirements: readonly RequirementResult[]): string {
  const ids = requirements.map(({ id }) => id).sort();
  const rest = ids.length - 3;
  return ids.slice(0, 3).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
