/** The filter bar, findings, tables, phones and print. */
export const PARTS_STYLE = `
.filter { position: sticky; top: 0; z-index: 2; margin: 0 -1.5rem; padding: 0.75rem 1.5rem;
  border-block: 1px solid var(--line); background: color-mix(in srgb, var(--paper) 92%, transparent); backdrop-filter: blur(10px); }
.fields { display: flex; gap: 0.6rem; }
.fields .search { flex: 1 1 auto; min-width: 0; }
.fields input, .fields select { width: 100%; height: 2.4rem; padding: 0 0.7rem; border: 1px solid var(--line); border-radius: 7px;
  background: var(--raised); color: inherit; font: inherit; font-size: 0.9375rem; }
.fields input::placeholder { color: var(--soft); opacity: 1; }
.chips { display: flex; gap: 0.35rem; margin-top: 0.6rem; border: 0; min-width: 0; overflow-x: auto; scrollbar-width: thin; }
.chips label { position: relative; flex: none; }
.chips input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.chips span { display: block; padding: 0.15rem 0.7rem; border: 1px solid var(--line); border-radius: 99px; font-size: 0.8125rem; white-space: nowrap; }
.chips b { font-weight: 400; color: var(--soft); font-variant-numeric: tabular-nums; }
.chips i { font-style: normal; }
.chips input:checked + span { border-color: var(--accent); background: var(--accent-soft); color: var(--accent); font-weight: 600; }
.chips input:checked + span b { color: inherit; }
.chips input:hover + span { border-color: var(--accent); }
.chips input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: -2px; }
.matches:not(:empty) { margin-top: 0.4rem; font-size: 0.8125rem; color: var(--soft); }

.badge { display: inline-flex; align-items: center; gap: 0.4em; padding: 0.05rem 0.55rem; border-radius: 99px; font-size: 0.8125rem; font-weight: 550; white-space: nowrap;
  background: var(--sunken); color: var(--soft); }
.badge.violated { background: var(--bad-soft); color: var(--bad); }
.badge.not-judged { background: var(--warn-soft); color: var(--warn); }
.badge.upheld { background: var(--good-soft); color: var(--good); }
.tags { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.75rem; margin-bottom: 0.5rem; }
.tag { font-size: 0.8125rem; color: var(--soft); }
.permalink { margin-left: auto; padding: 0 0.4rem; text-decoration: none; }

.finding { margin-top: 1.25rem; padding: 1.4rem 1.5rem 1.25rem; border: 1px solid var(--line); border-radius: 10px; background: var(--raised); }
.finding > .promise { margin: 0.3rem 0 0.25rem; }
.finding h4 { margin: 1.1rem 0 0.35rem; }
.finding pre { padding: 0.7rem 0.9rem; border-radius: 7px; background: var(--sunken); line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 26rem; overflow: auto; tab-size: 2; }
.versus { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.versus > * { display: flex; flex-direction: column; min-width: 0; }
.versus pre { flex: 1; border-left: 3px solid var(--idle); }
.versus .actual pre { border-left-color: var(--bad); }
.steps { list-style: none; counter-reset: step; }
.steps > li { position: relative; counter-increment: step; padding: 0 0 1.1rem 2.4rem; }
.steps > li::before { content: counter(step); position: absolute; left: 0; top: 0.05rem; width: 1.5rem; height: 1.5rem; border: 1px solid var(--line); border-radius: 50%;
  font-size: 0.75rem; line-height: 1.4rem; text-align: center; color: var(--soft); font-variant-numeric: tabular-nums; }
.steps > li:not(:last-child)::after { content: ""; position: absolute; left: 0.75rem; top: 1.85rem; bottom: 0.15rem; border-left: 1px solid var(--line); }
.step-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.1rem 0.55rem; margin-bottom: 0.4rem; font-size: 0.875rem; }
.step-head strong { font-weight: 600; white-space: nowrap; }
.purpose { color: var(--soft); }
.step-head .line { overflow-wrap: anywhere; }
.copyable { position: relative; }
.finding .copyable pre { padding-right: 5.5rem; }
.copy { position: absolute; top: 0.45rem; right: 0.45rem; padding: 0.15rem 0.65rem; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); color: var(--accent); font: inherit; font-size: 0.8125rem; cursor: pointer; }
.copy:hover { border-color: var(--accent); }
.finding details > summary { width: fit-content; margin-top: 0.4rem; font-size: 0.875rem; color: var(--accent); }
.finding h5 { margin: 0.6rem 0 0.3rem; }
.finding .header-name { color: var(--soft); }
.hidden-char { padding: 0 0.25em; border: 1px solid var(--warn); border-radius: 3px; background: var(--warn-soft); color: var(--warn); font: 0.75em var(--mono); unicode-bidi: isolate; }
.origin { padding-top: 0.8rem; border-top: 1px solid var(--line); font-size: 0.8125rem; color: var(--soft); }

.operation { margin-bottom: 2.25rem; }
.requirements caption { padding: 0.5rem 0; text-align: left; font-size: 1.0625rem; font-weight: 600; }
.requirements thead th, .observations thead th { padding: 0.4rem 0.9rem 0.4rem 0; border-bottom: 1px solid var(--line); font-size: 0.8125rem; font-weight: 500; color: var(--soft); }
.requirements td, .observations td { padding: 0.65rem 0.9rem 0.65rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.requirements { table-layout: fixed; }
.requirements th:nth-child(1) { width: 8.75rem; }
.requirements th:nth-child(3) { width: 5.5rem; }
.requirements th:nth-child(4) { width: 7rem; }
.requirements th:nth-child(5) { width: 4.5rem; }
.requirements .title, .observations .title { overflow-wrap: anywhere; }
.requirements .id a, .observations .id a { text-decoration: none; }
.requirements .id a:hover code, .observations .id a:hover code { text-decoration: underline; }
.requirements .why { margin-top: 0.15rem; font-size: 0.875rem; color: var(--soft); overflow-wrap: anywhere; }
.requirements details { font-size: 0.8125rem; color: var(--soft); }
.requirements .level, .requirements .basis, .requirements td.number, .observations td + td { font-size: 0.875rem; color: var(--soft); }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number:last-child, th.number:last-child { padding-right: 0 !important; }
.requirements .unit { display: none; }
.observations td:first-child { min-width: 14rem; }
.linked > td:first-child { box-shadow: -0.6rem 0 0 var(--paper), calc(-0.6rem - 3px) 0 0 var(--accent); }
tr.linked { background: var(--accent-soft); }
.finding.linked { border-color: var(--accent); }
.scroll { overflow-x: auto; }
.discrepancy { padding: 1.1rem 0; border-top: 1px solid var(--line); }
.discrepancy .facts { margin-top: 0.6rem; }
.supply { padding: 0.7rem 0; border-top: 1px solid var(--line); }
.supply ul { margin-top: 0.5rem; font-size: 0.9375rem; overflow-wrap: anywhere; }

@media (max-width: 44rem) {
  html { scroll-padding-top: 9.5rem; }
  .page { padding: 0 1rem 3rem; }
  .overview { padding-top: 1.5rem; }
  .scope { font-size: 1.0625rem; }
  .counts .bar, .counts .bar-head { display: none; }
  .counts th, .counts td { padding-left: 0.5rem; }
  .counts thead th { white-space: normal; vertical-align: bottom; line-height: 1.3; }
  .filter { margin: 0 -1rem; padding: 0.6rem 1rem; }
  .fields { display: grid; grid-template-columns: 1fr 1fr; gap: 0.45rem; }
  .fields .search { grid-column: 1 / -1; }
  .fields input, .fields select { height: 2.25rem; font-size: 1rem; }
  .finding { margin-inline: -0.5rem; padding: 1.1rem 1rem; }
  .versus { grid-template-columns: 1fr; gap: 0; }
  .finding .copyable pre { padding-right: 0.9rem; padding-top: 2.5rem; }
  .steps > li { padding-left: 0; }
  .step-head { padding-left: 2.1rem; min-height: 1.6rem; }
  .steps > li::after { display: none; }
  .requirements thead { display: none; }
  .requirements tr { display: grid; grid-template-columns: 1fr auto auto auto; gap: 0.25rem 0.75rem; align-items: center; padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
  .requirements td { display: block; padding: 0; border: 0; }
  .requirements td:first-child { justify-self: start; }
  .requirements .what { grid-column: 1 / -1; grid-row: 2; min-width: 0; }
  .requirements .unit { display: inline; }
}
@media print {
  :root { color-scheme: light; }
  body { font-size: 10pt; background: none; }
  .page { max-width: none; padding: 0; }
  .filter, nav, .copy, .skip, .permalink { display: none !important; }
  .finding pre { max-height: none; border: 1px solid var(--line); }
  .finding, .finding pre, tr { break-inside: avoid; }
  .finding { break-inside: auto; }
  h2, h3, h4, caption { break-after: avoid; }
}
`;
