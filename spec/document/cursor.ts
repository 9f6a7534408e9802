import type { Location } from '../contract/contract.ts';
import { Fault, type FaultPlace } from '../fault.ts';
import type { LoadedDocument } from './load-document.ts';
import { joinPointer, splitPointer } from './pointer.ts';

/**
 * A place in a document that knows where it stands: reading goes through `$ref`s without losing file, line and
 * pointer, and what has the wrong type becomes a fault that names the place.
 */
export class Cursor {
  readonly #document: LoadedDocument;
  readonly value: unknown;
  readonly pointer: string;

  constructor(document: LoadedDocument, value: unknown = document.root, pointer = '') {
    this.#document = document;
    this.value = value;
    this.pointer = pointer;
  }

  get location(): Location {
    return {
      file: this.#document.file,
      line: this.#document.lineOf(this.pointer),
      pointer: this.pointer,
    };
  }

  get place(): FaultPlace {
    return this.location;
  }

  /** The member of that name, its `$ref` followed; undefined where there is none. */
  get(name: string): Cursor | undefined {
    return this.raw(name)?.resolved();
  }

  /** The member of that name as written, `$ref` and all. */
  raw(name: string): Cursor | undefined {
    if (!isObject(this.value) || !Object.hasOwn(this.value, name)) return undefined;
    return new Cursor(this.#document, this.value[name], joinPointer(this.pointer, name));
  }

  /** Members of an object in their order, `$ref`s followed. */
  entries(): (readonly [string, Cursor])[] {
    if (!isObject(this.value)) throw this.wrong('an object');
    return Object.keys(this.value).map((name) => [name, this.member(name)] as const);
  }

  /** Items of an array, `$ref`s followed. */
  items(): Cursor[] {
    if (!Array.isArray(this.value)) throw this.wrong('an array');
    return this.value.map((item: unknown, index) =>
      new Cursor(this.#document, item, joinPointer(this.pointer, index)).resolved(),
    );
  }

  member(name: string): Cursor {
    const found = this.get(name);
    if (found !== undefined) return found;
    throw new Fault('usage', 'description-incomplete', `The description lacks "${name}"`, {
      place: this.place,
      hint: 'Add it there.',
    });
  }

  text(): string {
    if (typeof this.value !== 'string') throw this.wrong('a string');
    return this.value;
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') throw this.wrong('true or false');
    return this.value;
  }

  texts(): string[] {
    return this.items().map((item) => item.text());
  }

  /** One of the given words. */
  word<Word extends string>(words: readonly Word[]): Word {
    const found = words.find((word) => word === this.value);
    if (found === undefined) throw this.wrong(`one of ${words.join(', ')}`);
    return found;
  }

  /** The place that a `$ref` here points to; itself where there is none. */
  resolved(seen: readonly string[] = []): Cursor {
    const reference = isObject(this.value) ? this.value['$ref'] : undefined;
    if (typeof reference !== 'string') return this;
    if (seen.includes(reference)) throw this.unsupported(`the reference ${reference} leads back to itself`);
    if (!reference.startsWith('#/'))
      throw this.unsupported(`the reference ${reference} leaves the document; bundle it into one file`);
    let target = new Cursor(this.#document);
    for (const token of splitPointer(decodeURIComponent(reference.slice(1)))) {
      const next: Cursor | undefined = Array.isArray(target.value)
        ? new Cursor(this.#document, target.value[Number(token)], joinPointer(target.pointer, token))
        : target.raw(token);
      if (next === undefined) throw this.unsupported(`the reference ${reference} points to nothing`);
      target = next;
    }
    return target.resolved([...seen, reference]);
  }

  wrong(expected: string): Fault {
    return new Fault('usage', 'description-invalid', `The description needs ${expected} here`, {
      place: this.place,
      hint: 'Mend the document there; nothing was sent.',
    });
  }

  unsupported(what: string): Fault {
    return new Fault('usage', 'unsupported', `Not supported: ${what}`, {
      place: this.place,
      hint: 'Rewrite the description without it; spec/README.md lists what is supported.',
    });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
