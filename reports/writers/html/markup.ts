import { showHidden } from '../../visible-text.ts';

/** HTML that is safe to put into a page; only `html` makes it. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | null | readonly Part[];

/**
 * Builds HTML. Everything put in that is not `Markup` itself becomes text, in elements and in quoted attributes
 * alike, so that a hostile body stays a body. `null` leaves nothing.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = strings.map((piece, index) => piece + renderPart(parts[index] ?? null));
  return { markup: pieces.join('') };
}

/**
 * Text for elements whose hidden characters stand out. `data-c` keeps the code point, so that the copy button
 * gives back exactly what was there. Not for attributes.
 */
export function markedText(text: string): Markup {
  const mark = (name: string) => `<span class="hidden-char" data-c="${name.slice(2)}">${name}</span>`;
  return { markup: showHidden(escapeHtml(text), mark) };
}

/** An id that can stand in `id` and after `#`: without white space and hidden characters. */
export function anchor(id: string): string {
  return showHidden(id).replace(/\s/gu, '-');
}

/** The link to it; `/` may stand in a fragment as it is (RFC 3986, section 3.5). */
export function fragment(id: string): string {
  return `#${encodeURIComponent(anchor(id)).replaceAll('%2F', '/')}`;
}

function renderPart(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'object' && 'markup' in part) return part.markup;
  if (typeof part === 'object') return part.map(renderPart).join('');
  return escapeHtml(showHidden(String(part)));
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
