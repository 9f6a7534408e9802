import * as fc from 'fast-check';

/** A set of texts as a generator needs it. */
export interface TextSource {
  draw(random: fc.Random): string;
  /** Whether a text belongs to the set; what shrinking offers is held to it. */
  has(text: string): boolean;
  /** The simplest text of the set, where every shrink that may end there ends. */
  readonly simplest: string;
  /** Simpler characters to try in place of one, simplest first. */
  simpler(character: string): readonly string[];
}

/**
 * Texts of a set that shrink inside the set: straight to the simplest one, then by leaving characters out, then by
 * simpler characters. Each step makes the text shorter, or equally long with a simpler character, so that it ends.
 */
export function textArbitrary(source: TextSource): fc.Arbitrary<string> {
  return new TextArbitrary(source);
}

class TextArbitrary extends fc.Arbitrary<string> {
  readonly #source: TextSource;

  constructor(source: TextSource) {
    super();
    this.#source = source;
  }

  override generate(random: fc.Random): fc.Value<string> {
    return new fc.Value(this.#source.draw(random), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is string {
    return typeof value === 'string' && this.#source.has(value);
  }

  override shrink(value: string): fc.Stream<fc.Value<string>> {
    return fc.stream(candidates(this.#source, value)).map((text) => new fc.Value(text, undefined));
  }
}

function* candidates(source: TextSource, value: string): IterableIterator<string> {
  const { simplest } = source;
  if (value === simplest) return;
  yield simplest;
  const seen = new Set([value, simplest]);
  const characters = [...value];
  for (let size = characters.length; size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from + size <= characters.length; from += 1) {
      const text = [...characters.slice(0, from), ...characters.slice(from + size)].join('');
      if (seen.has(text)) continue;
      seen.add(text);
      if (source.has(text)) yield text;
    }
  }
  for (const [position, character] of characters.entries()) {
    for (const simpler of source.simpler(character)) {
      const text = characters.with(position, simpler).join('');
      if (text !== simplest && source.has(text)) yield text;
    }
  }
}
