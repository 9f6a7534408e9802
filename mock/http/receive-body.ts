import type { IncomingMessage } from 'node:http';

/** Longer bodies are refused, as the error-code table foresees (413). Bytes. */
export const LONGEST_BODY = 1_048_576;
/** Beyond this nobody listens any more: the connection is closed. Bytes. */
const LONGEST_READ = 64 * LONGEST_BODY;

/** The bytes of a request's body; null where there are too many. Rejects where the client went away. */
export function receiveBody(request: IncomingMessage): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    request.on('data', (chunk: Uint8Array) => {
      length += chunk.length;
      if (length <= LONGEST_BODY) {
        chunks.push(chunk);
      } else if (length > LONGEST_READ) {
        resolve(null);
        request.destroy();
      }
    });
    request.on('end', () => resolve(length > LONGEST_BODY ? null : Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.readableEnded) {
        reject(new Error('The client went away.'));
      }
    });
  });
}
