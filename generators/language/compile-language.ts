import type { FaultPlace } from '../../spec/fault.ts';
import { partitionCharacters, tabulate } from './alphabet.ts';
import { type Automaton, accepts, DEAD, restrict, trim, usedClasses } from './automaton.ts';
import type { Lengths } from './members.ts';
import { compilePattern } from './pattern.ts';

/** The keywords of a schema that say which texts are valid. */
export interface TextSchema {
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** The texts that a schema lets pass: an automaton for the pattern, and beside it the interval of lengths. */
export interface Language {
  readonly automaton: Automaton;
  readonly lengths: Lengths;
  has(text: string): boolean;
}

/** The language of one schema. Throws a usage fault for a pattern that is not regular. */
export function compileLanguage(schema: TextSchema, place: FaultPlace): Language {
  const [language] = compileLanguages([schema], place);
  if (language === undefined) throw new RangeError('One schema has one language');
  return language;
}

/** Languages over one alphabet, so that they can be combined; the first one's ranges have their neighbours cut out. */
export function compileLanguages(schemas: readonly TextSchema[], place: FaultPlace): readonly Language[] {
  const tables = schemas.map(({ pattern }) => tabulate(compilePattern(pattern, place)));
  const { alphabet, columns } = partitionCharacters(tables);
  return schemas.map((schema, index) => {
    const table = tables[index];
    const states = table?.edges.length ?? 0;
    const next = Array.from({ length: states }, (_, state) =>
      (columns[index] ?? []).map((column) => column[state] ?? DEAD),
    );
    const automaton = trim({
      alphabet,
      start: table?.start ?? DEAD,
      states,
      next: Int32Array.from(next.flat()),
      final: table?.final ?? [],
    });
    const lengths = { min: schema.minLength ?? 0, max: schema.maxLength ?? null };
    return { automaton, lengths, has: (text) => fits(text, lengths) && accepts(automaton, text) };
  });
}

/**
 * The members to build with: where a language lets nearly everything pass, only its plain texts, so that what is odd
 * about a value is odd on purpose.
 */
export function inconspicuous({ automaton }: Language): Automaton {
  const { classes } = automaton.alphabet;
  const isBroad = usedClasses(automaton).some((used) => classes[used]?.family.weight === 0);
  if (!isBroad) return automaton;
  const plain = restrict(automaton, (characterClass) => classes[characterClass]?.family.plain === true);
  return plain.states > 1 || usedClasses(plain).length > 0 ? plain : automaton;
}

function fits(text: string, { min, max }: Lengths): boolean {
  const { length } = [...text];
  return min <= length && (max === null || length <= max);
}
