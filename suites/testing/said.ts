import type { Judgement } from '../checks/case-record.ts';

/**
 * What judgements say about one requirement, in order and each once: `upheld`, `violated: answered-200`,
 * `blocked: control-failed`, `observed: 404`.
 */
export function said(judgements: readonly Judgement[], requirement: string): readonly string[] {
  const words = judgements
    .filter((one) => one.requirement === requirement)
    .map(({ outcome, deviation }) => (deviation === '' ? outcome : `${outcome}: ${deviation}`));
  return [...new Set(words)];
}

/** Everything that is held against the endpoint: `operation/rule: deviation`, each once and in order. */
export function accused(judgements: readonly Judgement[]): readonly string[] {
  const words = judgements
    .filter(({ outcome }) => outcome === 'violated')
    .map(({ requirement, deviation }) => `${requirement}: ${deviation}`);
  return [...new Set(words)];
}
