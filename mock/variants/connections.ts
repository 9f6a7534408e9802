import type { Connection } from '../call.ts';
import { type Bend, bend } from '../deviation.ts';
import type { Answer } from '../rules/answer.ts';
import type { Variant } from './variant.ts';

/** As many as common servers answer upon one connection. */
const REQUESTS = 100;
/** Milliseconds. */
const IDLE = 1000;

/** When connections are closed, and what travels beside the body. */
export const connectionVariants: readonly Variant[] = [
  {
    name: 'connection-closed-after-refusals',
    title: 'The connection is closed after each refusal.',
    bends: [
      bend('answer', (decided, { outcome }) =>
        outcome.kind === 'refused' ? withHeaders(decided, { Connection: 'close' }) : decided,
      ),
    ],
  },
  {
    name: 'connection-closed-after-100-requests',
    title: 'A connection is closed after its hundredth answer.',
    bends: [closeAfterHundred],
  },
  {
    name: 'idle-connection-closed-after-1-s',
    title: 'A connection without a request for a second is closed, and no header says so before.',
    // A Connection header of its own keeps the server from announcing its limit.
    bends: [
      bend('answer', (decided) => ({ ...withHeaders(decided, { Connection: 'keep-alive' }), idle: IDLE })),
    ],
  },
  {
    name: 'more-headers-sent',
    title: 'Answers carry headers that no document mentions.',
    bends: [
      bend('answer', (decided) =>
        withHeaders(decided, {
          Server: 'api-gateway',
          'X-Request-Id': '2b7f5c3e9d0a4c1f8e6b5a4d3c2b1a09',
          'Cache-Control': 'no-store',
          'Set-Cookie': 'route=1; Path=/; HttpOnly',
          Vary: 'Accept-Encoding, Origin',
        }),
      ),
    ],
  },
];

/** Other headers first: what is named here wins. */
function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function closeAfterHundred(...[rules]: Parameters<Bend>): ReturnType<Bend> {
  const answered = new WeakMap<Connection, number>();
  return {
    ...rules,
    answer: (telling, call) => {
      const count = (answered.get(call.connection) ?? 0) + 1;
      answered.set(call.connection, count);
      const decided = rules.answer(telling, call);
      return count % REQUESTS === 0 ? withHeaders(decided, { Connection: 'close' }) : decided;
    },
  };
}
