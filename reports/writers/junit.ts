import { describeAnswer, describeScope, headline } from '../headline.ts';
import { groupBy, sortById } from '../order.ts';
import { outcomeKind } from '../outcome-kind.ts';
import type { ExitReason, Finding, Report, RequirementResult } from '../report.ts';
import { showHidden, showInLine } from '../visible-text.ts';

interface TestCase {
  readonly name: string;
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

/** Reasons that a failing test case already tells. */
const TOLD_BY_REQUIREMENTS = ['requirement-violated', 'not-judged'];

/**
 * The report as JUnit XML: a suite per operation, a case per requirement. A requirement in scope that could not
 * be judged is an error, one out of scope is skipped. What went wrong beside the requirements stands in a suite
 * `run`, so that no failed run looks green. Follows the strict Ant schema (JUnit.xsd), and so passes laxer ones.
 */
export function renderJunit(report: Report): string {
  const findings = new Map(report.findings.map((finding) => [finding.id, finding]));
  const groups = groupBy(sortById(report.requirements), ({ operation }) => operation);
  const suites = [...groups].map(([operation, requirements]): [string, TestCase[]] => [
    operation,
    requirements.map((requirement) => describeRequirement(requirement, findings)),
  ]);
  const faults = report.exitReasons.filter(({ code }) => !TOLD_BY_REQUIREMENTS.includes(code));
  if (faults.length > 0) suites.unshift(['run', faults.map(describeFault)]);
  const body = suites.map(([name, cases], index) => renderSuite(report, name, cases, index));
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...body, '</testsuites>', ''].join('\n');
}

function describeRequirement(requirement: RequirementResult, findings: Map<string, Finding>): TestCase {
  const { id, level, reason, title } = requirement;
  const base = { name: id, message: requirement.explanation ?? reason ?? title };
  const text = `${id}\n${title}\n`;
  switch (outcomeKind(requirement)) {
    case 'upheld':
    case 'observed':
      return { ...base, kind: 'passed', type: '', text: '' };
    case 'out-of-scope':
    case 'not-exercised':
      return { ...base, kind: 'skipped', type: '', text };
    case 'not-judged':
      return { ...base, kind: 'error', type: reason ?? 'not-judged', text };
    case 'violated': {
      const own = requirement.findings.flatMap((finding) => findings.get(finding) ?? []);
      const more = own.map(describeFinding).join('\n');
      return { ...base, message: own[0]?.title ?? title, kind: 'failure', type: level, text: text + more };
    }
  }
}

function describeFinding(finding: Finding): string {
  const lines = [
    `finding:  ${finding.id} (${finding.fingerprint})`,
    `expected: ${finding.expected}`,
    `actual:   ${finding.actual}`,
  ];
  if (finding.baseline !== null) lines.push(`baseline: ${finding.baseline}`);
  if (finding.flaky !== null)
    lines.push(`flaky:    shown ${finding.flaky.shown} of ${finding.flaky.of} times`);
  const steps = finding.steps.map((step) => `${step.purpose}: ${describeAnswer(step)}\n${step.curl}`);
  return [...lines, ...steps, ''].join('\n');
}

function describeFault({ code, message }: ExitReason): TestCase {
  return { name: code, kind: 'error', type: code, message, text: message };
}

function renderSuite(report: Report, name: string, cases: readonly TestCase[], index: number): string {
  const count = (kind: TestCase['kind']) => cases.filter((each) => each.kind === kind).length;
  const attributes = renderAttributes({
    id: `${index}`,
    package: report.tool.name,
    name,
    hostname: hostOf(report.target.url),
    // The schema knows no time zone; the time is UTC.
    timestamp: report.run.startedAt.slice(0, 19),
    tests: `${cases.length}`,
    failures: `${count('failure')}`,
    errors: `${count('error')}`,
    skipped: `${count('skipped')}`,
    // Requirements share their requests, so no case has a time of its own.
    time: '0',
  });
  const properties = { verdict: headline(report), scope: describeScope(report), seed: `${report.run.seed}` };
  return [
    `  <testsuite${attributes}>`,
    '    <properties>',
    ...Object.entries(properties).map(
      ([key, value]) => `      <property${renderAttributes({ name: key, value })}/>`,
    ),
    '    </properties>',
    ...cases.map((each) => renderCase(report, name, each)),
    '    <system-out></system-out>',
    '    <system-err></system-err>',
    '  </testsuite>',
  ].join('\n');
}

function renderCase(report: Report, suite: string, { kind, message, name, text, type }: TestCase): string {
  const open = `    <testcase${renderAttributes({ classname: `${report.tool.name}.${suite}`, name, time: '0' })}`;
  if (kind === 'passed') return `${open}/>`;
  const attributes = kind === 'skipped' ? { message } : { message, type };
  return `${open}>\n      <${kind}${renderAttributes(attributes)}>${escapeXml(showHidden(text))}</${kind}>\n    </testcase>`;
}

function renderAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(showInLine(value))}"`)
    .join('');
}

/** `>` too, because `]]>` may not stand in text. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The schema asks for a host; an address that is none stands as `localhost`. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname || 'localhost' : 'localhost';
}
