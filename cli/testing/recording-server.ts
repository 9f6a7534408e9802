import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Server as SocketServer } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request as it reached the other side: the path undecoded, headers in order and as they were written. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

export interface RecordingServer {
  readonly url: string;
  readonly port: number;
  /** All requests so far, in the order in which they arrived whole. */
  readonly requests: readonly RecordedRequest[];
  /** Resolves once that many requests have arrived. */
  received(count: number): Promise<void>;
  close(): Promise<void>;
}

/** What a recording server answers a request that has been read. */
export type Answering = (request: RecordedRequest, response: Parameters<RequestListener>[1]) => void;

/** A server on loopback that writes down what it is sent and answers whatever the test wants. */
export async function recordingServer(answer: Answering): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  const arrivals = new EventEmitter();
  const received = async (count: number): Promise<void> => {
    while (requests.length < count) await once(arrivals, 'request');
  };
  const server = createServer({ maxHeaderSize: 65_536 }, (incoming, response) => {
    buffer(incoming)
      .then((body) => {
        const request = record(incoming, body);
        requests.push(request);
        arrivals.emit('request');
        answer(request, response);
      })
      .catch(() => incoming.socket.destroy());
  });
  const port = await listenOnLoopback(server);
  return { url: `http://127.0.0.1:${port}`, port, requests, received, close: () => closeServer(server) };
}

/** Listens on 127.0.0.1, on a port that is free, and returns it. */
export function listenOnLoopback(server: SocketServer): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function record(incoming: IncomingMessage, body: Buffer): RecordedRequest {
  const { rawHeaders } = incoming;
  const headers = Array.from(
    { length: rawHeaders.length / 2 },
    (_, index) => [rawHeaders[index * 2] ?? '', rawHeaders[index * 2 + 1] ?? ''] as const,
  );
  return { method: incoming.method ?? '', path: incoming.url ?? '', headers, body: body.toString('latin1') };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
