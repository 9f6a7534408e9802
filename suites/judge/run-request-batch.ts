import type { Json } from '../../generators/labelled.ts';
import type { Change } from '../../generators/request/change.ts';
import type { RequestCase } from '../../generators/request/request-case.ts';
import type { PathNames } from '../../generators/sharing/base-arguments.ts';
import type { Operation } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { Aim, Expectation, Step } from '../checks/case-record.ts';
import { handlingOf } from '../checks/handling.ts';
import type { CaseNames } from './case-names.ts';
import type { Ask, Session } from './session.ts';

/** Unusual requests of one requirement that share the ground on which they are sent. */
export interface RequestBatch {
  readonly session: Session;
  readonly operation: Operation;
  readonly cases: readonly RequestCase[];
  readonly names: CaseNames;
  /** Nothing may be created, changed or deleted. */
  readonly readOnly: boolean;
  /** The ground's share has its optional texts, so that it shows when somebody empties them. */
  readonly dressed: boolean;
}

/** A case with the names it is sent under, before its change. */
interface Placed {
  readonly drawn: RequestCase;
  readonly aim: Aim;
  readonly names: PathNames;
}

/**
 * Sends the unusual requests between what gives them meaning: the ground is prepared, the same request without any
 * change goes first, and readings before and after tell what they changed. A delete's control comes last: nothing
 * could be refused after it.
 */
export async function runRequestBatch(batch: RequestBatch): Promise<void> {
  const ground = batch.names.share(0, 0);
  const placed = batch.cases.map((drawn, index) => place(batch, drawn, index));
  const { role } = batch.operation;
  if (batch.readOnly || role === null) return runAlone(batch, ground, placed);
  if (role === 'create') return runCreates(batch, ground, placed);
  if (!(await prepare(batch, ground)) && role !== 'list') return;
  const ready: Placed[] = [];
  for (const one of placed) if (await prepareOwn(batch, one)) ready.push(one);
  if (role !== 'delete') await control(batch, ground);
  if (role === 'update' || role === 'delete') await readBack(batch, ground);
  let standing = true;
  for (const one of ready) {
    const own = usesOwn(batch, one);
    const sent = await subject(batch, one, own ? one.names : ground);
    if (role === 'delete' && !own && handlingOf(sent) === 'accepted') standing = false;
  }
  if (role === 'update' || role === 'delete') await readBack(batch, ground);
  if (role !== 'delete') return;
  // With a single account a delete that was accepted has taken the ground away.
  if (!standing && !(await prepare(batch, ground))) return;
  await control(batch, ground);
}

async function runAlone(batch: RequestBatch, ground: PathNames, placed: readonly Placed[]): Promise<void> {
  await control(batch, ground);
  for (const one of placed) await subject(batch, one, ground);
}

async function runCreates(batch: RequestBatch, ground: PathNames, placed: readonly Placed[]): Promise<void> {
  await control(batch, ground);
  await readBack(batch, ground);
  // With a single account the control's share has to make room, or the next create would be a duplicate.
  const remove = batch.session.operation('delete');
  const crowded = placed.some(({ names }) => sameShare(names, ground));
  if (crowded && remove !== undefined)
    await batch.session.ask(remove, { purpose: 'setup', expectation: 'accept', names: ground });
  const elsewhere: { names: PathNames; aim: Aim }[] = [];
  for (const one of placed) {
    const sent = await subject(batch, one, one.names);
    const moved = movedNames(one.drawn.change, one.names);
    if (handlingOf(sent) === 'accepted' && !sameRepository(batch, moved, ground))
      elsewhere.push({ names: moved, aim: one.aim });
  }
  await readBack(batch, ground);
  for (const { names, aim } of elsewhere) await readBack(batch, names, aim);
}

/**
 * Where a case is sent. Drawn accounts may be drawn twice, so each gets a repository of its own; everything else
 * shares one and has an account of its own.
 */
