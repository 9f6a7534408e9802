import type { Member, Operation, Parameter, Standing, ValueContract } from '../contract/contract.ts';
import { keywordsOf, polaritiesOf } from '../contract/polarity.ts';
import { plainConstraint } from '../contract/read-value.ts';
import { type Family, makeRequirement } from './family.ts';
import { requirementId } from './identifier.ts';
import type { Polarity, Requirement, Subject } from './requirement.ts';

/**
 * Each constraint of each parameter and body member, once for what must be accepted, once for what must be refused,
 * and once for what is only observed, as far as each of these sets has members.
 */
export const constraints: Family = (operation) => [
  ...operation.parameters.flatMap((parameter) => ofParameter(operation, parameter)),
  ...(operation.body?.members ?? []).flatMap((member) => ofMember(operation, member)),
];

function ofParameter(operation: Operation, parameter: Parameter): Requirement[] {
  const subject: Subject = { in: parameter.in, name: parameter.name, pointer: '' };
  const required =
    parameter.in !== 'path' ? ofPresence(operation, subject, parameter.value, parameter.required) : [];
  return [
    ...ofValue(operation, subject, parameter.value),
    ...required,
    ...ofWire(operation, subject, parameter),
    ...ofReserved(operation, subject, parameter),
  ];
}

function ofMember(operation: Operation, member: Member): Requirement[] {
  const name = member.pointer.slice(1).replaceAll('/', '-');
  const subject: Subject = { in: 'body', name, pointer: member.pointer };
  return [
    ...ofValue(operation, subject, member.value),
    ...ofPresence(operation, subject, member.value, member.required),
  ];
}

function ofValue(operation: Operation, subject: Subject, value: ValueContract): Requirement[] {
  return keywordsOf(value).flatMap((keyword) =>
    polaritiesOf(value, keyword, subject.in).map((polarity) =>
      ofKeyword(operation, subject, value, keyword, polarity),
    ),
  );
}

function ofPresence(
  operation: Operation,
  subject: Subject,
  value: ValueContract,
  required: boolean,
): Requirement[] {
  return [ofKeyword(operation, subject, value, 'required', required ? 'rejected' : 'accepted')];
}

function ofKeyword(
  operation: Operation,
  subject: Subject,
  value: ValueContract,
  keyword: string,
  polarity: Polarity,
): Requirement {
  const standing = (value.constraints.get(keyword) ?? plainConstraint(value.standing))[polarity];
  return makeRequirement(
    operation,
    requirementId(operation, subject.name, keyword, polarity),
    TITLES[polarity](subject.name, keyword),
    { kind: 'constraint', subject, keyword, polarity },
    standing,
    polarity === 'rejected' ? [] : value.acceptingNeeds,
  );
}

const TITLES: Record<Polarity, (name: string, keyword: string) => string> = {
  accepted: (name, keyword) =>
    keyword === 'required'
      ? `${name} may be left out`
      : `Every ${name} that keeps its ${keyword} is accepted, up to the edges`,
  recommended: (name, keyword) => `${article(name)} ${name} beyond the narrow ${keyword} should be accepted`,
  rejected: (name, keyword) =>
    keyword === 'required'
      ? `A request without ${name} is refused`
      : `${article(name)} ${name} that breaks its ${keyword} is refused`,
  observed: (name, keyword) =>
    `What happens to ${article(name).toLowerCase()} ${name} whose ${keyword} the documents leave open`,
};

function ofWire(operation: Operation, subject: Subject, parameter: Parameter): Requirement[] {
  if (parameter.wire.size === 0) return [];
  const forms = [...parameter.wire].map(
    ([character, written]) => `${character} written ${written.join(' or ')}`,
  );
  return [
    makeRequirement(
      operation,
      requirementId(operation, subject.name, 'wire', 'accepted'),
      `${parameter.name} is understood with ${forms.join(', ')}`,
      { kind: 'constraint', subject, keyword: 'wire', polarity: 'accepted' },
      standingOf(parameter, 'wire', 'accepted'),
      parameter.value.acceptingNeeds,
    ),
  ];
}

function ofReserved(operation: Operation, subject: Subject, parameter: Parameter): Requirement[] {
  if (parameter.reserved === null) return [];
  return [
    makeRequirement(
      operation,
      requirementId(operation, subject.name, 'reserved', 'rejected'),
      `${parameter.name} with a reserved character, percent-encoded, is never accepted`,
      { kind: 'constraint', subject, keyword: 'reserved', polarity: 'rejected' },
      parameter.reserved.standing,
    ),
  ];
}

function standingOf(parameter: Parameter, keyword: string, polarity: Polarity): Standing {
  return (parameter.value.constraints.get(keyword) ?? plainConstraint(parameter.value.standing))[polarity];
}

function article(name: string): 'A' | 'An' {
  return /^[aeiou]/i.test(name) ? 'An' : 'A';
}
