import { plural } from '../../headline.ts';
import { compareText, groupBy, sortById } from '../../order.ts';
import { outcomeKind } from '../../outcome-kind.ts';
import type { Observed, Report, RequirementResult } from '../../report.ts';
import { fragment, html, type Markup } from './markup.ts';

/** What the endpoint did where the documents are silent: never a violation, often worth knowing. */
export function renderObservations({ requirements }: Report): Markup {
  const observed = sortById(requirements).filter((requirement) => outcomeKind(requirement) === 'observed');
  return html`<section id="observations" aria-labelledby="observations-title">
<h2 id="observations-title">Where the documents are silent <span class="tally">${observed.length}</span></h2>
${
  observed.length === 0
    ? html`<p class="empty">Nothing was observed.</p>`
    : html`<p class="lead">No source settles these, so nobody fails for them. This is what the target did.</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="observations-title"><table class="observations">
<thead><tr><th scope="col">Question</th><th scope="col" class="number">Accepted</th><th scope="col" class="number">Refused</th><th scope="col">Statuses</th></tr></thead>
<tbody>${observed.map(renderObservation)}</tbody></table></div>`
}
</section>`;
}

function renderObservation({ id, observed, title }: RequirementResult): Markup {
  return html`<tr><td><p class="title">${title}</p><p class="id"><a href="${fragment(id)}"><code>${id}</code></a></p></td><td class="number">${observed?.accepted ?? '–'}</td><td class="number">${observed?.refused ?? '–'}</td><td>${describeStatuses(observed)}</td></tr>`;
}

function describeStatuses(observed: Observed | null): string {
  const statuses = Object.entries(observed?.statuses ?? {}).sort(([left], [right]) =>
    compareText(left, right),
  );
  return statuses.length === 0 ? '–' : statuses.map(([status, count]) => `${status} × ${count}`).join(', ');
}

/** Registered contradictions between documents, how they were ruled, and which side the target took. */
export function renderDiscrepancies({ discrepancies }: Report): Markup | null {
  if (discrepancies.length === 0) return null;
  return html`<section id="discrepancies" aria-labelledby="discrepancies-title">
<h2 id="discrepancies-title">Where the documents disagree <span class="tally">${discrepancies.length}</span></h2>
${sortById(discrepancies).map(
  ({ id, observed, readings, ruling, summary }) => html`<article class="discrepancy">
<h3>${summary}</h3>
<dl class="facts"><div><dt>Readings</dt><dd><ul>${readings.map((reading) => html`<li>${reading}</li>`)}</ul></dd></div><div><dt>Ruling</dt><dd>${ruling}</dd></div><div><dt>Observed</dt><dd>${observed ?? 'not observed'}</dd></div><div><dt>Entry</dt><dd><code>${id}</code></dd></div></dl>
</article>`,
)}
</section>`;
}

/** What could not be asked with what the run was given, and what to supply. */
export function renderOutOfScope({ requirements }: Report): Markup | null {
  const outside = sortById(requirements).filter((requirement) => outcomeKind(requirement) === 'out-of-scope');
  if (outside.length === 0) return null;
  const groups = groupBy(
    outside,
    ({ explanation }) => explanation ?? 'What the run was given does not reach them.',
  );
  return html`<section id="out-of-scope" aria-labelledby="scope-title">
<h2 id="scope-title">Out of scope <span class="tally">${outside.length}</span></h2>
<p class="lead">The verdict says nothing about these.</p>
${[...groups].map(
  ([
    supply,
    group,
  ]) => html`<details class="supply"><summary>${supply} <span class="quiet">${plural(group.length, 'requirement')}</span></summary>
<ul>${group.map(({ id, title }) => html`<li><a href="${fragment(id)}"><code>${id}</code></a> ${title}</li>`)}</ul></details>`,
)}
</section>`;
}
