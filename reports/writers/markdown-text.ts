import { showHidden, showInLine } from '../visible-text.ts';

/**
 * Text as one line of Markdown that stays text: no markup, no HTML, no link, no mention that calls somebody.
 * The comment after `@` parts it from the name; GitHub and GitLab both look at whole text nodes only.
 */
export function escapeMarkdown(text: string): string {
  return showInLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$]/gu, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll('://', ':&#47;&#47;')
    .replaceAll('@', '@<!-- -->');
}

/** Inline code; the delimiter is longer than any run of backticks inside (CommonMark 0.31, section 6.1). */
export function codeSpan(text: string): string {
  const line = showInLine(text);
  const ticks = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
  // Only a table would split here, and code in a table is none of ours.
  return `${ticks}${pad}${line}${pad}${ticks}`;
}

/** A fenced block that its text cannot close: the fence is longer than any run of backticks inside (section 4.5). */
export function fence(text: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${ticks}${language}\n${showHidden(text)}\n${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
}
