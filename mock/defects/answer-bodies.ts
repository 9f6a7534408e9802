import { OPERATIONS, type OperationId } from '../operation.ts';
import type { Answer } from '../rules/answer.ts';
import type { Refusal } from '../rules/refusal.ts';
import {
  CREATE,
  DELETE,
  type Defect,
  LIST,
  oneBend,
  SHOW,
  spreadFamily,
  UPDATE,
  WITH_BODY,
} from './defect.ts';

const HTML = '<!doctype html><title>Error</title><h1>Something went wrong</h1>';
const TRACE = 'java.lang.NullPointerException\n\tat com.example.Shares.find(Shares.java:42)';

type Shape = readonly [kind: string, does: string, body: (refusal: Refusal) => string | null];

const SHAPES = {
  html: ['html', 'answers a refusal with a page of HTML', () => HTML],
  trace: ['stack-trace', 'answers a refusal with a stack trace', () => TRACE],
  none: ['no-body', 'answers a refusal without a body', () => null],
  bare: [
    'message-only',
    'answers a refusal with nothing but a message',
    ({ message }) => JSON.stringify({ message }),
  ],
  empty: [
    'empty-message',
    'leaves the message of a refusal empty',
    ({ code }) =>
      JSON.stringify({ errors: [{ errorCode: code, errorMessage: '' }], error_code: code, error_msg: '' }),
  ],
  number: [
    'code-as-number',
    'tells the code of a refusal as a number',
    ({ status, message }) => JSON.stringify({ error_code: status, error_msg: message }),
  ],
  list: ['empty-array', 'answers a refusal with an empty array', () => '[]'],
  text: ['quoted-text', 'answers a refusal with a JSON string', ({ message }) => JSON.stringify(message)],
} as const satisfies Record<string, Shape>;

const MISSHAPEN: readonly (readonly [number, OperationId, Shape])[] = [
  [400, CREATE, SHAPES.html],
  [400, LIST, SHAPES.none],
  [400, LIST, SHAPES.bare],
  [400, SHOW, SHAPES.trace],
  [400, UPDATE, SHAPES.empty],
  [400, DELETE, SHAPES.bare],
  [401, CREATE, SHAPES.number],
  [401, LIST, SHAPES.html],
  [401, SHOW, SHAPES.none],
  [401, UPDATE, SHAPES.list],
  [401, DELETE, SHAPES.text],
  [409, CREATE, SHAPES.bare],
];

/** Bodies of answers, and what their headers say of them. */
export const answerBodyDefects: readonly Defect[] = [
  ...MISSHAPEN.flatMap(([status, operation, [kind, does, body]]) =>
    spreadFamily([operation], {
      name: `refusal-${status}-${kind}`,
      rule: `response-${status}-schema`,
      does: `${does} (${status})`,
      bends: oneBend('answer', (decided, { outcome }) =>
        outcome.kind === 'refused' && decided.status === status
          ? { ...decided, body: body(outcome.refusal) }
          : decided,
      ),
    }),
  ),
  ...[400, 401].flatMap((status) => mistypedRefusal(status, OPERATIONS)),
  ...mistypedRefusal(409, [CREATE]),
  ...written('array', 'response-201-schema', 'answers with an array', WITH_BODY, { body: '[]' }),
  ...written('text', 'response-201-schema', 'answers with plain text', [CREATE], { body: 'Created' }),
  ...written('string', 'response-201-schema', 'answers with a JSON string', [UPDATE], { body: '"ok"' }),
  ...written('null', 'response-201-schema', 'answers with null', [CREATE], { body: 'null' }),
  ...written('id', 'response-201-recommended-schema', 'answers with a member', WITH_BODY, {
    body: '{"id":"1"}',
  }),
  ...written('html-type', 'response-201-content-type', 'sends its JSON as HTML', WITH_BODY, {
    headers: { 'Content-Type': 'text/html' },
  }),
];

function mistypedRefusal(status: number, operations: readonly OperationId[]): readonly Defect[] {
  return spreadFamily(operations, {
    name: `refusal-${status}-as-plain-text`,
    rule: `response-${status}-content-type`,
    does: `sends the JSON of a refusal as plain text (${status})`,
    bends: oneBend('answer', (decided) =>
      decided.status === status
        ? { ...decided, headers: { ...decided.headers, 'Content-Type': 'text/plain' } }
        : decided,
    ),
  });
}

function written(
  kind: string,
  rule: string,
  does: string,
  operations: readonly OperationId[],
  change: Partial<Answer>,
): readonly Defect[] {
  return spreadFamily(operations, {
    name: `success-answered-with-${kind}`,
    rule,
    does,
    bends: oneBend('answer', (decided, { outcome }) =>
      outcome.kind === 'refused' || decided.body === null ? decided : { ...decided, ...change },
    ),
  });
}
