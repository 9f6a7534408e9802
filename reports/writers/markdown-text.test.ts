import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSpan, escapeMarkdown, fence } from './markdown-text.ts';

const hostile = fc.string({
  unit: fc.constantFrom(
    '`',
    '~',
    '\n',
    ' ',
    '<',
    '>',
    '&',
    '*',
    '_',
    '[',
    ']',
    '|',
    '\\',
    '@',
    'a',
    '\r',
    '\u202e',
  ),
});

describe('fence', () => {
  it('makes its fence longer than any run of backticks inside', () => {
    expect(fence('a ```` b', 'sh')).toBe('`````sh\na ```` b\n`````');
  });

  it('is closed by its last line and by no line before, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [first = '', ...lines] = fence(text, 'text').split('\n');
        const ticks = first.slice(0, -'text'.length);
        expect(ticks).toMatch(/^`{3,}$/u);
        const closing = lines.filter(
          (line) => /^ {0,3}`{3,}\s*$/u.test(line) && line.trim().length >= ticks.length,
        );
        expect(closing).toEqual([ticks]);
        expect(lines.at(-1)).toBe(ticks);
      }),
    );
  });
});

describe('codeSpan', () => {
  it('stays one line and is closed by its own delimiter only', () => {
    expect(codeSpan('a``b')).toBe('```a``b```');
    expect(codeSpan('`')).toBe('`` ` ``');
    fc.assert(
      fc.property(hostile, (text) => {
        const span = codeSpan(text);
        const ticks = /^`+/u.exec(span)?.[0] ?? '';
        const inside = span.slice(ticks.length, -ticks.length);
        expect(span).not.toContain('\n');
        expect((inside.match(/`+/gu) ?? []).filter((run) => run.length === ticks.length)).toEqual([]);
      }),
    );
  });
});

describe('escapeMarkdown', () => {
  it('leaves plain text readable', () => {
    expect(escapeMarkdown('A list, of 2 shares: createRepoDomains/success-status.')).toBe(
      'A list, of 2 shares: createRepoDomains/success-status.',
    );
  });

  it('calls nobody and links nowhere', () => {
    expect(escapeMarkdown('@you see https://x.test')).toBe('@<!-- -->you see https:&#47;&#47;x.test');
  });

  it('leaves no character that means anything, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeMarkdown(text).replaceAll('@<!-- -->', '')).not.toMatch(/[`*_[\]|\\<>\n\r]/u);
      }),
    );
  });
});
