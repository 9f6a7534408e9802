import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came off the wire. */
export interface HeardRequest {
  readonly method: string;
  /** The request target, byte for byte. */
  readonly path: string;
  /** In order and with the letters they were sent with. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** Number of the connection it came on, from 1. */
  readonly connection: number;
}

export interface EchoServer {
  readonly url: string;
  readonly heard: readonly HeardRequest[];
  /** The request that was heard last. */
  last(): HeardRequest;
  close(): Promise<void>;
}

/** A server on loopback that writes down what it hears; without `answer` everything is answered 200 and no body. */
export async function startEchoServer(
  answer: (heard: HeardRequest, response: ServerResponse) => void = (_, response) => void response.end(),
): Promise<EchoServer> {
  const heard: HeardRequest[] = [];
  const connections = new Map<unknown, number>();
  const server = createServer(async (request, response) => {
    const connection = connections.get(request.socket) ?? connections.size + 1;
    connections.set(request.socket, connection);
    const one = { ...describe(request), body: await bodyOf(request), connection };
    heard.push(one);
    answer(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    last: () => {
      const last = heard.at(-1);
      if (last === undefined) throw new RangeError('the server heard nothing');
      return last;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function describe(request: IncomingMessage): Omit<HeardRequest, 'body' | 'connection'> {
  const raw = request.rawHeaders;
  const headers = raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : [],
  );
  return { method: request.method ?? '', path: request.url ?? '', headers };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
