import { describe, expect, it } from 'vitest';
import { classifyName } from '../language/classify-name.fixture.ts';
import { contract, NAMESPACE, REPOSITORY } from './sharing-contracts.fixture.ts';
import { shortTexts } from './short-texts.ts';

describe('shortTexts', () => {
  it.each([
    ['namespace', NAMESPACE],
    ['repository', REPOSITORY],
  ] as const)('say of every short %s what another recogniser says', (kind, value) => {
    const all = [...shortTexts(value, 4, { place: 'path' })];
    expect(all.filter(({ text, polarity }) => classifyName(text, kind) !== polarity)).toEqual([]);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  it('are complete over the kinds of characters, and over range edges up to two', () => {
    const texts = new Set([...shortTexts(NAMESPACE, 4, { place: 'path' })].map(({ text }) => text));
    for (const text of ['a__a', 'a-_a', 'a..a', '____', 'a0A.', '0.-_', 'z9', 'a`', 'a{', 'a:', 'Z', 'a ']) {
      expect(texts).toContain(text);
    }
    expect(texts.size).toBeLessThan(3000);
  });

  it('leave out what no path carries, and keep it in a body', () => {
    const name = contract({ narrow: { type: 'string', pattern: '^[a-z]$', minLength: 1 } });
    const inPath = [...shortTexts(name, 2, { place: 'path' })].map(({ text }) => text);
    const inBody = [...shortTexts(name, 2, { place: 'body' })].map(({ text }) => text);
    for (const text of ['', '.', '..', '/', 'a%']) {
      expect(inPath).not.toContain(text);
      expect(inBody).toContain(text);
    }
  });
});
