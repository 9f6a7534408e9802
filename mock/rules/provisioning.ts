import { REFUSALS, refuse } from './refusal.ts';
import type { Rules } from './rules.ts';

export interface Provisioned {
  readonly namespaces: readonly string[];
  readonly repositories: readonly string[];
  readonly accounts: readonly string[];
}

/** Only what was provisioned exists: another valid parent is not found, another account is refused on create. */
export function limitToProvisioned(rules: Rules, provisioned: Provisioned): Rules {
  const namespaces = new Set(provisioned.namespaces);
  const repositories = new Set(provisioned.repositories);
  const accounts = new Set(provisioned.accounts);
  return {
    ...rules,
    parents: ({ namespace, repository }) => {
      if (!namespaces.has(namespace)) {
        return REFUSALS.namespaceAbsent;
      }
      return repositories.has(repository) ? null : REFUSALS.repositoryAbsent;
    },
    accessDomain: (value, call) => {
      const reading = rules.accessDomain(value, call);
      return reading.ok && !accounts.has(reading.value) ? refuse(REFUSALS.account) : reading;
    },
  };
}
