import type { ReceivedResponse } from '../../reports/exchange.ts';
import { type Handling, responseOf, type Step } from './case-record.ts';
import { errorCodes } from './error-codes.ts';

/** What the endpoint did with the request of a step. */
export function handlingOf(step: Step): Handling {
  const response = responseOf(step);
  if (response === undefined) return 'no-answer';
  if (isThrottling(response)) return 'throttled';
  if (response.status >= 500) return 'server-error';
  return response.status >= 200 && response.status < 300 ? 'accepted' : 'refused';
}

/** Codes that say "too many requests" (error code table: 403 4031032, 4031042). */
const THROTTLE_CODE = /\.(?:4031032|4031042)$/;

/** Rulings, row 5: a 429, or a 403 or 503 that says itself that it is about the rate. */
export function isThrottling(response: ReceivedResponse): boolean {
  if (response.status === 429) return true;
  if (response.status !== 403 && response.status !== 503) return false;
  return (
    response.headers['retry-after'] !== undefined ||
    errorCodes(response).some((code) => THROTTLE_CODE.test(code))
  );
}

/** The answer in a few words: its status, or why there is none. */
export function answerInWords(step: Step): string {
  const { outcome } = step.exchange;
  return outcome.kind === 'response'
    ? `answered ${outcome.response.status}`
    : `no answer: ${outcome.failure.message}`;
}
