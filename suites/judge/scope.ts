import type { Need } from '../../spec/contract/contract.ts';
import type { Requirement } from '../../spec/requirements/requirement.ts';
import type { Provisions } from './case-names.ts';

/** What the run may do, as the user said. */
export interface Scope {
  readonly writes: boolean;
  readonly provisions: Provisions;
}

/** The needs of a requirement that the run does not meet; empty: it is in scope. */
export function unmetNeeds(requirement: Requirement, scope: Scope): readonly Need[] {
  return requirement.needs.filter((need) => !MET[need](scope));
}

/** Whether the run can share anything with anybody: it may write, and there is an account to share with. */
export function canShare(scope: Scope): boolean {
  return MET.writes(scope) && MET.account(scope);
}

/** What to supply so that a need is met, for the report. */
export function remedyFor(need: Need): string {
  return REMEDIES[need];
}

const isOpen = ({ provisions }: Scope) => provisions.mode === 'open';

const MET: Record<Need, (scope: Scope) => boolean> = {
  writes: (scope) => scope.writes,
  'open-provisioning': isOpen,
  account: (scope) => isOpen(scope) || scope.provisions.accounts.length >= 1,
  'two-accounts': (scope) => isOpen(scope) || scope.provisions.accounts.length >= 2,
  'two-repositories': (scope) =>
    isOpen(scope) || scope.provisions.repositories.length * scope.provisions.namespaces.length >= 2,
  'signing-keys': () => false,
};

const REMEDIES: Record<Need, string> = {
  writes: 'consent to create, change and delete shares: --allow-writes',
  'open-provisioning': 'a target on which any valid name may be used: --provisioning open',
  account: 'an account to share with: --account NAME',
  'two-accounts': 'two accounts to share with: --account ONE --account OTHER',
  'two-repositories': 'two repositories: --repository ONE --repository OTHER',
  'signing-keys': 'an access key and its secret key',
};
