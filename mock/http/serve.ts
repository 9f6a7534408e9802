import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Fault } from '../../spec/fault.ts';
import type { Answer } from '../rules/answer.ts';
import { REFUSALS } from '../rules/refusal.ts';
import { sendAnswer } from './send-answer.ts';

/** Room for the longest token and name that a client may try; beyond it the answer is 431. Bytes. */
const LONGEST_HEAD = 65_536;
/** Longer than any client keeps a connection in its pool unused. Milliseconds. */
const IDLE = 60_000;

export interface Listening {
  readonly port: number;
  /** Stops accepting, ends idle connections, lets running answers finish. */
  close(): Promise<void>;
}

/** Serves `answer` on the loopback interface. Rejects with a fault where the port is taken. */
export async function serve(
  port: number,
  latency: number,
  answer: (request: IncomingMessage) => Promise<Answer>,
): Promise<Listening> {
  const stranded = new Set<Socket>();
  let closing = false;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const decided = await answer(request);
    const pause = latency + decided.pause;
    if (pause > 0) {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    if (closing) {
      response.shouldKeepAlive = false;
    }
    if (decided.delivery === 'never') {
      stranded.add(request.socket);
      request.socket.once('close', () => stranded.delete(request.socket));
      if (closing) {
        request.socket.destroy();
      }
    }
    const { idle } = decided;
    if (idle !== null) {
      // The server sets its own limit first, as its listener is the older one, and lifts any with the next request.
      response.once('finish', () => request.socket.setTimeout(idle));
    }
    sendAnswer(response, decided);
  };
  const server = createServer(
    { maxHeaderSize: LONGEST_HEAD, keepAliveTimeout: IDLE },
    (request, response) => {
      // Only a client that went away in the middle of its request comes here: nobody is left to be told.
      handle(request, response).catch(() => request.socket.destroy());
    },
  );
  server.on('clientError', refuseUnreadable);
  const bound = await listen(server, port);
  return {
    port: bound,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        server.close(() => resolve());
        server.closeIdleConnections();
        for (const socket of stranded) {
          socket.destroy();
        }
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => {
      const hint = 'Choose another port; 0 picks a free one.';
      reject(new Fault('usage', 'port-unavailable', `Port ${port} cannot be listened on.`, { hint, cause }));
    };
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** What is no HTTP, or has a head beyond all bounds, is refused in the documented shape and cut off. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const overflow = error.code === 'HPE_HEADER_OVERFLOW';
  const { code, message } = REFUSALS.parameters;
  const body = JSON.stringify({ error_code: code, error_msg: message });
  const status = overflow ? '431 Request Header Fields Too Large' : '400 Bad Request';
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nConnection: close\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
  );
}
