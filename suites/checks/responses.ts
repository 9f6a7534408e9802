import type { Response } from '../../spec/contract/contract.ts';
import type { Check, Judgement, Step } from './case-record.ts';
import { responseOf } from './case-record.ts';
import { errorCodes } from './error-codes.ts';
import { isThrottling } from './handling.ts';
import { upheld, violated } from './judgement.ts';
import { parseJson } from './parse-json.ts';
import { deviationsFrom } from './schema-deviations.ts';

/** Shape and content type of every documented answer that a request with a clear expectation got. */
export const responses: Check = (record) =>
  record.steps.flatMap((step) => [...ofResponse(step), ...ofErrorCode(step)]);

function ofResponse(step: Step): Judgement[] {
  const response = responseOf(step);
  if (response === undefined || isThrottling(response) || step.expectation === 'observe') return [];
  const documented = step.operation.responses.find(({ status }) => status === response.status);
  if (documented === undefined || documented.schema === null || response.status >= 500) return [];
  if (step.anyRefusal && response.status >= 400) return [];
  const prefix = `${step.operation.id}/response-${response.status}`;
  if (response.body.length === 0 && documented.bodyOptional) return [upheld(`${prefix}-schema`, step)];
  return [...ofSchema(step, documented, prefix), ...ofContentType(step, documented, prefix)];
}

function ofSchema(step: Step, documented: Response, prefix: string): Judgement[] {
  const body = parseJson(responseOf(step)?.body ?? new Uint8Array());
  const id = `${prefix}-schema`;
  if (!body.ok)
    return [
      violated(id, step, 'not-json', 'a JSON body of the documented shape', `the body: ${body.reason}`),
    ];
  const broken = deviationsFrom(documented.schema ?? {}, body.value);
  const required =
    broken.length === 0
      ? [upheld(id, step)]
      : broken.map(({ kind, expected, actual }) => violated(id, step, kind, expected, actual));
  if (documented.recommended === null) return required;
  const weaker = deviationsFrom(documented.recommended.schema, body.value);
  const recommended = `${prefix}-recommended-schema`;
  return [
    ...required,
    ...(weaker.length === 0
      ? [upheld(recommended, step)]
      : weaker.map(({ kind, expected, actual }) => violated(recommended, step, kind, expected, actual))),
  ];
}

function ofContentType(step: Step, documented: Response, prefix: string): Judgement[] {
  const response = responseOf(step);
  if (response === undefined || response.body.length === 0) return [];
  const id = `${prefix}-content-type`;
  const sent = response.headers['content-type'];
  // Media types are compared without parameters and letter case (RFC 9110 §8.3.1).
  if (sent?.split(';')[0]?.trim().toLowerCase() === documented.mediaType) return [upheld(id, step)];
  const actual = sent === undefined ? 'no Content-Type' : `Content-Type: ${sent}`;
  return [
    violated(
      id,
      step,
      sent === undefined ? 'absent' : 'other',
      `Content-Type: ${documented.mediaType}`,
      actual,
    ),
  ];
}

/** Rulings, row 26: the first three of a code's seven digits are the status. Other codes say nothing about it. */
function ofErrorCode(step: Step): Judgement[] {
  const response = responseOf(step);
  if (response === undefined || response.status < 400 || step.anyRefusal || step.expectation === 'observe')
    return [];
  const id = `${step.operation.id}/error-code-matches-status`;
  const codes = errorCodes(response);
  if (codes.length === 0) return [];
  const wrong = codes.find((code) => {
    const digits = /\.(\d{3})\d{4}$/.exec(code)?.[1];
    return digits !== undefined && digits !== String(response.status);
  });
  if (wrong === undefined) return [upheld(id, step)];
  return [
    violated(
      id,
      step,
      'other-digits',
      `a code whose digits begin with ${response.status}`,
      `the code ${wrong}`,
    ),
  ];
}
