import { describe, expect, it } from 'vitest';
import type { ExitReason, RequirementResult } from './report.ts';
import { sampleRequirement } from './sample/sample-requirement.ts';
import { decide, type VerdictInput } from './verdict.ts';

describe('decide', () => {
  it('passes where every MUST was upheld', () => {
    const decision = decide(input([upheld('a/one'), upheld('a/two')]));
    expect(decision).toMatchObject({ verdict: 'conformant', gate: 'pass', exitCode: 0, exitReasons: [] });
  });

  it('answers a violated MUST with non-conformant and 1, and names it', () => {
    const decision = decide(input([upheld('a/one'), violated('a/two')]));
    expect(decision).toMatchObject({ verdict: 'non-conformant', gate: 'fail', exitCode: 1 });
    expect(decision.exitReasons).toEqual([
      { code: 'requirement-violated', exitCode: 1, message: '1 MUST requirement is violated: a/two.' },
    ]);
  });

  it('answers an open MUST in scope with not-judged and 3', () => {
    const decision = decide(input([upheld('a/one'), open('a/two')]));
    expect(decision).toMatchObject({ verdict: 'not-judged', gate: 'fail', exitCode: 3 });
    expect(decision.exitReasons.map(({ code }) => code)).toEqual(['not-judged']);
  });

  it('lets 1 go before an open requirement, and lists both', () => {
    const decision = decide(input([violated('a/one'), open('a/two')]));
    expect(decision).toMatchObject({ verdict: 'non-conformant', exitCode: 1 });
    expect(decision.exitReasons.map(({ code }) => code)).toEqual(['requirement-violated', 'not-judged']);
  });

  it('checks usage before what was left behind, that before faults, and those before violations', () => {
    const failures = [failure('preflight-failed', 3), failure('shares-left', 4), failure('bad-option', 2)];
    const decision = decide({ ...input([violated('a/one'), open('a/two')]), failures });
    expect(decision.exitCode).toBe(2);
    expect(decision.exitReasons.map(({ code }) => code)).toEqual([
      'bad-option',
      'shares-left',
      'preflight-failed',
      'requirement-violated',
      'not-judged',
    ]);
  });

  it('keeps the verdict where only cleaning up failed', () => {
    const decision = decide({ ...input([upheld('a/one')]), failures: [failure('shares-left', 4)] });
    expect(decision).toMatchObject({ verdict: 'conformant', gate: 'fail', exitCode: 4 });
  });

  it('takes a failure of unknown weight for a fault, even one that claims to weigh nothing', () => {
    const decision = decide({ ...input([upheld('a/one')]), failures: [failure('odd', 0)] });
    expect(decision).toMatchObject({ verdict: 'not-judged', exitCode: 3 });
  });

  it('counts what is out of scope only where everything is required', () => {
    const requirements = [upheld('a/one'), outOfScope('a/two')];
    expect(decide(input(requirements))).toMatchObject({ verdict: 'conformant', exitCode: 0 });
    const strict = decide({ ...input(requirements), requireAll: true });
    expect(strict).toMatchObject({ verdict: 'not-judged', exitCode: 3 });
  });

  it('lets a violated SHOULD fail the gate only where the gate counts SHOULD, and never the verdict', () => {
    const requirements = [upheld('a/one'), violated('a/two', 'should')];
    expect(decide(input(requirements))).toMatchObject({ verdict: 'conformant', exitCode: 0 });
    const strict = decide({ ...input(requirements), level: 'should' });
    expect(strict).toMatchObject({ verdict: 'conformant', gate: 'fail', exitCode: 1 });
  });

  it('lets an open SHOULD keep the verdict even where the gate counts it', () => {
    const decision = decide({ ...input([upheld('a/one'), open('a/two', 'should')]), level: 'should' });
    expect(decision).toMatchObject({ verdict: 'conformant', exitCode: 3 });
  });

  it('never gives 0 where nothing was judged', () => {
    for (const requirements of [
      [],
      [outOfScope('a/one')],
      [upheld('a/one', 'observe')],
      [open('a/one', 'should')],
    ]) {
      const decision = decide(input(requirements));
      expect(decision).toMatchObject({ verdict: 'not-judged', exitCode: 3 });
      expect(decision.exitReasons.map(({ code }) => code)).toEqual(['nothing-judged']);
    }
  });

  it('lets a baseline open the gate, and keeps the verdict', () => {
    const requirements = [upheld('a/one'), violated('a/two')];
    const decision = decide({ ...input(requirements), accepted: new Set(['a/two']) });
    expect(decision).toMatchObject({ verdict: 'non-conformant', gate: 'pass', exitCode: 0 });
  });

  it('fails the gate with 1 for a stale entry of the baseline', () => {
    const decision = decide({ ...input([upheld('a/one')]), failures: [failure('baseline-stale', 1)] });
    expect(decision).toMatchObject({ verdict: 'conformant', exitCode: 1 });
  });

  it('names three requirements and counts the others', () => {
    const requirements = ['a/5', 'a/4', 'a/3', 'a/2', 'a/1'].map((id) => violated(id));
    expect(decide(input(requirements)).exitReasons[0]?.message).toBe(
      '5 MUST requirements are violated: a/1, a/2, a/3 and 2 more.',
    );
  });
});

function input(requirements: readonly RequirementResult[]): VerdictInput {
  return { requirements, level: 'must', requireAll: false, failures: [] };
}

function failure(code: string, exitCode: number): ExitReason {
  return { code, exitCode, message: `${code}.` };
}

function upheld(id: string, level: RequirementResult['level'] = 'must'): RequirementResult {
  return sampleRequirement(id, level, 'upheld', null);
}

function violated(id: string, level: RequirementResult['level'] = 'must'): RequirementResult {
  return sampleRequirement(id, level, 'violated', null);
}

function open(id: string, level: RequirementResult['level'] = 'must'): RequirementResult {
  return sampleRequirement(id, level, 'not-judged', 'control-failed');
}

function outOfScope(id: string): RequirementResult {
  return sampleRequirement(id, 'must', 'not-judged', 'out-of-scope');
}
