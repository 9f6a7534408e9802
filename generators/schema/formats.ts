import { account } from '../sharing/account.ts';
import { deadline } from '../sharing/deadline.ts';
import { text } from '../sharing/text.ts';
import type { ValueFormat } from './value-format.ts';

/** The hand-written formats by the name that a description gives them (`x-format`). */
const FORMATS: Readonly<Record<string, ValueFormat>> = { account, deadline, text };

export function formatNamed(name: string | null): ValueFormat | undefined {
  return name === null ? undefined : FORMATS[name];
}
