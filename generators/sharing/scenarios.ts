import type { Contract, Role } from '../../spec/contract/contract.ts';
import { CHANGE_SCENARIOS } from './change-scenarios.ts';
import { CREATION_SCENARIOS } from './creation-scenarios.ts';
import { MemberValues } from './member-values.ts';
import { NAME_SCENARIOS } from './name-scenarios.ts';
import type { Room, ScenarioPlan } from './scenario.ts';
import { shareResource } from './share-resource.ts';

/**
 * The scenarios of a contract that has the roles of a shared resource; none for any other. Commands for which there
 * is no room are left out: what remains is a shorter life, and as true.
 */
export function scenarioPlans(contract: Contract, clock: Date, room: Room): readonly ScenarioPlan[] {
  const { operations } = shareResource(contract);
  const roles: Role[] = ['create', 'list', 'show', 'update', 'delete'];
  if (roles.some((role) => !operations.has(role))) return [];
  const values = new MemberValues(operations, clock);
  return [...CREATION_SCENARIOS, ...CHANGE_SCENARIOS, ...NAME_SCENARIOS].map(
    ({ commands, labels, ...plan }) => ({
      ...plan,
      scenarios: (labels ?? [plan.name]).map((label) => ({
        label,
        arbitrary: commands(values, label).map((drawn) => ({
          kind: 'scenario',
          name: plan.name,
          commands: drawn.filter((one) => one.repository < room.repositories && one.account < room.accounts),
        })),
      })),
    }),
  );
}
