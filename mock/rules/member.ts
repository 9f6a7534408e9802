import { isPlainText } from './account.ts';
import { accept, REFUSALS, type Reading, refuse } from './refusal.ts';

/** The console guide's bound on a description, in code points. */
const LONGEST_DESCRIPTION = 1000;

export function readPermit(value: unknown): Reading<string> {
  if (value === undefined) {
    return refuse(REFUSALS.parameterMissing);
  }
  return value === 'read' ? accept(value) : refuse(REFUSALS.permit);
}

/** The description; undefined where the request has none. Line breaks and tabs are text, other controls are not. */
export function readDescription(value: unknown): Reading<string | null | undefined> {
  if (value === undefined) {
    return accept(undefined);
  }
  if (typeof value !== 'string' || !isPlainText(value.replaceAll(/[\t\r\n]/g, ' '))) {
    return refuse(REFUSALS.parameterInvalid);
  }
  return value.length > LONGEST_DESCRIPTION && [...value].length > LONGEST_DESCRIPTION
    ? refuse(REFUSALS.parameterInvalid)
    : accept(value);
}
