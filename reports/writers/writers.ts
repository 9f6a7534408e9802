import type { Report } from '../report.ts';
import { renderHtml } from './html/html.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';

export const FORMATS = ['json', 'html', 'junit', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export interface Writer {
  /** Its name in the report directory; users and their CI scripts rely on it. */
  readonly file: string;
  readonly render: (report: Report) => string;
}

export const WRITERS = {
  json: { file: 'report.json', render: renderJson },
  html: { file: 'report.html', render: renderHtml },
  junit: { file: 'junit.xml', render: renderJunit },
  markdown: { file: 'summary.md', render: renderMarkdown },
} as const satisfies Record<Format, Writer>;
