import { orderFindings } from './finding-order.ts';
import { describeDuration, describeScope, describeTarget, headline, plural } from './headline.ts';
import type { LevelSummary, Report } from './report.ts';
import { shorten, showInLine } from './visible-text.ts';

export interface SummaryOptions {
  readonly colour: boolean;
  /** Paths of the files that were written. */
  readonly files: readonly string[];
  /** The command line that repeats the run. */
  readonly repeat: string;
}

type Paint = (text: string) => string;
type Paints = Record<'bold' | 'dim' | 'red' | 'green' | 'yellow', Paint>;

/** More does not fit on one screen beside the rest. */
const SHOWN_FINDINGS = 10;
const LONGEST_TITLE = 120;

/** The run on one screen: what went wrong with it, verdict with scope, counts, first findings, where to read on. */
export function summarise(report: Report, options: SummaryOptions): string {
  const paints = choosePaints(options.colour);
  const blocks = [
    renderReasons(report, paints),
    renderVerdict(report, paints),
    renderCounts(report),
    renderFindings(report, paints),
    renderDirections(report, options),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** Only where the run itself failed, the deciding one in the first line; violations are told by the verdict. */
function renderReasons({ exitCode, exitReasons }: Report, paints: Paints): string[] {
  if (exitCode === 0 || exitCode === 1) return [];
  const [first = '', ...others] = exitReasons.map(({ message }) => showInLine(message));
  return [
    paints.red(paints.bold(`This run failed with exit code ${exitCode}: ${first}`)),
    ...others.map((message) => `  ${message}`),
  ];
}

function renderVerdict(report: Report, paints: Paints): string[] {
  const colours = { conformant: paints.green, 'non-conformant': paints.red, 'not-judged': paints.yellow };
  const { contract } = report;
  const lines = [
    `${paints.bold(colours[report.verdict](headline(report)))} · ${describeScope(report)}`,
    paints.dim(showInLine(`${describeTarget(report.target)}, held to ${contract.title} ${contract.version}`)),
  ];
  if (report.exitCode === 1) {
    lines.push(...report.exitReasons.map(({ message }) => showInLine(`Gate: fail. ${message}`)));
  }
  return lines;
}

function renderCounts({ summary }: Report): string[] {
  const rows: (readonly [string, LevelSummary])[] = [
    ['MUST', summary.must],
    ['SHOULD', summary.should],
  ];
  const cell = (text: string | number, width: number) => `${text}`.padStart(width);
  const lines = rows.map(
    ([name, { upheld, violated, notJudged, outOfScope }]) =>
      `  ${name.padEnd(6)}${cell(upheld, 9)}${cell(violated, 11)}${cell(notJudged, 13)}${cell(outOfScope, 15)}`,
  );
  const head = `${' '.repeat(8)}${cell('✓ upheld', 9)}${cell('✗ violated', 11)}${cell('? not judged', 13)}${cell('– out of scope', 15)}`;
  return [head, ...lines, `  ${plural(summary.observations, 'observation')} where the documents are silent`];
}

function renderFindings(report: Report, paints: Paints): string[] {
  const { findings } = report;
  if (findings.length === 0) return [];
  const shown = orderFindings(report).slice(0, SHOWN_FINDINGS);
  const lines = shown.map(({ finding: { baseline, requirement, title }, level }) => {
    const accepted = baseline === null ? '' : ' (in the baseline)';
    const words = shorten(showInLine(title), LONGEST_TITLE);
    return `  ${paints.red('✗')} ${level.toUpperCase().padEnd(6)} ${requirement}  ${words}${accepted}`;
  });
  const rest = findings.length - lines.length;
  return [
    paints.bold(plural(findings.length, 'finding')),
    ...lines,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

function renderDirections(report: Report, { files, repeat }: SummaryOptions): string[] {
  const { left, ledger } = report.resources;
  return [
    ...(left.length > 0
      ? [`Left behind: ${plural(left.length, 'share')}${ledger ? `, see ${ledger}` : ''}`]
      : []),
    ...(files.length > 0 ? [`Read on:     ${files.join(', ')}`] : []),
    `Repeat with: ${repeat}`,
    `${plural(report.run.requests, 'request')}, ${plural(report.run.cases, 'case')}, ${describeDuration(report)}, seed ${report.run.seed}`,
  ];
}

function choosePaints(colour: boolean): Paints {
  const paint = (code: number): Paint =>
    colour ? (text) => `\u001b[${code}m${text}\u001b[0m` : (text) => text;
  return { bold: paint(1), dim: paint(2), red: paint(31), green: paint(32), yellow: paint(33) };
}
