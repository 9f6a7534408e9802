import type { Basis, Level, Source } from '../spec/contract/contract.ts';

/** The machine-readable report, schema version 1.0; `report.schema.json` beside this file says the same to others. */
export interface Report {
  readonly schemaVersion: '1.0';
  readonly tool: { readonly name: string; readonly version: string; readonly node: string };
  readonly contract: {
    readonly title: string;
    readonly version: string;
    readonly digest: string;
    readonly edition: string | null;
  };
  readonly target: ReportTarget;
  readonly run: ReportRun;
  readonly verdict: Verdict;
  readonly gate: 'pass' | 'fail';
  readonly exitCode: number;
  readonly exitReasons: readonly ExitReason[];
  readonly summary: ReportSummary;
  readonly requirements: readonly RequirementResult[];
  readonly findings: readonly Finding[];
  readonly discrepancies: readonly DiscrepancyResult[];
  readonly resources: {
    readonly created: number;
    readonly deleted: number;
    readonly left: readonly string[];
    readonly ledger: string | null;
  };
}

export type Verdict = 'conformant' | 'non-conformant' | 'not-judged';

export interface ReportTarget {
  readonly kind: 'endpoint' | 'sdk';
  readonly url: string;
  readonly embedded: boolean;
}

export interface ReportRun {
  readonly id: string;
  /** ISO 8601, UTC, as are all times of the report. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly clock: string;
  readonly seed: number;
  readonly profile: Profile;
  readonly shard: string | null;
  /** True where less than the whole catalogue of this side was selected, or the run was cut short. */
  readonly partial: boolean;
  readonly scope: ReportScope;
  readonly requests: number;
  readonly cases: number;
}

export const PROFILES = ['quick', 'standard', 'thorough'] as const;
export type Profile = (typeof PROFILES)[number];

export interface ReportScope {
  readonly writes: boolean;
  readonly provisioning: 'open' | 'fixed';
  readonly accounts: number;
}

/** One reason for the exit code: a stable code, and a sentence for people. */
export interface ExitReason {
  readonly code: string;
  readonly exitCode: number;
  readonly message: string;
}

export interface LevelSummary {
  readonly upheld: number;
  readonly violated: number;
  readonly notJudged: number;
  readonly outOfScope: number;
}

export interface ReportSummary {
  readonly must: LevelSummary;
  readonly should: LevelSummary;
  readonly observations: number;
}

export interface RequirementResult {
  readonly id: string;
  readonly operation: string;
  readonly side: 'server' | 'client';
  readonly level: Level;
  readonly basis: Basis;
  readonly title: string;
  readonly sources: readonly Source[];
  readonly outcome: 'upheld' | 'violated' | 'not-judged';
  /** Why it was not judged (`out-of-scope`, `control-failed`, `throttled`, …) or `condition-never-arose`; else null. */
  readonly reason: string | null;
  /** The reason in a sentence, with what to supply; null where `reason` is. */
  readonly explanation: string | null;
  readonly cases: number;
  /** Ids of its findings. */
  readonly findings: readonly string[];
  readonly observed: Observed | null;
}

/** What an endpoint did where the documents are silent. */
export interface Observed {
  readonly accepted: number;
  readonly refused: number;
  readonly statuses: Readonly<Record<string, number>>;
}

/** One deviation, with the smallest case found. */
export interface Finding {
  readonly id: string;
  readonly requirement: string;
  readonly operation: string;
  /** Names requirement, operation and kind of deviation; independent of the counterexample. */
  readonly fingerprint: string;
  readonly title: string;
  readonly expected: string;
  readonly actual: string;
  readonly steps: readonly FindingStep[];
  readonly seed: number;
  /** Group, stream, index and shrink path: where in the run the case was drawn. */
  readonly path: string;
  readonly shrinks: number;
  readonly occurrences: number;
  /** Where the smallest case did not show the deviation each time it was run again: how often it did; else null. */
  readonly flaky: { readonly shown: number; readonly of: number } | null;
  readonly baseline: string | null;
}

/** One exchange of a finding's smallest case; secrets are masked, bodies cut at 64 KiB. */
export interface FindingStep {
  /** What the step is for: `setup`, `control`, `subject`, `read-back`. */
  readonly purpose: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  } | null;
  /** Why there is no response, in a sentence; null where there is one. */
  readonly failure: string | null;
  readonly curl: string;
}

/** A registered contradiction between documents, and which side the endpoint took. */
export interface DiscrepancyResult {
  readonly id: string;
  readonly summary: string;
  readonly readings: readonly string[];
  readonly ruling: string;
  readonly observed: string | null;
}
