import type { ServerResponse } from 'node:http';
import type { Answer } from '../rules/answer.ts';

/** Writes an answer in one piece, or, where a defect asks for it, in half a piece or none. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (answer.delivery === 'never') {
    return;
  }
  const body = answer.body === null ? null : Buffer.from(answer.body);
  const bare = answer.status === 204 || answer.status === 304;
  const headers: Record<string, string | number> = { ...answer.headers };
  if (!bare && answer.framing === 'length') {
    headers['Content-Length'] = body?.length ?? 0;
  }
  response.writeHead(answer.status, headers);
  if (answer.delivery === 'cut') {
    cutShort(response, body);
  } else if (bare || body === null) {
    response.end();
  } else {
    response.end(body);
  }
}

/** Half of the body; where there is none, not even the end of the head. */
function cutShort(response: ServerResponse, body: Uint8Array | null): void {
  const { socket } = response;
  if (body === null || body.length < 2) {
    socket?.destroy();
    return;
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => socket?.destroy());
}
