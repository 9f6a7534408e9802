import type { ValueFormat } from '../schema/value-format.ts';
import { verdictOf } from '../schema/verdict.ts';
import { oneOf } from './text-pools.ts';

/**
 * Names of accounts. The schema's keywords have their own near misses; `format` adds names that people and
 * programs have given, and those that are easily mangled on the way through a path.
 */
export const account: ValueFormat = {
  values: (value, keyword, polarity) => {
    if (keyword !== 'format') return null;
    return NAMES.flatMap(([label, ...names]) => {
      const fitting = names.filter((name) => verdictOf(value, name) === polarity);
      return fitting.length === 0 ? [] : [{ label, arbitrary: oneOf(...fitting) }];
    });
  },
};

const NAMES: readonly (readonly [label: string, ...names: string[]])[] = [
  ['as clouds name them', 'otc00000000001000000447', 'hwstaff_ab12', 'domain_name', 'shijingcheng_test'],
  [
    'words that languages know',
    'null',
    'true',
    'undefined',
    'constructor',
    'nan',
    'infinity',
    'forever',
    'read',
  ],
  ['like a number', 'e1', 'x10', 'inf'],
  ['runs of separators', 'a--b', 'a__b', 'a-_b', 'a-', 'a_'],
  ['capitals', 'A', 'OTC-EU-DE-00000000001000000447', 'Domain_Name'],
  ['a digit first', '1', '0a', '00000000001000000447'],
  ['a separator first', '_a', '-a', '__proto__'],
  ['dots', 'a.b', 'example.com', '.a', 'a.', 'a..b'],
  ['a plus', 'a+b', '+'],
  ['an at sign', 'a@example.com', '@'],
  ['a space inside', 'a b', 'a  b'],
  ['white space at an end', ' a', 'a ', '\ta'],
  ['a percent sign', '%25', '%', 'a%2Fb', '%41', '100%'],
  ['characters that a path delimits with', 'a?b', 'a#b', 'a;b', 'a=b', 'a&b', 'a:b'],
  ['quotes', "a'b", 'a"b', 'a`b'],
  ['Latin beyond ASCII', 'ä', 'müller', 'ſ', 'straße'],
  ['other scripts', '名', 'имя', 'حساب'],
  ['beyond the basic plane', '😀', '𝐀'],
  ['not in NFC', 'e\u0301'],
  ['full-width', 'ａ', '１'],
  ['very long', 'a'.repeat(256), 'a'.repeat(1000)],
];
