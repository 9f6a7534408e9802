import type { Check, CheckContext, Judgement, Step } from './case-record.ts';
import { responseOf } from './case-record.ts';
import { errorCodes, isNotFoundCode } from './error-codes.ts';
import { answerInWords, handlingOf } from './handling.ts';
import { blocked, upheld, violated } from './judgement.ts';

/** Requirements `success-status` and `declared-statuses-only`, at every step of a case. */
export const statuses: Check = (record, context) =>
  record.steps.flatMap((step) => [...successStatus(step, context), ...declaredStatuses(step)]);

/**
 * A plain valid request gets the documented status, and any request that was accepted gets no other of 2xx. Whether
 * an unusual valid value is accepted at all is the matter of the constraint's own requirement.
 */
function successStatus(step: Step, context: CheckContext): Judgement[] {
  const id = `${step.operation.id}/success-status`;
  const rule = context.requirements.get(id)?.rule;
  if (rule?.kind !== 'success-status' || step.expectation !== 'accept') return [];
  const handling = handlingOf(step);
  const status = responseOf(step)?.status ?? 0;
  const expected = `a valid request is answered ${rule.status}`;
  if (handling === 'accepted') {
    return status === rule.status
      ? [upheld(id, step)]
      : [violated(id, step, `answered-${status}`, expected, answerInWords(step))];
  }
  // Ground prepared for an unusual name is as unusual as the name.
  if (!step.plain || step.aim !== null) return [];
  if (handling === 'refused' && isUnpermitted(step)) return [blocked(id, step, 'not-permitted')];
  return handling === 'refused'
    ? [violated(id, step, 'refused', expected, answerInWords(step))]
    : [blocked(id, step, handling)];
}

/** Codes that say that the token may not do this (rulings, row 5): nothing is wrong with the endpoint then. */
const PERMISSION_CODE = /\.(?:4039001|4039002|4037017|4037018|4037020|4030170)$/;

function isUnpermitted(step: Step): boolean {
  const response = responseOf(step);
  return response !== undefined && errorCodes(response).some((code) => PERMISSION_CODE.test(code));
}

/** Statuses of gateways and HTTP servers about the request's size, never held against an endpoint. */
const SIZE_STATUSES = [414, 431];

/** Rulings, row 3: what is clearly valid or clearly invalid is refused with documented statuses only. */
function declaredStatuses(step: Step): Judgement[] {
  const id = `${step.operation.id}/declared-statuses-only`;
  const response = responseOf(step);
  if (response === undefined || !['accept', 'reject', 'conflict'].includes(step.expectation)) return [];
  if (step.anyRefusal || handlingOf(step) !== 'refused' || SIZE_STATUSES.includes(response.status)) return [];
  const declared = step.operation.responses.map(({ status }) => status);
  if (declared.includes(response.status)) return [upheld(id, step)];
  if (step.expectation === 'accept' && isUnpermitted(step)) return [];
  const namesNothing = step.namesInPath && step.expectation === 'reject' && response.status === 404;
  if (namesNothing && errorCodes(response).some(isNotFoundCode)) return [upheld(id, step)];
  return [
    violated(
      id,
      step,
      `answered-${response.status}`,
      `one of the documented statuses: ${declared.join(', ')}`,
      answerInWords(step),
    ),
  ];
}
