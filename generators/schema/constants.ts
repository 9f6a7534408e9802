import fc from 'fast-check';
import type { ValueContract } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Json, Labelled } from '../labelled.ts';
import { verdictOf } from './verdict.ts';

/** Words that name a permission or a choice elsewhere: what a lenient implementer would let pass as well. */
const SIBLINGS = ['write', 'pull', 'push', 'admin', 'all', 'none', 'manage', 'readonly', 'private'];

/** Constants and enumerations: the values themselves, and what differs from them by a hair. */
export function constantValues(
  value: ValueContract,
  keyword: 'const' | 'enum',
  polarity: Polarity,
): readonly Labelled<Json>[] {
  const listed = [value.narrow[keyword]].flat() as Json[];
  const all = listed.map((one) => ({ label: JSON.stringify(one), values: [one] }));
  const near = listed
    .flatMap((one) => (typeof one === 'string' ? nearMisses(one, listed) : others(one)))
    .map(({ label, values }) => ({ label, values: values.filter((one) => !listed.includes(one)) }));
  const wide = ([value.wide[keyword] ?? []].flat() as Json[]).map((one) => ({
    label: JSON.stringify(one),
    values: [one],
  }));
  return merge([...all, ...wide, ...near]).flatMap(({ label, values }) => {
    const fitting = values.filter((one) => verdictOf(value, one) === polarity);
    return fitting.length === 0 ? [] : [{ label, arbitrary: fc.constantFrom(...fitting) }];
  });
}

interface Candidates {
  readonly label: string;
  readonly values: readonly Json[];
}

function nearMisses(text: string, listed: readonly Json[]): Candidates[] {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  const inner = text.slice(0, -1) + text.slice(-1).toUpperCase();
  return [
    { label: 'empty', values: [''] },
    { label: 'other case', values: [text.toUpperCase(), capital, inner, text.toLowerCase()] },
    { label: 'leading white space', values: [` ${text}`, `\t${text}`, `\n${text}`] },
    { label: 'trailing white space', values: [`${text} `, `${text}\t`, `${text}\n`] },
    { label: 'white space only', values: [' ', '\t'] },
    { label: 'a beginning of it', values: prefixes(text) },
    { label: 'the end of it', values: [text.slice(1)] },
    { label: 'something behind it', values: [`${text}s`, `${text}er`, `${text}0`, text + text] },
    { label: 'something before it', values: [`a${text}`, `un${text}`] },
    { label: 'quoted', values: [`"${text}"`, `'${text}'`] },
    ...SIBLINGS.map((sibling) => ({ label: `a plausible sibling, ${sibling}`, values: [sibling] })),
    { label: 'a list of it and a sibling', values: lists(text, listed) },
    {
      label: 'look-alike letters',
      values: [text.replace('a', 'а'), text.replace('e', 'е'), fullWidth(text)],
    },
    { label: 'the name of nothing', values: ['null', 'undefined', 'none', '*'] },
  ];
}

function prefixes(text: string): string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(0, index + 1));
}

function lists(text: string, listed: readonly Json[]): string[] {
  const others = listed.filter((one) => one !== text && typeof one === 'string');
  return [...others, 'write', 'pull'].flatMap((other) => [
    `${text},${other}`,
    `${other},${text}`,
    `${text}|${other}`,
  ]);
}

function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

function others(one: Json): Candidates[] {
  if (typeof one === 'boolean') return [{ label: 'the opposite', values: [!one] }];
  if (typeof one === 'number') return [{ label: 'a neighbour', values: [one + 1, one - 1, -one, one * 10] }];
  return [{ label: 'something else', values: [{ a: 1 }, [1], 'a', 0] }];
}

/** One entry per label, the values of all entries with it joined. */
function merge(candidates: readonly Candidates[]): readonly Candidates[] {
  const byLabel = new Map<string, Json[]>();
  for (const { label, values } of candidates) {
    const joined = byLabel.get(label) ?? [];
    byLabel.set(label, joined);
    joined.push(...values.filter((value) => !joined.includes(value)));
  }
  return [...byLabel].map(([label, values]) => ({ label, values }));
}
