import { type Bend, bend, type Seam } from '../deviation.ts';
import { OPERATION_WORDS, type OperationId } from '../operation.ts';
import type { Rules } from '../rules/rules.ts';

export const CREATE = 'createRepoDomains';
export const LIST = 'listRepoDomains';
export const SHOW = 'showAccessDomain';
export const UPDATE = 'updateRepoDomains';
export const DELETE = 'deleteRepoDomains';
/** The operations with a body. */
export const WITH_BODY = [CREATE, UPDATE] as const;
/** The operations whose path ends with an account. */
export const UPON_ONE = [SHOW, UPDATE, DELETE] as const;

/** One deviation from one requirement. */
export interface Defect {
  /** Kebab-case, and behind a dot the operation it sits in; stable for ever. */
  readonly name: string;
  /** The requirement that must report it. */
  readonly requirement: `${OperationId}/${string}`;
  /** The operation that deviates, which need not be the one whose requirement tells. */
  readonly operation: OperationId;
  /** One sentence. */
  readonly title: string;
  readonly bends: readonly Bend[];
}

/** One deviation in several operations. */
export interface Family {
  readonly name: string;
  /** The rule behind the slash of the requirement. */
  readonly rule: string;
  /** What the operation does wrong, as the rest of a sentence that begins with its name. */
  readonly does: string;
  readonly bends: readonly Bend[];
}

/** A defect for each operation. */
export function spreadFamily(operations: readonly OperationId[], family: Family): readonly Defect[] {
  return operations.map((operation) => ({
    name: `${family.name}.${operation}`,
    requirement: `${operation}/${family.rule}`,
    operation,
    title: `${OPERATION_WORDS[operation]} ${family.does}.`,
    bends: family.bends,
  }));
}

/** A family with one bend. */
export function oneBend<S extends Seam>(
  seam: S,
  deviate: (
    decided: ReturnType<Rules[S]>,
    input: Parameters<Rules[S]>[0],
    call: Parameters<Rules[S]>[1],
  ) => ReturnType<Rules[S]>,
): readonly Bend[] {
  return [bend(seam, deviate)];
}
