import { describe, expect, it } from 'vitest';
import { startEndpoint } from '../mock/endpoint.ts';
import { runInProcess } from './testing/command.ts';

/** A defect of the embedded endpoint, and the only requirement that it breaks. */
const FIRST_DEFECTS: readonly (readonly [defect: string, requirement: string])[] = [
  ['namespace-upper-case-accepted.createRepoDomains', 'createRepoDomains/namespace-pattern-rejected'],
  ['repository-129-characters-accepted.listRepoDomains', 'listRepoDomains/repository-max-length-rejected'],
  ['encoded-dollar-not-understood.showAccessDomain', 'showAccessDomain/repository-wire-accepted'],
  ['permit-any-case-accepted.createRepoDomains', 'createRepoDomains/permit-enum-rejected'],
  ['deadline-30-february-accepted.updateRepoDomains', 'updateRepoDomains/deadline-format-rejected'],
  ['crash-on-long-description.createRepoDomains', 'createRepoDomains/no-server-error'],
  ['duplicate-answered-201.createRepoDomains', 'createRepoDomains/duplicate-refused'],
  ['list-leaks-other-repositories.listRepoDomains', 'listRepoDomains/lists-only-its-repository'],
  ['update-changes-nothing.updateRepoDomains', 'updateRepoDomains/deadline-replaced'],
  ['token-empty-accepted.deleteRepoDomains', 'deleteRepoDomains/token-empty-rejected'],
  ['success-answered-200.updateRepoDomains', 'updateRepoDomains/success-status'],
  ['item-without-creator-name.listRepoDomains', 'listRepoDomains/response-200-schema'],
  ['status-inverted.listRepoDomains', 'listRepoDomains/status-true-while-valid'],
];