function place(batch: RequestBatch, drawn: RequestCase, index: number): Placed {
  const { account } = batch.session.resource;
  const drawsAccount =
    (drawn.change.kind === 'parameter' && drawn.change.name === account) ||
    (drawn.change.kind === 'member' && drawn.change.pointer === `/${account}`);
  const apart = drawsAccount && drawn.polarity !== 'rejected';
  const names = apart ? batch.names.share(2 * (index + 1), 0) : batch.names.share(0, index + 1);
  return {
    drawn,
    names,
    aim: { requirement: drawn.requirement, polarity: drawn.polarity, label: drawn.label },
  };
}

/** Creates the share that the valid requests are about; false where that failed. */
async function prepare(batch: RequestBatch, names: PathNames): Promise<boolean> {
  const create = batch.session.operation('create');
  if (create === undefined) return true;
  const ask: Ask = { purpose: 'setup', expectation: 'accept', names };
  const step = await batch.session.ask(create, batch.dressed ? { ...ask, body: optionalTexts(create) } : ask);
  return handlingOf(step) === 'accepted';
}

/** A short text for every optional member that takes one. */
function optionalTexts({ body }: Operation): Readonly<Record<string, Json>> {
  const members = body?.members ?? [];
  const texts = members.filter(({ required, value }) => !required && value.narrow['type'] === 'string');
  return Object.fromEntries(texts.map(({ name }) => [name, 'before']));
}

/** Creates a share where the changed request will look for one; false where there is none for it to find. */
async function prepareOwn(batch: RequestBatch, one: Placed): Promise<boolean> {
  const create = batch.session.operation('create');
  if (create === undefined || !usesOwn(batch, one)) return true;
  const names = movedNames(one.drawn.change, one.names);
  const expectation = EXPECTATIONS[one.drawn.polarity];
  const step = await batch.session.ask(create, { purpose: 'setup', expectation, names, aim: one.aim });
  return handlingOf(step) === 'accepted' || one.drawn.polarity === 'observed';
}

/** What may be accepted gets a share of its own, so that it cannot spoil the others' ground. */
function usesOwn(batch: RequestBatch, { drawn, names }: Placed): boolean {
  if (drawn.polarity === 'rejected') return false;
  const writes = batch.operation.method !== 'GET';
  return (
    (writes || movesPath(drawn.change)) &&
    !sameShare(movedNames(drawn.change, names), batch.names.share(0, 0))
  );
}

function control(batch: RequestBatch, names: PathNames): Promise<Step> {
  return batch.session.ask(batch.operation, { purpose: 'control', expectation: 'accept', names });
}

function subject(batch: RequestBatch, { drawn, aim }: Placed, names: PathNames): Promise<Step> {
  return batch.session.ask(batch.operation, {
    purpose: 'subject',
    expectation: EXPECTATIONS[drawn.polarity],
    names,
    change: drawn.change,
    anyRefusal: drawn.anyRefusal,
    aim,
  });
}

async function readBack(batch: RequestBatch, names: PathNames, aim?: Aim): Promise<void> {
  const list = batch.session.operation('list');
  if (list === undefined) return;
  const ask: Ask = { purpose: 'read-back', expectation: 'accept', names };
  await batch.session.ask(list, aim === undefined ? ask : { ...ask, aim });
}

/** The names after a change of one of them in the path. */
function movedNames(change: Change, names: PathNames): PathNames {
  return change.kind === 'parameter' && change.in === 'path' && change.value !== null
    ? { ...names, [change.name]: change.value }
    : names;
}

function movesPath(change: Change): boolean {
  return change.kind === 'parameter' && change.in === 'path';
}

function sameShare(one: PathNames, other: PathNames): boolean {
  return Object.keys(one).every((name) => one[name] === other[name]);
}

function sameRepository(batch: RequestBatch, one: PathNames, other: PathNames): boolean {
  return batch.session.resource.parents.every((name) => one[name] === other[name]);
}

const EXPECTATIONS: Record<Polarity, Expectation> = {
  accepted: 'accept',
  recommended: 'recommend',
  rejected: 'reject',
  observed: 'observe',
};
