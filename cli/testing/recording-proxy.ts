import { Agent, request as forward } from 'node:http';
import { type RecordingServer, recordingServer } from './recording-server.ts';

export interface RecordingProxy extends RecordingServer {
  /** Forgets what was recorded, and hands what follows to another endpoint. */
  forwardTo(url: string): void;
}

/** A server in front of an endpoint: writes down what passes, and changes nothing of it. */
export async function recordingProxy(): Promise<RecordingProxy> {
  const agent = new Agent({ keepAlive: true });
  let upstream = '';
  const server = await recordingServer((request, response) => {
    const passed = forward(
      upstream,
      { method: request.method, path: request.path, headers: request.headers.flat(), agent },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    passed.on('error', () => response.destroy());
    passed.end(Buffer.from(request.body, 'latin1'));
  });
  const requests = server.requests as RecordingServer['requests'] & unknown[];
  return {
    ...server,
    forwardTo: (url) => {
      upstream = url;
      requests.length = 0;
    },
    close: async () => {
      agent.destroy();
      await server.close();
    },
  };
}
