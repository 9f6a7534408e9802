import { readFileSync } from 'node:fs';
import type { Report } from '../report.ts';
import { validateReport } from '../report-schema.ts';

/**
 * A report written by hand for tests: each kind of outcome once at least, and a hostile answer. Read anew each
 * time, so that no test can spoil it for another.
 */
export function readSampleReport(): Report {
  return validateReport(JSON.parse(readFileSync(new URL('./sample-report.json', import.meta.url), 'utf8')));
}
