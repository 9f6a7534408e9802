import { PARTS_STYLE } from './style-parts.ts';

/** Colours, type and the frame of the page; system fonts only, one accent, both schemes. */
const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --paper: #fbfbfa; --raised: #ffffff; --sunken: #f3f4f4; --ink: #1b2126; --soft: #59636c; --line: #e0e4e7;
  --accent: #0b6687; --accent-soft: #e3f0f5;
  --bad: #a52a22; --bad-soft: #fbebe9; --warn: #7f5200; --warn-soft: #faf1dd; --good: #276645; --good-soft: #e6f3ec;
  --idle: #b9c1c8;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif;
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14181b; --raised: #1b2024; --sunken: #101416; --ink: #e4e8eb; --soft: #9ba6af; --line: #2d343a;
    --accent: #6fc1e2; --accent-soft: #173441;
    --bad: #f3968e; --bad-soft: #3b2120; --warn: #e6bb62; --warn-soft: #352a14; --good: #84cba2;
    --good-soft: #183224; --idle: #4d575f;
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 8.5rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); }
.page { max-width: 68rem; margin: 0 auto; padding: 0 1.5rem 4rem; }
h1, h2, h3, h4, h5, p, ul, ol, dl, dd, pre, fieldset, table { margin: 0; padding: 0; }
h2 { font-size: 1.4rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; }
h3 { font-size: 1.125rem; line-height: 1.4; font-weight: 600; overflow-wrap: anywhere; }
h4, h5 { font-size: 0.8125rem; font-weight: 600; color: var(--soft); }
code, pre { font-family: var(--mono); font-size: 0.8125rem; }
code { overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em; }
a:not(:hover) { text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
summary { cursor: pointer; }
ul { padding-left: 1.2em; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; }
.quiet, .lead { color: var(--soft); }
.quiet { font-size: 0.875rem; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 9; padding: 0.5rem 1rem; background: var(--raised); }
.tally { margin-left: 0.25em; font-size: 0.8em; font-weight: 400; color: var(--soft); font-variant-numeric: tabular-nums; }
.empty { padding: 1.25rem; border: 1px dashed var(--line); border-radius: 8px; color: var(--soft); }
main > section { margin-top: 3.25rem; }
main > section > h2 { margin-bottom: 1rem; }
main > section > .lead { margin: -0.75rem 0 1.25rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.8125rem; color: var(--soft); }

.overview { padding: 2.5rem 0 1.75rem; }
.eyebrow { display: flex; justify-content: space-between; gap: 1rem; flex-wrap: wrap; font-size: 0.8125rem; color: var(--soft); }
.overview h1 { display: flex; align-items: center; flex-wrap: wrap; gap: 0.25rem 0.85rem; margin: 1rem 0 0.6rem;
  font-size: clamp(2rem, 5.5vw, 2.85rem); line-height: 1.15; font-weight: 680; letter-spacing: -0.025em; }
.overview h1 small { font-size: 0.4em; font-weight: 500; letter-spacing: 0; color: var(--soft); }
.seal { display: grid; place-items: center; flex: none; width: 1.25em; height: 1.25em; border-radius: 50%; font-size: 0.8em; font-weight: 600; }
.conformant .seal { background: var(--good-soft); color: var(--good); }
.non-conformant .seal { background: var(--bad-soft); color: var(--bad); }
.overview.not-judged .seal { background: var(--warn-soft); color: var(--warn); }
.scope { max-width: 48rem; font-size: 1.125rem; }
.gate { margin-top: 0.75rem; font-size: 0.9375rem; }
.gate ul { margin-top: 0.25rem; color: var(--soft); overflow-wrap: anywhere; }
.counts { margin: 2rem 0 0.5rem; font-variant-numeric: tabular-nums; }
.counts th, .counts td { padding: 0.5rem 0 0.5rem 1.25rem; border-bottom: 1px solid var(--line); }
.counts th:first-child { padding-left: 0; width: 5.5rem; }
.counts thead th { padding-bottom: 0.35rem; font-size: 0.8125rem; font-weight: 500; color: var(--soft); text-align: right; white-space: nowrap; }
.counts thead th:first-child { text-align: left; }
.counts .bar { width: 45%; line-height: 0; }
.counts svg { border-radius: 4px; }
.counts .number { text-align: right; font-size: 1.125rem; font-weight: 600; }
.counts .number.none { font-weight: 400; color: var(--soft); }
.counts .number.violated { color: var(--bad); }
.counts .number.not-judged { color: var(--warn); }
rect.empty { fill: var(--line); } rect.violated { fill: var(--bad); } rect.not-judged { fill: var(--warn); }
rect.out-of-scope { fill: var(--idle); } rect.upheld { fill: var(--good); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0.9rem 2.5rem; margin-top: 1.75rem; font-size: 0.9375rem; }
.facts dt { font-size: 0.8125rem; color: var(--soft); }
.facts dd { overflow-wrap: anywhere; }
.facts .digest { display: block; color: var(--soft); font-size: 0.6875rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0; list-style: none; font-size: 0.9375rem; }
nav { padding: 0.9rem 0; border-top: 1px solid var(--line); }
`;

export const STYLE = PAGE_STYLE + PARTS_STYLE;
