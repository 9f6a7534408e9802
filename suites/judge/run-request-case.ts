import type { RequestCase } from '../../generators/request/request-case.ts';
import type { PathNames } from '../../generators/sharing/base-arguments.ts';
import type { Operation } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Expectation, Step } from '../checks/case-record.ts';
import { handlingOf } from '../checks/handling.ts';
import type { CaseNames } from './case-names.ts';
import type { Session } from './session.ts';

/** What a request case is run with. */
export interface RequestCaseRun {
  readonly session: Session;
  readonly operation: Operation;
  readonly case: RequestCase;
  readonly names: CaseNames;
  /** Nothing may be created, changed or deleted. */
  readonly readOnly: boolean;
}

/**
 * Sends the unusual request between what gives it meaning: the ground is prepared, the same request without its
 * change goes first, and a reading follows. A delete's control comes last, since nothing could be refused after it.
 */
export async function runRequestCase(run: RequestCaseRun): Promise<void> {
  const first = run.names.share(0, 0);
  const { role } = run.operation;
  if (run.readOnly || role === null) return runAlone(run, first);
  if (role === 'create') return runCreate(run, first, run.names.share(0, 1));
  if (!(await prepare(run, first))) return;
  if (role !== 'delete') await control(run, first);
  await subject(run, first);
  if (role === 'update' || role === 'delete') await readBack(run, first);
  if (role === 'delete' && run.case.polarity === 'rejected') await control(run, first);
}

async function runAlone(run: RequestCaseRun, names: PathNames): Promise<void> {
  await control(run, names);
  await subject(run, names);
}

async function runCreate(run: RequestCaseRun, first: PathNames, second: PathNames): Promise<void> {
  const { session } = run;
  await control(run, first);
  if (Object.values(first).join() === Object.values(second).join()) {
    const remove = session.operation('delete');
    if (remove !== undefined)
      await session.ask(remove, { purpose: 'setup', expectation: 'accept', names: first });
  }
  const sent = await subject(run, second);
  await readBack(run, first);
  const movedTo = movedNames(run, second);
  if (movedTo !== null && handlingOf(sent) === 'accepted') await readBack(run, movedTo);
}

/** Creates the share that the request needs: where the valid request looks, and where the changed one does. */
async function prepare(run: RequestCaseRun, names: PathNames): Promise<boolean> {
  const create = run.session.operation('create');
  if (create === undefined) return true;
  const ground = await run.session.ask(create, { purpose: 'setup', expectation: 'accept', names });
  const movedTo = movedNames(run, names);
  if (movedTo !== null && run.case.polarity !== 'rejected') {
    const expectation = expectationOf(run.case.polarity);
    await run.session.ask(create, { purpose: 'setup', expectation, names: movedTo });
  }
  return handlingOf(ground) === 'accepted' || run.operation.role === 'list';
}

function control(run: RequestCaseRun, names: PathNames): Promise<Step> {
  return run.session.ask(run.operation, { purpose: 'control', expectation: 'accept', names });
}

function subject(run: RequestCaseRun, names: PathNames): Promise<Step> {
  return run.session.ask(run.operation, {
    purpose: 'subject',
    expectation: expectationOf(run.case.polarity),
    names,
    change: run.case.change,
    anyRefusal: run.case.anyRefusal,
  });
}

async function readBack(run: RequestCaseRun, names: PathNames): Promise<void> {
  const list = run.session.operation('list');
  if (list !== undefined) await run.session.ask(list, { purpose: 'read-back', expectation: 'accept', names });
}

/** The names after a change of one of them in the path; null where the change is of another kind. */
function movedNames(run: RequestCaseRun, names: PathNames): PathNames | null {
  const { change } = run.case;
  if (change.kind !== 'parameter' || change.in !== 'path' || change.value === null) return null;
  return { ...names, [change.name]: change.value };
}

function expectationOf(polarity: Polarity): Expectation {
  return EXPECTATIONS[polarity];
}

const EXPECTATIONS: Record<Polarity, Expectation> = {
  accepted: 'accept',
  recommended: 'recommend',
  rejected: 'reject',
  observed: 'observe',
};
