import type { FindingStep, Report, ReportTarget, RequirementResult, Verdict } from './report.ts';

/** The verdict as a sign and words, so that nothing is told by colour alone. */
export const VERDICTS = {
  conformant: { sign: '✓', word: 'Conformant' },
  'non-conformant': { sign: '✗', word: 'Not conformant' },
  'not-judged': { sign: '?', word: 'Not judged' },
} as const satisfies Record<Verdict, { sign: string; word: string }>;

/** `✗ Not conformant (part of the catalogue)`: a part never reads like the whole. */
export function headline(report: Report): string {
  const { sign, word } = VERDICTS[report.verdict];
  return `${sign} ${word}${report.run.partial ? ' (part of the catalogue only)' : ''}`;
}

/** What the verdict speaks about, in one sentence; a verdict is never shown without it. */
export function describeScope(report: Report): string {
  const { scope, partial, shard } = report.run;
  const left = countOutOfScope(report.requirements);
  const all = report.requirements.length;
  const whole = left === 0 ? 'the whole catalogue' : `${all - left} of ${plural(all, 'requirement')}`;
  const fixed = scope.provisioning === 'fixed';
  const accounts =
    fixed && scope.accounts === 0 ? 'no account to share with' : plural(scope.accounts, 'account');
  const parts = [
    partial ? 'a part of the catalogue' : whole,
    shard === null ? '' : `shard ${shard}`,
    scope.writes ? 'with writes' : 'read only',
    `${scope.provisioning} provisioning`,
    scope.accounts === 0 && !fixed ? 'no real accounts' : accounts,
  ];
  const outside = left === 0 ? 'nothing out of scope' : `${plural(left, 'requirement')} out of scope`;
  return `Scope: ${parts.filter((part) => part !== '').join(', ')}; ${outside}.`;
}

export function describeTarget({ kind, url, embedded }: ReportTarget): string {
  if (embedded) return `embedded reference endpoint at ${url}`;
  return kind === 'sdk' ? `client library, recorded at ${url}` : url;
}

/** Whole seconds read best: `42 s`, `3 min 5 s`. */
export function describeDuration(report: Report): string {
  const milliseconds = Date.parse(report.run.finishedAt) - Date.parse(report.run.startedAt);
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** What a step brought back, in a few words. */
export function describeAnswer({ failure, response }: Pick<FindingStep, 'failure' | 'response'>): string {
  if (response !== null) return `status ${response.status}`;
  return failure === null ? 'no answer' : `no answer (${failure})`;
}

/** `1 share`, `1,204 shares`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

function countOutOfScope(requirements: readonly RequirementResult[]): number {
  return requirements.filter(({ outcome, reason }) => outcome === 'not-judged' && reason === 'out-of-scope')
    .length;
}
