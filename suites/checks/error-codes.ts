import type { ReceivedResponse } from '../../reports/exchange.ts';
import { parseJson } from './parse-json.ts';

/** The error codes of an answer in any of the documented shapes; none where its body is no such error. */
export function errorCodes(response: ReceivedResponse): readonly string[] {
  const parsed = parseJson(response.body);
  return parsed.ok ? codesOf(parsed.value) : [];
}

function codesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => ownCodes(item));
  if (typeof value !== 'object' || value === null) return [];
  const errors: unknown = Reflect.get(value, 'errors');
  return [...ownCodes(value), ...(Array.isArray(errors) ? errors.flatMap((item) => ownCodes(item)) : [])];
}

function ownCodes(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return ['errorCode', 'error_code']
    .map((name): unknown => Reflect.get(value, name))
    .filter((code): code is string => typeof code === 'string' && code !== '');
}

/** True for a documented "not found" code: seven digits that begin with 404. */
export function isNotFoundCode(code: string): boolean {
  return /\.404\d{4}$/.test(code);
}
