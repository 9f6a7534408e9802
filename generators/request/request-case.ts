import fc from 'fast-check';
import type { Operation, ValueContract } from '../../spec/contract/contract.ts';
import type { Polarity, Requirement, Subject } from '../../spec/requirements/requirement.ts';
import type { Json, Labelled } from '../labelled.ts';
import { valuesFor } from '../schema/values.ts';
import { type Change, NO_CHANGE } from './change.ts';
import { credentialChanges } from './credential-changes.ts';
import { encodeFully } from './encode-segment.ts';
import { formChanges } from './form-changes.ts';
import { type SweepDepth, sweepNames } from './sweep-names.ts';

/** One request to be judged: a valid one with one change, what must become of it, and for which requirement. */
export interface RequestCase {
  readonly kind: 'request';
  readonly requirement: string;
  readonly operation: string;
  readonly polarity: Polarity;
  /** What the change is about, for people and for spreading cases over what there is to try. */
  readonly label: string;
  readonly change: Change;
  /** Anybody on the way may refuse it in any way: only success would be wrong (rulings, row 6). */
  readonly anyRefusal: boolean;
}

/** What cases depend on beside their contract. */
export interface CaseContext {
  readonly clock: Date;
  /** How far names are enumerated beside what is drawn. */
  readonly depth: SweepDepth;
}

/** All that can be sent for a requirement, by label; empty for requirements that only look at what others send. */
export function requestCases(
  requirement: Requirement,
  operation: Operation,
  context: CaseContext,
): readonly Labelled<RequestCase>[] {
  const { rule } = requirement;
  if (rule.kind === 'success-status') return [lift(requirement, 'accepted', plain())];
  if (rule.kind === 'request-form')
    return formChanges(rule.form, operation.location).map((change) =>
      lift(requirement, rule.polarity, change),
    );
  if (rule.kind === 'credential' && operation.security !== null)
    return credentialChanges(operation.security, rule.form).map((c) => lift(requirement, rule.polarity, c));
  if (rule.kind === 'constraint')
    return constraintChanges(operation, rule.subject, rule.keyword, rule.polarity, context).map((change) =>
      lift(requirement, rule.polarity, change, rule.keyword === 'reserved'),
    );
  if (rule.kind === 'behaviour' && rule.behaviour === 'alias-path-observed')
    return [lift(requirement, 'observed', aliasPath())];
  return [];
}

function lift(
  requirement: Requirement,
  polarity: Polarity,
  change: Labelled<Change>,
  anyRefusal = false,
): Labelled<RequestCase> {
  const { id, operation } = requirement;
  return {
    label: change.label,
    arbitrary: change.arbitrary.map((drawn) => ({
      kind: 'request',
      requirement: id,
      operation,
      polarity,
      label: change.label,
      change: drawn,
      anyRefusal,
    })),
  };
}

function constraintChanges(
  operation: Operation,
  subject: Subject,
  keyword: string,
  polarity: Polarity,
  context: CaseContext,
): readonly Labelled<Change>[] {
  if (keyword === 'wire') return wireForms(operation, subject);
  if (keyword === 'reserved') return reservedCharacters(operation, subject);
  if (keyword === 'required') return leftOut(operation, subject);
  const value = valueContractOf(operation, subject);
  if (value === undefined) return [];
  const place = { ...context, place: subject.in };
  return [
    ...valuesFor(value, keyword, polarity, place),
    ...(keyword === 'pattern' && subject.in === 'path' ? sweepNames(value, polarity, context.depth) : []),
  ].map(({ label, arbitrary }) => ({
    label,
    arbitrary: arbitrary.map((drawn) => withValue(subject, drawn)),
  }));
}

function withValue(subject: Subject, value: Json): Change {
  if (subject.in === 'body') return { kind: 'member', pointer: subject.pointer, value };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { kind: 'parameter', in: subject.in, name: subject.name, value: text };
}

/** Left out alone, and from the body together with each set of other required members. */
function leftOut(operation: Operation, subject: Subject): Labelled<Change>[] {
  const alone = { label: 'left out', arbitrary: fc.constant(without(subject)) };
  const required = (operation.body?.members ?? []).filter((member) => member.required);
  if (subject.in !== 'body' || !required.some(({ pointer }) => pointer === subject.pointer)) return [alone];
  const others = required.filter(({ pointer }) => pointer !== subject.pointer).slice(0, MOST_LEFT_OUT);
  const sets = Array.from({ length: 2 ** others.length - 1 }, (_, bits) =>
    others.filter((_other, index) => ((bits + 1) & (1 << index)) !== 0),
  );
  return [
    alone,
    ...sets.map((set) => ({
      label: `left out with ${set.map(({ name }) => name).join(' and ')}`,
      arbitrary: fc.constant<Change>({
        kind: 'without',
        pointers: [subject.pointer, ...set.map(({ pointer }) => pointer)],
      }),
    })),
  ];
}

/** Required members of which every set is left out; more would double the requests with each. */
const MOST_LEFT_OUT = 4;

function without(subject: Subject): Change {
  if (subject.in === 'body') return { kind: 'member', pointer: subject.pointer };
  return { kind: 'parameter', in: subject.in, name: subject.name, value: null };
}

function valueContractOf(operation: Operation, subject: Subject): ValueContract | undefined {
  return subject.in === 'body'
    ? operation.body?.members.find((member) => member.pointer === subject.pointer)?.value
    : parameterOf(operation, subject)?.value;
}

function parameterOf(operation: Operation, subject: Subject) {
  return operation.parameters.find((one) => one.in === subject.in && one.name === subject.name);
}

/** A two-part name, its separator written in each of the forms that must be understood. */
function wireForms(operation: Operation, subject: Subject): Labelled<Change>[] {
  const parameter = parameterOf(operation, subject);
  if (parameter === undefined) return [];
  return [...parameter.wire.values()].flatMap((forms) =>
    forms.map((form) => ({
      label: `written ${form}`,
      arbitrary: fc.constantFrom('a', 'b1', 'team-x').chain((first) =>
        fc.constantFrom('b', '1', 'tool').map(
          (second): Change => ({
            kind: 'parameter',
            in: 'path',
            name: subject.name,
            value: `${first}${forms[0] ?? form}${second}`,
            encoded: `${first}${form}${second}`,
          }),
        ),
      ),
    })),
  );
}

function reservedCharacters(operation: Operation, subject: Subject): Labelled<Change>[] {
  const parameter = parameterOf(operation, subject);
  const characters = parameter?.reserved?.characters ?? [];
  const spoil = (label: string, character: string, before: string, after: string): Labelled<Change> => ({
    label: `${label} ${encodeFully(character)}`,
    arbitrary: fc.constant({
      kind: 'parameter',
      in: 'path',
      name: subject.name,
      value: `${before}${character}${after}`,
      encoded: `${before}${encodeFully(character)}${after}`,
    }),
  });
  return [
    // Ends of lines and texts are where recognisers look away.
    ...characters.filter((one) => LINE_ENDS.includes(one)).map((one) => spoil('ends in', one, 'a', '')),
    ...characters.map((one) => spoil('contains', one, 'a', 'b')),
  ];
}

const LINE_ENDS = ['\n', '\r', '\0', '/', '\\', '?', '#'];

function plain(): Labelled<Change> {
  return { label: 'nothing unusual', arbitrary: fc.constant(NO_CHANGE) };
}

function aliasPath(): Labelled<Change> {
  return {
    label: 'repos for repositories',
    arbitrary: fc.constant<Change>({ kind: 'path', from: '/repositories/', to: '/repos/' }),
  };
}
