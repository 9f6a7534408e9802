import type { Profile } from '../../reports/report.ts';
import type { Format } from '../../reports/writers/writers.ts';

/** Options of `run` as the command line gives them. */
export interface RunOptions {
  readonly target?: string;
  readonly spec: string;
  readonly token?: string;
  readonly tokenFile?: string;
  readonly provisioning?: 'open' | 'fixed';
  readonly namespace?: readonly string[];
  readonly repository?: readonly string[];
  readonly account?: readonly string[];
  readonly allowWrites?: boolean;
  readonly requireAll?: boolean;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly level: 'must' | 'should';
  readonly profile: Profile;
  readonly seed?: number;
  readonly clock?: Date;
  readonly concurrency?: number;
  readonly maxRequests?: number;
  readonly timeout: number;
  readonly userAgent?: string;
  readonly reportDir: string;
  readonly format: readonly Format[];
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}
