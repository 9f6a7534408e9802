import { describe, expect, it } from 'vitest';
import { summarise } from './console-summary.ts';
import type { Report } from './report.ts';
import { readSampleReport } from './sample/sample-report.ts';

const options = {
  colour: false,
  files: ['out/report.html', 'out/report.json'],
  repeat: 'npx swr-conformance run --seed 7',
};

describe('summarise', () => {
  it('says verdict, scope, counts, findings, where to read on and how to repeat, on one screen', () => {
    const text = summarise(readSampleReport(), options);
    expect(
      text,
    ).toBe(`✗ Not conformant · Scope: 12 of 14 requirements, with writes, fixed provisioning, 1 account; 2 requirements out of scope.
http://127.0.0.1:4010, held to SWR image sharing 2.0.0
Gate: fail. 2 MUST requirements are violated: createRepoDomains/namespace-pattern-rejected, listRepoDomains/response-200-schema.
Gate: fail. 1 MUST requirement is not judged: updateRepoDomains/deadline-replaced.

         ✓ upheld ✗ violated ? not judged – out of scope
  MUST          4          2            1              2
  SHOULD        1          1            0              0
  2 observations where the documents are silent

3 findings
  ✗ MUST   listRepoDomains/response-200-schema  A list was answered with something that is not JSON: </script><img src=x onerror=alert(1)>
  ✗ MUST   createRepoDomains/namespace-pattern-rejected  A namespace with a leading digit was accepted
  ✗ SHOULD createRepoDomains/description-max-length-recommended  A description of 256 characters was refused (in the baseline)

Read on:     out/report.html, out/report.json
Repeat with: npx swr-conformance run --seed 7
1,204 requests, 826 cases, 1 min 12 s, seed -1592375
`);
  });

  it('begins with the reason where the run itself failed', () => {
    const report: Report = {
      ...readSampleReport(),
      verdict: 'not-judged',
      exitCode: 3,
      exitReasons: [
        { code: 'preflight-failed', exitCode: 3, message: 'Nothing listens at http://127.0.0.1:1.' },
      ],
    };
    const lines = summarise(report, options).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'This run failed with exit code 3: Nothing listens at http://127.0.0.1:1.',
      '',
      '? Not judged · Scope: 12 of 14 requirements, with writes, fixed provisioning, 1 account; 2 requirements out of scope.',
    ]);
  });

  it('shows ten findings and counts the others', () => {
    const report = readSampleReport();
    const [first] = report.findings;
    const findings = first ? Array.from({ length: 25 }, (_, index) => ({ ...first, id: `f${index}` })) : [];
    const text = summarise({ ...report, findings }, options);
    expect(text.match(/^ {2}✗ MUST {3}\w+\//gmu)).toHaveLength(10);
    expect(text).toContain('  and 15 more\n');
  });

  it('paints only where it was told to, and says the same', () => {
    const plain = summarise(readSampleReport(), options);
    const painted = summarise(readSampleReport(), { ...options, colour: true });
    expect(plain).not.toContain('\u001b');
    expect(painted).toContain('\u001b[31m');
    expect(painted.replace(/\u001b\[\d+m/gu, '')).toBe(plain);
  });

  it('lets no title of a finding drive the terminal', () => {
    const report = readSampleReport();
    const findings = report.findings.map((finding) => ({ ...finding, title: 'a\u001b[2Jb\nc\u202e' }));
    const text = summarise({ ...report, findings }, options);
    expect(text).not.toContain('\u001b');
    expect(text).toContain('a⟨U+001B⟩[2Jb c⟨U+202E⟩');
  });

  it('names shares that were left behind, with the ledger', () => {
    const report = readSampleReport();
    const resources = { ...report.resources, left: ['a/a/acme'], ledger: 'out/ledger-1.ndjson' };
    const text = summarise({ ...report, exitCode: 4, resources }, options);
    expect(text).toContain('Left behind: 1 share, see out/ledger-1.ndjson\n');
  });
});
