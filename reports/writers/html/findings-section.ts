import { orderFindings, type PlacedFinding } from '../../finding-order.ts';
import { plural } from '../../headline.ts';
import type { FindingStep, Report } from '../../report.ts';
import { levelWord, outcomeBadge } from './badges.ts';
import { anchor, fragment, html, type Markup, markedText } from './markup.ts';

/** Every deviation with what was promised, what came instead, and the commands that show it. */
export function renderFindings(report: Report): Markup {
  const findings = orderFindings(report);
  return html`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings <span class="tally">${findings.length}</span></h2>
${findings.length === 0 ? html`<p class="empty">No deviation was found.</p>` : findings.map(renderFinding)}
<p class="empty no-match" hidden>No finding matches the filter.</p>
</section>`;
}

function renderFinding({ finding, level, requirement }: PlacedFinding): Markup {
  const times = plural(finding.occurrences, 'case');
  const sources = requirement?.sources ?? [];
  return html`<article class="finding" id="${anchor(`finding-${finding.id}`)}" data-outcome="violated" data-level="${level}" data-operation="${finding.operation}">
<p class="tags">${outcomeBadge('violated')}<span class="tag">${levelWord(level)}</span><span class="tag">${finding.operation}</span>${
    finding.baseline === null ? null : html`<span class="tag">in the baseline: ${finding.baseline}</span>`
  }${
    finding.flaky === null
      ? null
      : html`<span class="tag">flaky: ${finding.flaky.shown} of ${finding.flaky.of} times</span>`
  }<a class="permalink" href="${fragment(`finding-${finding.id}`)}" aria-label="Link to this finding">#</a></p>
<h3>${finding.title}</h3>
<p class="promise"><a href="${fragment(finding.requirement)}"><code>${finding.requirement}</code></a> ${requirement?.title ?? ''}</p>
<p class="quiet">${
    requirement === undefined ? null : `Basis: ${requirement.basis}. `
  }${sources.length === 0 ? null : html`Documents: ${sources.map(({ document, place }, index) => `${index === 0 ? '' : '; '}${document}, ${place}`)}. `}Seen in ${times}, smallest case after ${plural(finding.shrinks, 'shrink')}.</p>
<div class="versus">
<div class="expected"><h4>Expected</h4><pre tabindex="0">${markedText(finding.expected)}</pre></div>
<div class="actual"><h4>Actual</h4><pre tabindex="0">${markedText(finding.actual)}</pre></div>
</div>
<h4>${plural(finding.steps.length, 'step')} that ${finding.steps.length === 1 ? 'shows' : 'show'} it</h4>
<ol class="steps">${finding.steps.map(renderStep)}</ol>
<p class="origin">Fingerprint <code>${finding.fingerprint}</code>, finding <code>${finding.id}</code>, drawn at <code>${finding.path}</code> with seed <code>${finding.seed}</code></p>
</article>`;
}

function renderStep(step: FindingStep): Markup {
  const { failure, purpose, request, response } = step;
  const outcome = response === null ? 'no answer' : `status ${response.status}`;
  return html`<li>
<p class="step-head"><span class="purpose">${purpose}</span> <code class="line">${request.method} ${pathOf(request.url)}</code> <span class="arrow" aria-hidden="true">→</span> <strong>${outcome}</strong></p>
<div class="copyable"><pre tabindex="0"><code>${markedText(step.curl)}</code></pre><button type="button" class="copy" hidden>Copy</button></div>
<details><summary>Exchange</summary>
<h5>Request</h5>
<pre tabindex="0">${markedText(`${request.method} ${request.url}`)}${renderHeaders(request.headers)}${renderBody(request.body)}</pre>
<h5>Response</h5>
${
  response === null
    ? html`<p>${failure ?? 'There was none.'}</p>`
    : html`<pre tabindex="0">${markedText(`${response.status}`)}${renderHeaders(response.headers)}${renderBody(response.body)}</pre>`
}
</details>
</li>`;
}

function renderHeaders(headers: Readonly<Record<string, string>>): Markup[] {
  return Object.entries(headers).map(
    ([name, value]) => html`
<span class="header-name">${name}:</span> ${markedText(value.replaceAll('\n', ' '))}`,
  );
}

function renderBody(body: string | null): Markup {
  if (body === null || body === '')
    return html`

<span class="quiet">(no body)</span>`;
  return html`

${markedText(body)}`;
}

/** The part that tells requests apart; the whole address stands in the exchange. */
function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  return start === -1 ? url : url.slice(start);
}
