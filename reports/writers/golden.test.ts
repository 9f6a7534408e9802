import { describe, expect, it } from 'vitest';
import { readSampleReport } from '../sample/sample-report.ts';
import { WRITERS } from './writers.ts';

const GOLDEN = {
  json: 'report.golden.json',
  html: 'report.golden.html',
  junit: 'junit.golden.xml',
  markdown: 'summary.golden.md',
} as const satisfies Record<keyof typeof WRITERS, string>;

describe('the sample report', () => {
  it.each(['json', 'html', 'junit', 'markdown'] as const)('reads in %s as it always did', async (format) => {
    await expect(WRITERS[format].render(readSampleReport())).toMatchFileSnapshot(`golden/${GOLDEN[format]}`);
  });

  it.each(['json', 'html', 'junit', 'markdown'] as const)('reads the same in %s in any order', (format) => {
    const report = readSampleReport();
    const reversed = {
      ...report,
      requirements: report.requirements.toReversed(),
      findings: report.findings.toReversed(),
      discrepancies: report.discrepancies.toReversed(),
    };
    expect(WRITERS[format].render(reversed)).toBe(WRITERS[format].render(report));
  });
});
