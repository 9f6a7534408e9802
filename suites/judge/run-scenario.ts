import { setTimeout as pause } from 'node:timers/promises';
import type { Change } from '../../generators/request/change.ts';
import { encodeLightly } from '../../generators/request/encode-segment.ts';
import type { Command, Scenario } from '../../generators/sharing/scenario.ts';
import type { Expectation } from '../checks/case-record.ts';
import { handlingOf } from '../checks/handling.ts';
import type { CaseNames } from './case-names.ts';
import type { Session } from './session.ts';

/** Sends the commands of a scenario one after the other; which must succeed follows from the answers before. */
export async function runScenario(
  session: Session,
  scenario: Scenario,
  names: CaseNames,
  signal: AbortSignal,
): Promise<void> {
  const existing = new Set<string>();
  const send = async (command: Command): Promise<void> => {
    const operation = session.operation(command.role);
    if (operation === undefined) return;
    if (command.wait !== undefined) await pause(command.wait, undefined, { signal });
    const share = nameShare(session, command, names);
    const key = JSON.stringify(share);
    const step = await session.ask(operation, {
      purpose: 'subject',
      expectation: expectationOf(command, existing.has(key)),
      names: share,
      ...(command.body === undefined ? {} : { body: command.body }),
      ...(command.raw === undefined ? {} : { change: rawAccount(session, share) }),
      ...(command.race === undefined ? {} : { race: command.race }),
    });
    if (handlingOf(step) !== 'accepted') return;
    if (command.role === 'create') existing.add(key);
    if (command.role === 'delete') existing.delete(key);
  };
  for (const together of groupRaces(scenario.commands)) {
    const ended = await Promise.allSettled(together.map(send));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  }
}

/** The commands in the order in which they are sent: one by one, or those of a race at once. */
function groupRaces(commands: readonly Command[]): readonly (readonly Command[])[] {
  const groups: Command[][] = [];
  for (const command of commands) {
    const last = groups.at(-1);
    if (command.race !== undefined && last?.[0]?.race === command.race) last.push(command);
    else groups.push([command]);
  }
  return groups;
}

function nameShare(session: Session, command: Command, names: CaseNames): Readonly<Record<string, string>> {
  const share = names.share(command.repository, command.account);
  const { account } = session.resource;
  if (account === null || command.accountName === undefined) return share;
  return { ...share, [account]: command.accountName };
}

/** The account as it is in the path, as far as it may stand there. */
function rawAccount(session: Session, share: Readonly<Record<string, string>>): Change {
  const name = session.resource.account ?? '';
  const value = share[name] ?? '';
  return { kind: 'parameter', in: 'path', name, value, encoded: encodeLightly(value) };
}

function expectationOf(command: Command, exists: boolean): Expectation {
  if (command.open === true) return 'observe';
  if (command.race !== undefined) return 'race';
  if (command.role === 'create') return exists ? 'conflict' : 'accept';
  if (command.role === 'update' || command.role === 'delete') return exists ? 'accept' : 'absent';
  return 'accept';
}
