import type { Judgement, Step } from './case-record.ts';

/** A requirement kept. */
export function upheld(requirement: string, step: Step): Judgement {
  return { requirement, outcome: 'upheld', deviation: '', expected: '', actual: '', step: step.index };
}

/** A requirement broken; `deviation` is the kind, `expected` and `actual` are for people. */
export function violated(
  requirement: string,
  step: Step,
  deviation: string,
  expected: string,
  actual: string,
): Judgement {
  return { requirement, outcome: 'violated', deviation, expected, actual, step: step.index };
}

/** A requirement about which this case can say nothing, and why. */
export function blocked(requirement: string, step: Step, why: string): Judgement {
  return { requirement, outcome: 'blocked', deviation: why, expected: '', actual: '', step: step.index };
}
