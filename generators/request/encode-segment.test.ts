import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFully, encodeSegment } from './encode-segment.ts';

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

describe('encodeSegment', () => {
  it('is undone by decoding once, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeURIComponent(encodeSegment(text))).toBe(text);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('leaves what is unreserved, and the dollar sign that stands for a slash', () => {
    const left = ASCII.filter((character) => encodeSegment(character) === character);
    expect(left.join('')).toBe('$-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~');
  });

  it('writes everything else with capital digits', () => {
    expect(encodeSegment('a+b')).toBe('a%2Bb');
    expect(encodeSegment('a%25')).toBe('a%2525');
    expect(encodeSegment('a/b?c#d')).toBe('a%2Fb%3Fc%23d');
    expect(encodeSegment("it's (a) *")).toBe('it%27s%20%28a%29%20%2A');
    expect(encodeSegment('ä名😀\u0000')).toBe('%C3%A4%E5%90%8D%F0%9F%98%80%00');
  });

  it('writes a lone surrogate as its three bytes, which is no UTF-8', () => {
    expect(encodeSegment('\ud800')).toBe('%ED%A0%80');
    expect(encodeSegment('a\udfffb')).toBe('a%ED%BF%BFb');
    expect(() => decodeURIComponent(encodeSegment('\ud800'))).toThrow(URIError);
    expect(encodeSegment('\ud83d\ude00')).toBe(encodeURIComponent('😀'));
  });

  it('never lets a segment fall apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encodeSegment(text)).toMatch(/^[A-Za-z0-9\-._~$%]*$/);
      }),
      { numRuns: 100, seed: 2 },
    );
  });
});

describe('encodeFully', () => {
  it('writes every byte, unreserved characters too', () => {
    expect(encodeFully('a$')).toBe('%61%24');
    for (const character of ASCII) expect(encodeFully(character)).toMatch(/^%[0-9A-F]{2}$/);
    expect(decodeURIComponent(encodeFully('ä/名'))).toBe('ä/名');
  });
});
