import { outcomeKind } from '../../outcome-kind.ts';
import type { Report } from '../../report.ts';
import { OUTCOME_KINDS, OUTCOMES } from './badges.ts';
import { html, type Markup } from './markup.ts';

/** Search and filters over findings and requirements. Hidden until the script is there to answer them. */
export function renderFilterBar({ requirements }: Report): Markup {
  const kinds = requirements.map(outcomeKind);
  const operations = [...new Set(requirements.map(({ operation }) => operation))].sort();
  const present = OUTCOME_KINDS.filter((kind) => kinds.includes(kind));
  return html`<form class="filter" role="search" aria-label="Findings and requirements" hidden>
<div class="fields">
<label class="search"><span class="visually-hidden">Search</span><input type="search" name="text" placeholder="Search ids and text ( / )" autocomplete="off" spellcheck="false"></label>
<label><span class="visually-hidden">Operation</span><select name="operation"><option value="">All operations</option>${operations.map((operation) => html`<option value="${operation}">${operation}</option>`)}</select></label>
<label><span class="visually-hidden">Level</span><select name="level"><option value="">All levels</option><option value="must">MUST</option><option value="should">SHOULD</option><option value="observe">observe</option></select></label>
</div>
<fieldset class="chips"><legend class="visually-hidden">Outcome</legend>
<label><input type="radio" name="outcome" value="" checked><span>all <b>${requirements.length}</b></span></label>
${present.map(
  (kind) =>
    html`<label><input type="radio" name="outcome" value="${kind}"><span><i aria-hidden="true">${OUTCOMES[kind].sign}</i> ${OUTCOMES[kind].word} <b>${kinds.filter((each) => each === kind).length}</b></span></label>`,
)}
</fieldset>
<p class="matches" role="status" aria-live="polite"></p>
</form>`;
}
