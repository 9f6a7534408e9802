import { describe, expect, it } from 'vitest';
import type { Report } from '../report.ts';
import { readSampleReport } from '../sample/sample-report.ts';
import { sampleRequirement } from '../sample/sample-requirement.ts';
import { renderJunit } from './junit.ts';

describe('renderJunit', () => {
  it('counts in each suite what stands in it, and each requirement once', () => {
    const report = readSampleReport();
    const suites = readSuites(renderJunit(report));
    for (const { attributes, body } of suites) {
      expect(attributes['tests']).toBe(`${count(body, 'testcase')}`);
      expect(attributes['failures']).toBe(`${count(body, 'failure')}`);
      expect(attributes['errors']).toBe(`${count(body, 'error')}`);
      expect(attributes['skipped']).toBe(`${count(body, 'skipped')}`);
    }
    const sum = (name: string) =>
      suites.reduce((total, { attributes }) => total + Number(attributes[name]), 0);
    const { must, should } = report.summary;
    expect(sum('tests')).toBe(report.requirements.length);
    expect(sum('failures')).toBe(must.violated + should.violated);
    expect(sum('errors')).toBe(must.notJudged + should.notJudged);
    expect(suites.map(({ attributes }) => attributes['name'])).toEqual([
      'createRepoDomains',
      'deleteRepoDomains',
      'listRepoDomains',
      'showAccessDomain',
      'updateRepoDomains',
    ]);
  });

  it('tells a failure with what was expected, what came and how to see it', () => {
    const failure = caseOf(renderJunit(readSampleReport()), 'createRepoDomains/namespace-pattern-rejected');
    expect(failure).toContain(
      '<failure message="A namespace with a leading digit was accepted" type="must">',
    );
    expect(failure).toContain('expected: a 4xx answer');
    expect(failure).toContain('actual:   201 Created');
    expect(failure).toContain("curl -sS -i -X POST 'http://127.0.0.1:4010/v2/");
  });

  it('tells open requirements as errors and those out of scope as skipped', () => {
    const text = renderJunit(readSampleReport());
    expect(caseOf(text, 'updateRepoDomains/deadline-replaced')).toContain('type="control-failed"');
    expect(caseOf(text, 'listRepoDomains/only-its-repository')).toContain('<skipped message="Needs a second');
    expect(caseOf(text, 'createRepoDomains/content-type-other-observed')).toContain('<skipped ');
    expect(caseOf(text, 'createRepoDomains/success-status')).toBe('');
  });

  it('lets no body break out, and no character stand that XML 1.0 forbids', () => {
    const text = renderJunit(readSampleReport());
    expect(text).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    expect(text).not.toContain('<img');
    expect(text).not.toContain(']]>');
    expect(text).toContain('⟨U+0000⟩');
    expect(text).toContain('&lt;/script&gt;');
  });

  it('is balanced: every element that is opened is closed in its place', () => {
    const open: string[] = [];
    const text = renderJunit(readSampleReport()).replace(/<\?xml[^>]*\?>/u, '');
    for (const [, slash, name = '', selfClosed] of text.matchAll(
      /<(\/?)([\w-]+)(?:\s[\w-]+="[^"<]*")*(\/?)>/gu,
    )) {
      if (slash === '/') expect(open.pop()).toBe(name);
      else if (selfClosed !== '/') open.push(name);
    }
    expect(open).toEqual([]);
    expect(text.replace(/<\/?[\w-]+(?:\s[\w-]+="[^"<]*")*\/?>/gu, '')).not.toMatch(/[<>]/u);
  });

  it('does not look green where the run itself failed', () => {
    const report: Report = {
      ...readSampleReport(),
      exitCode: 3,
      exitReasons: [{ code: 'nothing-selected', exitCode: 3, message: 'Nothing was selected.' }],
      requirements: [],
      findings: [],
    };
    const suites = readSuites(renderJunit(report));
    expect(suites.map(({ attributes }) => [attributes['name'], attributes['errors']])).toEqual([
      ['run', '1'],
    ]);
    expect(suites[0]?.body).toContain('message="Nothing was selected."');
  });

  it('has no failing case where everything was upheld', () => {
    const requirements = [sampleRequirement('a/one'), sampleRequirement('b/two', 'observe')];
    const report: Report = {
      ...readSampleReport(),
      exitCode: 0,
      exitReasons: [],
      requirements,
      findings: [],
    };
    expect(renderJunit(report)).not.toMatch(/<(?:failure|error|skipped)/u);
  });
});

interface Suite {
  readonly attributes: Readonly<Record<string, string>>;
  readonly body: string;
}

function readSuites(text: string): Suite[] {
  return [...text.matchAll(/<testsuite ([^>]*)>([\s\S]*?)<\/testsuite>/gu)].map(
    ([, attributes = '', body = '']) => ({
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value]),
      ),
      body,
    }),
  );
}

function count(text: string, element: string): number {
  return text.split(`<${element} `).length - 1;
}

/** What stands in the test case of a requirement; empty where it passed. */
function caseOf(text: string, id: string): string {
  const start = text.indexOf(`name="${id}"`);
  expect(start, id).toBeGreaterThan(0);
  const rest = text.slice(start);
  return /^[^>]*\/>/u.test(rest) ? '' : rest.slice(0, rest.indexOf('</testcase>'));
}
