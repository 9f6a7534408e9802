import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExitReason, RequirementResult } from './report.ts';
import { sampleRequirement } from './sample/sample-requirement.ts';
import { decide, type VerdictInput } from './verdict.ts';

describe('whatever the outcomes, decide', () => {
  it('gives 0 by proof only', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { exitCode, exitReasons, gate } = decide(given);
        expect(exitCode === 0).toBe(gate === 'pass');
        expect(exitCode === 0).toBe(exitReasons.length === 0);
        if (exitCode !== 0) return;
        const counting = given.requirements.filter(
          ({ level }) => level === 'must' || (level === 'should' && given.level === 'should'),
        );
        expect(given.failures).toEqual([]);
        expect(
          given.requirements.some((each) => each.level !== 'observe' && each.outcome !== 'not-judged'),
        ).toBe(true);
        expect(counting.filter(({ outcome }) => outcome === 'violated')).toEqual([]);
        expect(counting.filter((each) => isOpen(each, given.requireAll))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts each requirement exactly once', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { summary } = decide(given);
        for (const level of ['must', 'should'] as const) {
          const { notJudged, outOfScope, upheld: kept, violated: broken } = summary[level];
          const total = given.requirements.filter((each) => each.level === level).length;
          expect(notJudged + outOfScope + kept + broken).toBe(total);
        }
        expect(summary.observations).toBeLessThanOrEqual(given.requirements.length);
      }),
    );
  });

  it('calls conformant only what has no MUST violated and none open in scope', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { verdict } = decide(given);
        const musts = given.requirements.filter(({ level }) => level === 'must');
        const broken = musts.some(({ outcome }) => outcome === 'violated');
        expect(verdict === 'non-conformant').toBe(broken);
        if (verdict === 'conformant') {
          expect(musts.filter((each) => isOpen(each, given.requireAll))).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the verdict however judged SHOULD requirements come out', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom('upheld' as const, 'violated' as const), (given, outcome) => {
        const requirements = given.requirements.map((each) =>
          each.level === 'should' && each.outcome !== 'not-judged' ? { ...each, outcome } : each,
        );
        expect(decide({ ...given, requirements }).verdict).toBe(decide(given).verdict);
      }),
    );
  });

  it('decides by the first reason, in the order of the ranks', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { exitCode, exitReasons } = decide(given);
        expect(exitCode).toBe(exitReasons[0]?.exitCode ?? 0);
        for (const { code } of given.failures)
          expect(exitReasons.map((reason) => reason.code)).toContain(code);
        const weights = exitReasons.map((reason) => reason.exitCode);
        if (weights.includes(2)) expect(exitCode).toBe(2);
        else if (weights.includes(4)) expect(exitCode).toBe(4);
        else if (given.failures.some((each) => each.exitCode === 3)) expect(exitCode).toBe(3);
        else if (weights.includes(1)) expect(exitCode).toBe(1);
      }),
    );
  });
});

const requirementResults = fc
  .record({
    level: fc.constantFrom('must' as const, 'should' as const, 'observe' as const),
    outcome: fc.constantFrom('upheld' as const, 'violated' as const, 'not-judged' as const),
    reason: fc.constantFrom('out-of-scope', 'control-failed', 'throttled'),
    key: fc.nat(999),
  })
  .map(({ key, level, outcome, reason }) =>
    sampleRequirement(
      `op/${key}`,
      level,
      level === 'observe' && outcome === 'violated' ? 'upheld' : outcome,
      outcome === 'not-judged' ? reason : null,
    ),
  );

const inputs: fc.Arbitrary<VerdictInput> = fc.record({
  requirements: fc.array(requirementResults, { maxLength: 6 }),
  level: fc.constantFrom('must', 'should'),
  requireAll: fc.boolean(),
  failures: fc.array(
    fc.constantFrom(failure('usage', 2), failure('preflight-failed', 3), failure('shares-left', 4)),
    { maxLength: 2 },
  ),
});

function isOpen({ outcome, reason }: RequirementResult, requireAll: boolean): boolean {
  return outcome === 'not-judged' && (requireAll || reason !== 'out-of-scope');
}

function failure(code: string, exitCode: number): ExitReason {
  return { code, exitCode, message: `${code}.` };
}
