import { bend } from '../deviation.ts';
import { REFUSALS } from '../rules/refusal.ts';
import type { Variant } from './variant.ts';

/** Every documented shape of an error body, and the two documented ways to say that a token is missing. */
export const errorShapeVariants: readonly Variant[] = [
  {
    name: 'errors-as-array',
    title: 'A refusal is an array of errors, as the older error-code pages show it.',
    bends: [
      bend('refusal', (_, { code, message }) => [{ errorCode: code, errorMessage: message, detail: '' }]),
    ],
  },
  {
    name: 'errors-with-details',
    title: 'A refusal carries the old and the new format side by side, with details.',
    bends: [
      bend('refusal', (_, { code, message }) => ({
        errors: [{ errorCode: code, errorMessage: message, detail: '', encoded_authorization_message: '' }],
        error_code: code,
        error_msg: message,
        details: [{ error_code: code, error_msg: message }],
        encoded_authorization_message: '',
      })),
    ],
  },
  {
    name: 'errors-wrapped-only',
    title: 'A refusal is an object with nothing but a list of errors.',
    bends: [
      bend('refusal', (_, { code, message }) => ({
        errors: [{ errorCode: code, errorMessage: message, detail: '' }],
      })),
    ],
  },
  {
    name: 'errors-flat',
    title: 'A refusal is a flat object with error_code and error_msg.',
    bends: [bend('refusal', (_, { code, message }) => ({ error_msg: message, error_code: code }))],
  },
  {
    name: 'token-refused-by-gateway',
    title: 'A wrong token is refused by the gateway, with its own code and a request id.',
    bends: [
      bend('refusal', (decided, { status }) =>
        status === 401
          ? {
              error_msg: 'Incorrect IAM authentication information: x-auth-token not found',
              error_code: 'APIGW.0301',
              request_id: '2b7f5c3e9d0a4c1f8e6b5a4d3c2b1a09',
            }
          : decided,
      ),
    ],
  },
  {
    name: 'url-refused-by-gateway',
    title: 'A path that is not routed is refused by the gateway.',
    bends: [
      bend('refusal', (decided, { code }) =>
        code === REFUSALS.url.code
          ? { error_msg: 'The API does not exist', error_code: 'APIGW.0101', request_id: '1f2e3d4c5b6a' }
          : decided,
      ),
    ],
  },
  {
    name: 'token-unavailable-answered-400',
    title: 'A missing or empty token is answered 400 with the documented code for it.',
    bends: [
      bend('token', (decided, { presented }) =>
        decided !== null && !presented ? REFUSALS.tokenUnavailable : decided,
      ),
    ],
  },
  {
    name: 'token-refused-with-challenge',
    title: 'A wrong token is answered 401 with a WWW-Authenticate header.',
    bends: [
      bend('answer', (decided) =>
        decided.status === 401
          ? { ...decided, headers: { ...decided.headers, 'WWW-Authenticate': 'Keystone uri="https://iam"' } }
          : decided,
      ),
    ],
  },
  {
    name: 'token-checked-last',
    title: 'Where both apply, 400 wins over 401.',
    bends: [bend('tokenFirst', () => false)],
  },
];
