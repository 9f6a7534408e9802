import fc from 'fast-check';
import type { Operation, Role, ValueContract } from '../../spec/contract/contract.ts';
import type { Json, Labelled } from '../labelled.ts';
import { acceptedValue, valuesFor } from '../schema/values.ts';

/** Valid and unusual values for the bodies of writes, read from the contract. */
export class MemberValues {
  readonly #operations: ReadonlyMap<Role, Operation>;
  readonly #clock: Date;

  constructor(operations: ReadonlyMap<Role, Operation>, clock: Date) {
    this.#operations = operations;
    this.#clock = clock;
  }

  /** Members that must be accepted, by name; each is present. */
  body(role: Role, names: readonly string[]): fc.Arbitrary<Readonly<Record<string, Json>>> {
    const members = names.flatMap((name) => {
      const value = this.#member(role, name);
      return value === undefined
        ? []
        : [[name, acceptedValue(value, { clock: this.#clock, place: 'body' })] as const];
    });
    return fc.record(Object.fromEntries<fc.Arbitrary<Json>>(members));
  }

  /** Values of a member for which the documents leave open what happens, by label; empty for a foreign contract. */
  open(role: Role, name: string, keyword: string, label: RegExp): readonly Labelled<Json>[] {
    const value = this.#member(role, name);
    if (value === undefined) return [];
    const found = valuesFor(value, keyword, 'observed', { clock: this.#clock, place: 'body' });
    return found.filter((one) => label.test(one.label));
  }

  #member(role: Role, name: string): ValueContract | undefined {
    return this.#operations.get(role)?.body?.members.find((member) => member.name === name)?.value;
  }
}
