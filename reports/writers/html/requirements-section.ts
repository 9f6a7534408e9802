import { groupBy, sortById } from '../../order.ts';
import { outcomeKind } from '../../outcome-kind.ts';
import type { Report, RequirementResult } from '../../report.ts';
import { levelWord, outcomeBadge } from './badges.ts';
import { anchor, fragment, html, type Markup } from './markup.ts';

/** All requirements by operation; each row can be linked to by the requirement's id. */
export function renderRequirements(report: Report): Markup {
  const groups = groupBy(sortById(report.requirements), ({ operation }) => operation);
  return html`<section id="requirements" aria-labelledby="requirements-title">
<h2 id="requirements-title">Requirements <span class="tally">${report.requirements.length}</span></h2>
${report.requirements.length === 0 ? html`<p class="empty">None was selected.</p>` : null}
${[...groups].map(([operation, requirements]) => renderOperation(operation, requirements))}
<p class="empty no-match" hidden>No requirement matches the filter.</p>
</section>`;
}

function renderOperation(operation: string, requirements: readonly RequirementResult[]): Markup {
  return html`<section class="operation">
<table class="requirements">
<caption>${operation} <span class="tally">${requirements.length}</span></caption>
<thead><tr><th scope="col">Outcome</th><th scope="col">Requirement</th><th scope="col">Level</th><th scope="col">Basis</th><th scope="col" class="number">Cases</th></tr></thead>
<tbody>${requirements.map(renderRow)}</tbody>
</table>
</section>`;
}

function renderRow(requirement: RequirementResult): Markup {
  const { basis, cases, explanation, findings, id, level, operation, reason, sources, title } = requirement;
  const kind = outcomeKind(requirement);
  const why = explanation ?? reason;
  return html`<tr id="${anchor(id)}" data-outcome="${kind}" data-level="${level}" data-operation="${operation}">
<td class="outcome">${outcomeBadge(kind)}</td>
<td class="what"><p class="title">${title}</p><p class="id"><a href="${fragment(id)}"><code>${id}</code></a></p>${
    why === null ? null : html`<p class="why">${why}</p>`
  }${findings.map((finding) => html`<p class="why"><a href="${fragment(`finding-${finding}`)}">Finding ${finding}</a></p>`)}${
    sources.length === 0
      ? null
      : html`<details><summary>Documents</summary><ul>${sources.map(({ document, place }) => html`<li>${document}, ${place}</li>`)}</ul></details>`
  }</td>
<td class="level">${levelWord(level)}</td>
<td class="basis">${basis}</td>
<td class="number cases">${cases}<span class="unit"> cases</span></td>
</tr>`;
}
