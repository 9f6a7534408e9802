import fc from 'fast-check';
import type { Labelled } from '../labelled.ts';
import { oneOf, POOLS, poolText } from './text-pools.ts';

/** Longest text that must be accepted whatever it says, in code points (rulings, row 14b). */
const LONGEST = 255;

/** Text that must be accepted and read back unchanged. */
export function acceptedTexts(): readonly Labelled<string>[] {
  return [
    ...POOLS.map((pool) => ({ label: pool.label, arbitrary: poolText(pool, 1, 60) })),
    ...POOLS.filter(({ label }) => label === 'ASCII letters' || label === 'Chinese').flatMap((pool) => [
      { label: `as long as allowed, ${pool.label}`, arbitrary: poolText(pool, LONGEST, LONGEST) },
      { label: `long, ${pool.label}`, arbitrary: poolText(pool, 200, LONGEST) },
    ]),
    { label: 'empty', arbitrary: oneOf('') },
    {
      label: 'punctuation',
      arbitrary: oneOf(
        'a, b.',
        "it's",
        '5 > 3',
        'R&D',
        '100 %',
        'a; b',
        '(x) [y]',
        '#1',
        'a = b',
        'a|b',
        '1 + 1',
      ),
    },
    { label: 'double quotes', arbitrary: oneOf('"', 'say "hi"', '""', '"a": 1') },
    { label: 'backslashes', arbitrary: oneOf('\\', 'a\\b', 'C:\\temp\\new', '\\u0041', '\\n', '\\"') },
    {
      label: 'words that languages know',
      arbitrary: oneOf(
        'null',
        'true',
        'undefined',
        'NaN',
        '__proto__',
        'constructor',
        'toString',
        'forever',
        '[]',
        '{}',
      ),
    },
    {
      label: 'numbers as text',
      arbitrary: oneOf('0', '1', '-1', '1.0', '1e3', '0x10', '007', '9007199254740993'),
    },
    { label: 'several spaces inside', arbitrary: oneOf('a  b', 'a   b c') },
    { label: 'case that folds oddly', arbitrary: oneOf('ß', 'ſ', 'İ', 'ı', 'Σς', 'ŉ') },
    // A letter and a mark for which Unicode has no single character: already NFC.
    { label: 'combining marks in NFC', arbitrary: oneOf('x\u0302', 'q\u0303', 'b\u0302z', 'm\u0327') },
  ];
}

/** Text of just the greatest length, and of one less, of one byte a character and of three. */
export function longestTexts(length: number): readonly Labelled<string>[] {
  return POOLS.filter(({ label }) => label === 'ASCII letters' || label === 'Chinese').flatMap((pool) => [
    { label: `longest, ${pool.label}`, arbitrary: poolText(pool, length, length) },
    { label: `one below the longest, ${pool.label}`, arbitrary: poolText(pool, length - 1, length - 1) },
  ]);
}

/** Text that should be accepted: what a firewall may take for an attack, and what storage may not hold. */
export function recommendedTexts(): readonly Labelled<string>[] {
  return [
    {
      label: 'markup',
      arbitrary: oneOf('<b>', '</script>', '<script>alert(1)</script>', '<!-- x -->', '&lt;', '<?xml?>'),
    },
    {
      label: 'SQL',
      arbitrary: oneOf("' OR 1=1 --", "'; DROP TABLE shares; --", '1 UNION SELECT 1', '" OR ""="'),
    },
    { label: 'template', arbitrary: oneOf(`\${x}`, '{{7*7}}', '#{1+1}', '<%= 1 %>', `\${jndi:ldap://x}`) },
    { label: 'format directive', arbitrary: oneOf('%s', '%d%n', '%x', '{0}', '%%') },
    { label: 'percent-encoding', arbitrary: oneOf('%41', '%25', 'a%20b', '%2B+') },
    {
      label: 'path',
      arbitrary: oneOf('../..', '../../etc/passwd', '..\\..', 'file:///etc/passwd', '%2e%2e%2f'),
    },
    { label: 'shell', arbitrary: oneOf('$(id)', '`id`', '; id', '| id', '&& id') },
    { label: 'beyond the basic plane', arbitrary: oneOf('😀', 'a😀b', '𝐀', '𠀀', '👩🏽', '😀'.repeat(60)) },
    { label: 'leading white space', arbitrary: oneOf(' a', '  a', '\u3000a') },
    { label: 'trailing white space', arbitrary: oneOf('a ', 'a  ', 'a\u00a0') },
    { label: 'white space only', arbitrary: oneOf(' ', '   ') },
  ];
}

/** Text of which no source says what becomes of it. */
export function unspecifiedTexts(): readonly Labelled<string>[] {
  return [
    { label: 'NUL', arbitrary: oneOf('\0', 'a\0b') },
    { label: 'line breaks', arbitrary: oneOf('a\nb', 'a\r\nb', '\n') },
    { label: 'tab', arbitrary: oneOf('a\tb', '\t') },
    { label: 'control characters', arbitrary: oneOf('\x01', 'a\x1bb', '\x7f', '\x85') },
    { label: 'lone surrogate', arbitrary: oneOf('\ud800', 'a\udc00b', '\ude00\ud83d') },
    { label: 'not in NFC', arbitrary: oneOf('e\u0301', 'A\u030a', '\u1112\u1161\u11ab') },
    { label: 'zero-width', arbitrary: oneOf('a\u200bb', '\u200d', 'a\ufeffb', '\u2060') },
    { label: 'direction marks', arbitrary: oneOf('a\u202eb', '\u200f', 'a\u2066b\u2069') },
    { label: 'line separators', arbitrary: oneOf('a\u2028b', 'a\u2029b') },
    { label: 'private use', arbitrary: oneOf('\ue000', '\uf8ff') },
    { label: 'no character', arbitrary: oneOf('\uffff', '\ufdd0', '\u0378') },
  ];
}

/** Any text that must be accepted; shrinks to `a`. */
export function anyAcceptedText(): fc.Arbitrary<string> {
  const [simplest, ...others] = acceptedTexts().map(({ arbitrary }) => arbitrary);
  return simplest === undefined ? fc.constant('a') : fc.oneof({ withCrossShrink: true }, simplest, ...others);
}
