import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../report.ts';
import { readSampleReport } from '../../sample/sample-report.ts';
import { sampleRequirement } from '../../sample/sample-requirement.ts';
import { renderHtml } from './html.ts';

describe('renderHtml', () => {
  it('says verdict and scope before anything else', () => {
    const page = renderHtml(readSampleReport());
    const verdict = page.indexOf('Not conformant</h1>');
    expect(verdict).toBeGreaterThan(0);
    expect(page.indexOf('Scope: 12 of 14 requirements')).toBeGreaterThan(verdict);
    expect(page.indexOf('id="findings"')).toBeGreaterThan(page.indexOf('Scope: 12 of 14 requirements'));
  });

  it('lets only its own style and script run, and asks the network for nothing', () => {
    const page = renderHtml(readSampleReport());
    const policy = /content="(default-src[^"]*)"/u.exec(page)?.[1] ?? '';
    expect(policy).toContain('default-src &#39;none&#39;');
    expect(policy).toContain(`style-src &#39;${hashOf(between(page, '<style>', '</style>'))}&#39;`);
    expect(policy).toContain(`script-src &#39;${hashOf(between(page, '<script>', '</script>'))}&#39;`);
    expect(policy).not.toContain('unsafe');
    const tags = tagsOf(page).join('\n');
    expect(tags).not.toMatch(/\s(?:src|style|on\w+)=/u);
    expect(tags).not.toMatch(/href="(?!#)/u);
    expect(between(page, '<style>', '</style>')).not.toMatch(/url\(|@import/u);
  });

  it('has a script that a browser can read', () => {
    const script = between(renderHtml(readSampleReport()), '<script>', '</script>');
    expect(() => new Script(script)).not.toThrow();
    expect(script).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|eval\(/u);
  });

  it('shows a hostile body as text and its hidden characters by name', () => {
    const page = renderHtml(readSampleReport());
    expect(page).not.toContain('<img');
    expect(page.match(/<script/gu)).toHaveLength(1);
    expect(page).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;');
    expect(page).toContain('<span class="hidden-char" data-c="202E">U+202E</span>');
    expect(page).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}]/u);
  });

  it('keeps its structure whatever the target answers', () => {
    const usual = tagsOf(renderHtml(withAnswer('usual')));
    const units = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '</pre>',
      '<!--',
      ']]>',
      '\u0000',
      '\u202e',
      '`',
      '\n',
      'a',
    );
    fc.assert(
      fc.property(fc.array(units, { minLength: 1 }), (parts) => {
        const tags = tagsOf(renderHtml(withAnswer(parts.join(''))));
        expect(tags).toEqual(usual);
      }),
      { numRuns: 50 },
    );
  });

  it('has every id once, and no link that leads nowhere', () => {
    const tags = tagsOf(renderHtml(readSampleReport())).join('\n');
    const ids = [...tags.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target = ''] of tags.matchAll(/href="#([^"]*)"/gu))
      expect(ids).toContain(decodeURIComponent(target));
  });

  it('links each requirement by its id, and tells each outcome in words', () => {
    const report = readSampleReport();
    const page = renderHtml(report);
    for (const { id } of report.requirements) expect(page).toContain(`<tr id="${id}"`);
    for (const word of ['violated', 'not judged', 'out of scope', 'upheld', 'observed', 'not exercised']) {
      expect(page).toContain(`</span>${word}</span>`);
    }
  });

  it('reads well where nothing was found and nothing selected', () => {
    const report: Report = { ...readSampleReport(), requirements: [], findings: [], discrepancies: [] };
    const page = renderHtml(report);
    expect(page).toContain('No deviation was found.');
    expect(page).toContain('None was selected.');
    expect(page).not.toContain('id="out-of-scope"');
  });

  it('counts of nothing draw no bar of unknown width', () => {
    const none = { upheld: 0, violated: 0, notJudged: 0, outOfScope: 0 };
    const report: Report = {
      ...readSampleReport(),
      requirements: [sampleRequirement('a/one', 'observe')],
      summary: { must: none, should: none, observations: 1 },
    };
    expect(renderHtml(report)).not.toContain('NaN');
  });
});

/** The sample with one text in all places that a target has a say in. */
function withAnswer(text: string): Report {
  const report = readSampleReport();
  const findings = report.findings.map((finding) => ({
    ...finding,
    title: text,
    actual: text,
    steps: finding.steps.map((step) => ({
      ...step,
      response: { status: 200, headers: { 'x-answer': text }, body: text },
    })),
  }));
  const requirements = report.requirements.map((requirement) => ({ ...requirement, explanation: text }));
  return { ...report, findings, requirements };
}

/** All tags but those that mark hidden characters; style and script aside. */
function tagsOf(page: string): string[] {
  const bare = page.replace(/<style>[\s\S]*?<\/style>/u, '').replace(/<script>[\s\S]*?<\/script>/u, '');
  const unmarked = bare.replace(/<span class="hidden-char" data-c="[0-9A-F]+">[^<]*<\/span>/gu, '');
  return unmarked.match(/<[^>]*>/gu) ?? [];
}

function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start) + start.length;
  return text.slice(from, text.indexOf(end, from));
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
