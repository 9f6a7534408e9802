import { Fault } from '../fault.ts';
import { type Family, makeRequirement } from './family.ts';
import { requirementId } from './identifier.ts';
import { INVARIANTS } from './requirement.ts';

/** The things that fail whatever is sent, once per operation. */
export const invariants: Family = (operation, contract) =>
  contract.invariants
    .filter((promise) => !promise.writesOnly || operation.method !== 'GET')
    .map((promise) => {
      const invariant = INVARIANTS.find((name) => name === promise.rule);
      if (invariant === undefined) {
        throw new Fault('usage', 'unknown-invariant', `No check knows the invariant "${promise.rule}"`, {
          place: { ...operation.location, pointer: '/x-invariants' },
          hint: `Known: ${INVARIANTS.join(', ')}.`,
        });
      }
      return makeRequirement(
        operation,
        requirementId(operation, invariant),
        promise.title,
        { kind: 'invariant', invariant },
        promise.standing,
      );
    });
