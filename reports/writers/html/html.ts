import { createHash } from 'node:crypto';
import { headline } from '../../headline.ts';
import type { Report } from '../../report.ts';
import { renderFilterBar } from './filter-bar.ts';
import { renderFindings } from './findings-section.ts';
import { html, type Markup } from './markup.ts';
import { renderOverview } from './overview.ts';
import { renderRequirements } from './requirements-section.ts';
import { SCRIPT } from './script.ts';
import { renderDiscrepancies, renderObservations, renderOutOfScope } from './silence-section.ts';
import { STYLE } from './style.ts';

/**
 * The report as one page that needs no network. Its policy lets only its own style and script run, by hash, so
 * that a body that got through as markup could still do nothing. Without script the page reads the same.
 */
export function renderHtml(report: Report): string {
  const title = `${headline(report)}: ${report.target.url}`;
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(STYLE)}'`,
    `script-src '${hashOf(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${own(STYLE)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<div class="page">
${renderOverview(report)}
${renderContents(report)}
${renderFilterBar(report)}
<main>
${renderFindings(report)}
${renderRequirements(report)}
${renderObservations(report)}
${renderDiscrepancies(report)}
${renderOutOfScope(report)}
</main>
<footer><p>${report.tool.name} ${report.tool.version} on Node ${report.tool.node}, report schema ${report.schemaVersion}</p></footer>
</div>
<script>${own(SCRIPT)}</script>
</body>
</html>
`;
  return page.markup;
}

function renderContents({ discrepancies, summary }: Report): Markup {
  const outside = summary.must.outOfScope + summary.should.outOfScope;
  const links: (readonly [string, string])[] = [
    ['findings', 'Findings'],
    ['requirements', 'Requirements'],
    ['observations', 'Observations'],
  ];
  return html`<nav aria-label="Contents"><ul>${links.map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`)}${
    discrepancies.length > 0 ? html`<li><a href="#discrepancies">Discrepancies</a></li>` : null
  }${outside > 0 ? html`<li><a href="#out-of-scope">Out of scope</a></li>` : null}</ul></nav>`;
}

/** Our own style and script, which stand as they are: their hash is in the policy. */
function own(text: string): Markup {
  return { markup: text };
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
