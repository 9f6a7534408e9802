import type { Operation } from '../../spec/contract/contract.ts';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import type { CaseRecord, Check, Judgement, Step } from './case-record.ts';
import { responseOf } from './case-record.ts';
import { errorCodes } from './error-codes.ts';
import { answerInWords, handlingOf } from './handling.ts';
import { blocked, upheld, violated } from './judgement.ts';

/**
 * The requirement that an unusual request was made for: was it accepted, or refused, as it must be? A refusal only
 * counts when the controls around it were accepted, the same request without its change among them.
 */
export const ownRequirement: Check = (record, context) =>
  record.steps.flatMap((subject) => {
    if (subject.aim === null) return [];
    const { requirement, polarity } = subject.aim;
    const rule = context.requirements.get(requirement)?.rule;
    if (rule === undefined || rule.kind === 'success-status') return [];
    if (subject.purpose === 'setup') {
      const lost = subject.expectation !== 'observe' && handlingOf(subject) !== 'accepted';
      return lost ? [blocked(requirement, subject, 'control-failed')] : [];
    }
    if (subject.purpose !== 'subject') return [];
    if (rule.kind === 'credential' && polarity === 'rejected')
      return [rejectedCredential(record, subject, requirement, rule.form)];
    return [BY_POLARITY[polarity](record, subject, requirement)];
  });

const BY_POLARITY: Record<Polarity, (record: CaseRecord, subject: Step, requirement: string) => Judgement> = {
  accepted: mustSucceed,
  recommended: mustSucceed,
  rejected: mustBeRefused,
  observed: (_record, subject, requirement) => ({
    ...upheld(requirement, subject),
    outcome: 'observed',
    deviation: String(responseOf(subject)?.status ?? 'no answer'),
    actual: handlingOf(subject) === 'accepted' ? 'accepted' : 'refused',
  }),
};

function mustSucceed(record: CaseRecord, subject: Step, requirement: string): Judgement {
  const handling = handlingOf(subject);
  if (handling === 'accepted') return upheld(requirement, subject);
  if (handling !== 'refused') return blocked(requirement, subject, handling);
  const control = failedControl(record, subject);
  // Where others of its kind are accepted, it is this value that is not, be it the one that controls have as well;
  // and where the request says just what controls say, their failing is its failing.
  if (control !== undefined && !subject.sameAsControl && !othersAccepted(record, subject))
    return blocked(requirement, control, 'control-failed');
  const expected = `${subject.aim?.label ?? 'the value'}: accepted with ${successOf(subject.operation)}`;
  return violated(requirement, subject, 'refused', expected, answerInWords(subject));
}

/** Whether another request of the case, made for the same requirement, was accepted. */
function othersAccepted(record: CaseRecord, subject: Step): boolean {
  return record.steps.some(
    (step) =>
      step !== subject &&
      step.purpose === 'subject' &&
      step.aim?.requirement === subject.aim?.requirement &&
      handlingOf(step) === 'accepted',
  );
}

function mustBeRefused(record: CaseRecord, subject: Step, requirement: string): Judgement {
  const handling = handlingOf(subject);
  const status = responseOf(subject)?.status ?? 0;
  const expected = `${subject.aim?.label ?? 'the value'}: refused with a 4xx status`;
  if (handling === 'accepted')
    return violated(requirement, subject, 'accepted', expected, answerInWords(subject));
  if (handling !== 'refused') return blocked(requirement, subject, handling);
  const control = failedControl(record, subject);
  if (control !== undefined) return blocked(requirement, control, 'control-failed');
  if (status < 400 && !subject.anyRefusal)
    return violated(requirement, subject, 'redirected', expected, answerInWords(subject));
  return upheld(requirement, subject);
}

/** Rulings, row 25: exactly the listed status, or another 4xx with one of the codes registered for it. */
function rejectedCredential(record: CaseRecord, subject: Step, requirement: string, form: string): Judgement {
  const scheme = subject.operation.security?.forms.find((one) => one.form === form);
  const response = responseOf(subject);
  const statuses = scheme?.statuses ?? [];
  if (response === undefined || scheme === undefined || statuses.length === 0)
    return mustBeRefused(record, subject, requirement);
  const handling = handlingOf(subject);
  if (handling === 'server-error' || handling === 'throttled') return blocked(requirement, subject, handling);
  const expected = `${subject.aim?.label ?? 'the credential'}: refused with ${statuses.join(' or ')}`;
  if (handling === 'accepted')
    return violated(requirement, subject, 'accepted', expected, answerInWords(subject));
  const control = failedControl(record, subject);
  if (control !== undefined) return blocked(requirement, control, 'control-failed');
  if (statuses.includes(response.status)) return upheld(requirement, subject);
  const codes = scheme.exceptions.get(response.status) ?? [];
  if (errorCodes(response).some((code) => codes.includes(code))) return upheld(requirement, subject);
  return violated(requirement, subject, `answered-${response.status}`, expected, answerInWords(subject));
}

/** The first control, or step that prepared its ground, that was not accepted; the request says nothing then. */
function failedControl(record: CaseRecord, subject: Step): Step | undefined {
  return record.steps.find(
    (step) =>
      (step.purpose === 'control' || step.purpose === 'setup') &&
      (step.aim === null || step.aim === subject.aim) &&
      step.expectation === 'accept' &&
      handlingOf(step) !== 'accepted',
  );
}

function successOf(operation: Operation): number {
  return operation.responses.find(({ status }) => status >= 200 && status < 300)?.status ?? 200;
}
