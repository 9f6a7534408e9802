import { describeDuration, describeScope, describeTarget, plural, VERDICTS } from '../../headline.ts';
import type { LevelSummary, Report } from '../../report.ts';
import { html, type Markup } from './markup.ts';

/** The top of the page: the verdict, what it speaks about, why the gate fails, counts, and what was run. */
export function renderOverview(report: Report): Markup {
  const { sign, word } = VERDICTS[report.verdict];
  const { exitCode, exitReasons, run, summary, tool } = report;
  return html`<header class="overview ${report.verdict}">
<p class="eyebrow"><span>${tool.name} ${tool.version}</span> <time datetime="${run.finishedAt}">${readableTime(run.finishedAt)}</time></p>
<h1><span class="seal" aria-hidden="true">${sign}</span>${word}${run.partial ? html` <small>part of the catalogue only</small>` : null}</h1>
<p class="scope">${describeScope(report)}</p>
${
  exitReasons.length === 0
    ? html`<p class="gate"><strong>Gate: pass.</strong> Exit code 0.</p>`
    : html`<div class="gate"><p><strong>Gate: fail.</strong> Exit code ${exitCode}.</p>
<ul>${exitReasons.map(({ message }) => html`<li>${message}</li>`)}</ul></div>`
}
<table class="counts">
<caption class="visually-hidden">Requirements by level and outcome</caption>
<thead><tr><th scope="col">Level</th><th scope="col" class="bar-head"><span class="visually-hidden">Shares</span></th><th scope="col">✗ violated</th><th scope="col">? not judged</th><th scope="col">– out of scope</th><th scope="col">✓ upheld</th></tr></thead>
<tbody>${renderLevel('MUST', summary.must)}${renderLevel('SHOULD', summary.should)}</tbody>
</table>
<p class="quiet">${plural(summary.observations, 'observation')} where the documents are silent. Only MUST decides the verdict.</p>
${renderFacts(report)}
</header>`;
}

function renderLevel(name: string, counts: LevelSummary): Markup {
  const { notJudged, outOfScope, upheld, violated } = counts;
  return html`<tr><th scope="row">${name}</th><td class="bar">${renderBar(counts)}</td><td class="number ${violated > 0 ? 'violated' : 'none'}">${violated}</td><td class="number ${notJudged > 0 ? 'not-judged' : 'none'}">${notJudged}</td><td class="number ${outOfScope > 0 ? '' : 'none'}">${outOfScope}</td><td class="number ${upheld > 0 ? '' : 'none'}">${upheld}</td></tr>`;
}

/** Drawn with attributes, because the page's policy forbids inline styles. */
function renderBar({ notJudged, outOfScope, upheld, violated }: LevelSummary): Markup {
  const total = violated + notJudged + outOfScope + upheld;
  const parts: (readonly [string, number])[] = [
    ['violated', violated],
    ['not-judged', notJudged],
    ['out-of-scope', outOfScope],
    ['upheld', upheld],
  ];
  let left = 0;
  const rectangles = parts.map(([kind, count]) => {
    if (count === 0) return null;
    const width = (count / total) * 100;
    const rectangle = html`<rect class="${kind}" x="${percent(left)}" width="${percent(width)}" height="8"/>`;
    left += width;
    return rectangle;
  });
  return html`<svg width="100%" height="8" aria-hidden="true" focusable="false"><rect class="empty" width="100%" height="8"/>${rectangles}</svg>`;
}

function renderFacts(report: Report): Markup {
  const { contract, resources, run } = report;
  const edition = contract.edition === null ? 'all editions together' : `edition ${contract.edition}`;
  const left = resources.left.length;
  const facts: (readonly [string, Markup | string])[] = [
    ['Target', describeTarget(report.target)],
    [
      'Contract',
      html`${contract.title} ${contract.version}, ${edition} <code class="digest">${contract.digest}</code>`,
    ],
    [
      'Run',
      html`<code>${run.id}</code>, ${run.profile} profile${run.shard === null ? '' : `, shard ${run.shard}`}`,
    ],
    ['Repeat with', html`<code>--seed ${run.seed} --clock ${run.clock} --profile ${run.profile}</code>`],
    [
      'Sent',
      `${plural(run.requests, 'request')}, ${plural(run.cases, 'case')}, in ${describeDuration(report)}`,
    ],
    [
      'Shares',
      html`${resources.created} created, ${resources.deleted} deleted, ${
        left === 0
          ? 'none left behind'
          : html`<strong>${left} left behind</strong>: ${resources.left.join(', ')}`
      }${resources.ledger === null ? null : html`; ledger <code>${resources.ledger}</code>`}`,
    ],
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function percent(value: number): string {
  return `${Number(value.toFixed(3))}%`;
}

function readableTime(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
