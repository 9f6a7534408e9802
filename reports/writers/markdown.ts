import { orderFindings, type PlacedFinding } from '../finding-order.ts';
import {
  describeAnswer,
  describeDuration,
  describeScope,
  describeTarget,
  headline,
  plural,
} from '../headline.ts';
import { groupBy, sortById } from '../order.ts';
import { outcomeKind } from '../outcome-kind.ts';
import type { LevelSummary, Report, RequirementResult } from '../report.ts';
import { shorten } from '../visible-text.ts';
import { codeSpan, escapeMarkdown, fence } from './markdown-text.ts';

/** A comment on GitHub takes 65,536 characters, GitLab and job summaries take more; the rest is for the lines after. */
const BUDGET_BYTES = 56_000;
/** A longer command is cut from reading, not from running: it is left to the other files. */
const LONGEST_CURL = 4_000;
const LONGEST_TEXT = 1_200;

/** The report for a job summary or a comment: verdict with scope, counts, then everything else folded. */
export function renderMarkdown(report: Report): string {
  const blocks = [renderHead(report), renderReasons(report), renderCounts(report)];
  const footer = renderFooter(report);
  const findings = orderFindings(report).map(renderFinding);
  if (findings.length > 0) blocks.push(`### ${plural(findings.length, 'finding')}\n`);
  const kept = takeWithin(findings, BUDGET_BYTES);
  blocks.push(...kept);
  if (kept.length < findings.length) {
    blocks.push(`${plural(findings.length - kept.length, 'more finding')} in \`report.html\`.\n`);
  }
  blocks.push(renderReasonGroups(report.requirements, 'not-judged', 'not judged, though in scope'));
  blocks.push(renderReasonGroups(report.requirements, 'out-of-scope', 'out of scope'), footer);
  return `${blocks.filter((block) => block !== '').join('\n')}`;
}

function renderHead(report: Report): string {
  const { contract } = report;
  return [
    `## ${headline(report)}`,
    '',
    `**${escapeMarkdown(describeScope(report))}**`,
    '',
    `${codeSpan(describeTarget(report.target))} held to ${escapeMarkdown(contract.title)} ${codeSpan(contract.version)}.`,
    '',
  ].join('\n');
}

function renderReasons({ exitCode, exitReasons }: Report): string {
  if (exitReasons.length === 0) return '';
  const lines = exitReasons.map(({ code, message }) => `- ${codeSpan(code)} ${escapeMarkdown(message)}`);
  return [`Gate: **fail**, exit code ${exitCode}.`, '', ...lines, ''].join('\n');
}

function renderCounts({ summary }: Report): string {
  const row = (name: string, { upheld, violated, notJudged, outOfScope }: LevelSummary) =>
    `| ${name} | ${upheld} | ${violated} | ${notJudged} | ${outOfScope} |`;
  return [
    '| level | ✓ upheld | ✗ violated | ? not judged | – out of scope |',
    '|---|---:|---:|---:|---:|',
    row('MUST', summary.must),
    row('SHOULD', summary.should),
    '',
    `${plural(summary.observations, 'observation')} where the documents are silent.`,
    '',
  ].join('\n');
}

function renderFinding({ finding, level }: PlacedFinding): string {
  const title = escapeMarkdown(shorten(finding.title, 200));
  const flaky = finding.flaky === null ? '' : ` (flaky: ${finding.flaky.shown} of ${finding.flaky.of} times)`;
  const baseline = `${finding.baseline === null ? '' : ' (in the baseline)'}${flaky}`;
  const steps = finding.steps.flatMap(({ curl, ...step }) => [
    escapeMarkdown(`${step.purpose}: ${describeAnswer(step)}`),
    '',
    curl.length > LONGEST_CURL
      ? 'The command is too long to stand here; `report.html` has it.'
      : fence(curl, 'sh'),
    '',
  ]);
  return [
    '<details>',
    `<summary>✗ ${level.toUpperCase()} <code>${escapeMarkdown(finding.requirement)}</code> ${title}${baseline}</summary>`,
    '',
    'expected:',
    '',
    fence(shorten(finding.expected, LONGEST_TEXT), 'text'),
    '',
    'actual:',
    '',
    fence(shorten(finding.actual, LONGEST_TEXT), 'text'),
    '',
    ...steps,
    '</details>',
    '',
  ].join('\n');
}

/** Requirements that nobody judged, folded, one line per reason with what to supply. */
function renderReasonGroups(
  requirements: readonly RequirementResult[],
  kind: 'not-judged' | 'out-of-scope',
  words: string,
): string {
  const open = sortById(requirements.filter((requirement) => outcomeKind(requirement) === kind));
  if (open.length === 0) return '';
  const groups = groupBy(open, ({ explanation, reason }) => explanation ?? reason ?? kind);
  const lines = [...groups].map(([reason, group]) => {
    const ids = group.slice(0, 10).map(({ id }) => codeSpan(id));
    const rest = group.length > 10 ? ` and ${group.length - 10} more` : '';
    return `- ${escapeMarkdown(shorten(reason, 300))} ${ids.join(', ')}${rest}`;
  });
  const shown = takeWithin(lines, 3_000);
  const rest = lines.length > shown.length ? ['- More in `report.html`.'] : [];
  const summary = `<summary>${plural(open.length, 'requirement')} ${words}</summary>`;
  return ['<details>', summary, '', ...shown, ...rest, '', '</details>', ''].join('\n');
}

function renderFooter(report: Report): string {
  const { run, tool } = report;
  const facts = [
    `${escapeMarkdown(tool.name)} ${codeSpan(tool.version)}`,
    `run ${codeSpan(run.id)}`,
    `seed ${codeSpan(`${run.seed}`)}`,
    `clock ${codeSpan(run.clock)}`,
    `profile ${codeSpan(run.profile)}`,
    plural(run.requests, 'request'),
    describeDuration(report),
  ];
  return `<sub>${facts.join(' · ')}</sub>\n`;
}

function takeWithin(blocks: readonly string[], bytes: number): string[] {
  let left = bytes;
  const tooMany = blocks.findIndex((block) => {
    left -= Buffer.byteLength(block);
    return left < 0;
  });
  return blocks.slice(0, tooMany === -1 ? blocks.length : tooMany);
}
