import type { Check } from './case-record.ts';
import { responseOf } from './case-record.ts';
import { answerInWords, handlingOf } from './handling.ts';
import { upheld, violated } from './judgement.ts';

/** Requirements `no-server-error` and `answers-in-time`, whatever was sent. What changed is judged in state/. */
export const invariants: Check = (record) =>
  record.steps.flatMap((step) => {
    const handling = handlingOf(step);
    const inTime = `${step.operation.id}/answers-in-time`;
    const noServerError = `${step.operation.id}/no-server-error`;
    const { outcome } = step.exchange;
    if (outcome.kind === 'failure') {
      if (outcome.failure.kind === 'cancelled') return [];
      const expected = 'a complete answer in time';
      return [violated(inTime, step, outcome.failure.kind, expected, answerInWords(step))];
    }
    const status = responseOf(step)?.status ?? 0;
    // Too many requests are nobody's fault, and no proof of anything either.
    if (handling === 'throttled' && status >= 500) return [upheld(inTime, step)];
    return [
      upheld(inTime, step),
      handling === 'server-error'
        ? violated(
            noServerError,
            step,
            `answered-${status}`,
            'no answer from 500 to 599',
            answerInWords(step),
          )
        : upheld(noServerError, step),
    ];
  });
