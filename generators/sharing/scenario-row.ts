import type fc from 'fast-check';
import type { Role } from '../../spec/contract/contract.ts';
import type { MemberValues } from './member-values.ts';
import type { Command, ScenarioPlan } from './scenario.ts';

/** A scenario as the tables list it: its commands are drawn from the values that a contract allows. */
export interface ScenarioRow extends Omit<ScenarioPlan, 'scenarios'> {
  /** What it is drawn for one after the other; without labels it is drawn for itself. */
  readonly labels?: readonly string[];
  readonly commands: (values: MemberValues, label: string) => fc.Arbitrary<readonly Command[]>;
}

/** A command on the repository and account of these numbers. */
export function at(role: Role, repository: number, account: number, more: Partial<Command> = {}): Command {
  return { role, repository, account, ...more };
}

/** The members of a share that a write may set at will. */
export const SETTABLE = ['deadline', 'description'];
