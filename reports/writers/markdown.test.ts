import { describe, expect, it } from 'vitest';
import type { Report } from '../report.ts';
import { readSampleReport } from '../sample/sample-report.ts';
import { sampleRequirement } from '../sample/sample-requirement.ts';
import { renderMarkdown } from './markdown.ts';

describe('renderMarkdown', () => {
  it('begins with the verdict and its scope', () => {
    const lines = renderMarkdown(readSampleReport()).split('\n');
    expect(lines[0]).toBe('## ✗ Not conformant');
    expect(lines[2]).toContain('Scope: 12 of 14 requirements, with writes');
  });

  it('never lets a part read like the whole', () => {
    const report = readSampleReport();
    const text = renderMarkdown({ ...report, verdict: 'conformant', run: { ...report.run, partial: true } });
    expect(text.split('\n')[0]).toBe('## ✓ Conformant (part of the catalogue only)');
    expect(text).toContain('Scope: a part of the catalogue');
  });

  it('counts by level', () => {
    const text = renderMarkdown(readSampleReport());
    expect(text).toContain('| MUST | 4 | 2 | 1 | 2 |');
    expect(text).toContain('| SHOULD | 1 | 1 | 0 | 0 |');
  });

  it('folds one block per finding, MUST first', () => {
    const summaries = renderMarkdown(readSampleReport()).match(/<summary>✗.*<\/summary>/gu) ?? [];
    expect(summaries.map((line) => /MUST|SHOULD/u.exec(line)?.[0])).toEqual(['MUST', 'MUST', 'SHOULD']);
  });

  it('lets no hostile text become markup outside of code', () => {
    const outside = withoutFences(renderMarkdown(readSampleReport()));
    expect(outside).not.toContain('<img');
    expect(outside).not.toContain('</script>');
    expect(outside.match(/<(?!\/?(?:details|summary|code|sub)>|!-- -->)/gu)).toBeNull();
  });

  it('has no word about findings where there are none', () => {
    const report: Report = {
      ...readSampleReport(),
      verdict: 'conformant',
      exitCode: 0,
      exitReasons: [],
      requirements: [sampleRequirement('a/one')],
      findings: [],
    };
    const text = renderMarkdown(report);
    expect(text.startsWith('## ✓ Conformant\n')).toBe(true);
    expect(text).not.toContain('finding');
    expect(text).not.toContain('<details>');
  });

  it('fits a comment however much was found, and says what was left out', () => {
    const report = readSampleReport();
    const findings = Array.from({ length: 400 }, (_, index) => ({
      ...(report.findings[index % 3] ?? fail()),
      id: `f${index}`,
      actual: '`'.repeat(5_000),
    }));
    const text = renderMarkdown({ ...report, findings });
    expect(Buffer.byteLength(text)).toBeLessThan(65_536);
    expect(text).toMatch(/\d+ more findings in `report\.html`/u);
    expect(text.split('<details>').length).toBe(text.split('</details>').length);
  });
});

/** Drops fenced blocks by the rule of CommonMark: a fence ends at one that is as long at least. */
function withoutFences(text: string): string {
  const kept: string[] = [];
  let fence = '';
  for (const line of text.split('\n')) {
    const ticks = /^(`{3,})/u.exec(line)?.[1] ?? '';
    if (fence === '' && ticks !== '') fence = ticks;
    else if (fence !== '' && ticks.length >= fence.length && line === ticks) fence = '';
    else if (fence === '') kept.push(line);
  }
  expect(fence).toBe('');
  return kept.join('\n');
}

function fail(): never {
  throw new Error('The sample has no findings.');
}
