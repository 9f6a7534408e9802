import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten, showHidden, showInLine } from './visible-text.ts';

describe('showHidden', () => {
  it('names what nobody would see, or what would turn the text around', () => {
    expect(showHidden('a\u0000b\u202ec\u200bd\ufeffe\ud800f\uffff')).toBe(
      'a⟨U+0000⟩b⟨U+202E⟩c⟨U+200B⟩d⟨U+FEFF⟩e⟨U+D800⟩f⟨U+FFFF⟩',
    );
  });

  it('leaves text, tabs, line feeds and characters of the astral planes alone', () => {
    const text = 'größe 名前\t𝒳\nnext';
    expect(showHidden(text)).toBe(text);
  });

  it('leaves nothing hidden and is done after one pass, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\u0000', '\u202e', '\ud800', ''),
        (text, more) => {
          const shown = showHidden(text + more);
          expect(shown).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}]/u);
          expect(showHidden(shown)).toBe(shown);
        },
      ),
    );
  });
});

describe('showInLine', () => {
  it('gives one line without white space at the ends', () => {
    expect(showInLine(' a\r\n  b\tc\n')).toBe('a b c');
  });
});

describe('shorten', () => {
  it('says how much was cut, and cuts no character in two', () => {
    expect(shorten('abcdef', 4)).toBe('abcd… (2 more characters)');
    expect(shorten('abc𝒳f', 4)).toBe('abc… (3 more characters)');
  });

  it('leaves short text alone', () => {
    expect(shorten('abcd', 4)).toBe('abcd');
  });
});
