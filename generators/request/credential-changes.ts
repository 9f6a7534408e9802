import fc from 'fast-check';
import type { TokenScheme } from '../../spec/contract/contract.ts';
import { Fault } from '../../spec/fault.ts';
import type { Labelled } from '../labelled.ts';
import type { Change, Credential } from './change.ts';

/** The changes that give a request one of the credential forms that a scheme names in `x-forms`. */
export function credentialChanges(scheme: TokenScheme, form: string): readonly Labelled<Change>[] {
  const credentials = FORMS[form]?.(scheme.header);
  if (credentials === undefined) {
    throw new Fault('usage', 'unknown-form', `No generator knows the credential form "${form}"`, {
      place: scheme.location,
      hint: `Known: ${Object.keys(FORMS).join(', ')}.`,
    });
  }
  // A connection that has carried the good token must not lend it to the next request, nor need it a fresh one.
  return credentials.flatMap(({ label, arbitrary }) =>
    (['shared', 'fresh'] as const).map((connection) => ({
      label: `${label}, ${connection} connection`,
      arbitrary: arbitrary.map((credential): Change => ({ kind: 'credential', credential, connection })),
    })),
  );
}

/** Printable ASCII that a field value may carry unquoted, without what separates values in lists (RFC 9110 §5.6.2). */
const VISIBLE = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~+/='];
const visible = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...VISIBLE), minLength, maxLength });

const FORMS: Readonly<Record<string, (header: string) => readonly Labelled<Credential>[]>> = {
  missing: () => [fixed('missing', { kind: 'missing' })],
  empty: () => [fixed('empty', { kind: 'empty' })],
  garbage: () => [
    garbage('word', fc.constantFrom('garbage', 'null', 'undefined', 'Bearer garbage', 'token')),
    garbage('random', visible(6, 64)),
    garbage('long', visible(1000, 4096)),
    fixed('the good one in other letters', { kind: 'recased' }),
    garbage(
      'space inside',
      fc.tuple(visible(3, 8), visible(3, 8)).map((parts) => parts.join(' ')),
    ),
  ],
  prefix: () => [
    fixed('all but the last character', { kind: 'prefix', keep: 1 }),
    fixed('the first half', { kind: 'prefix', keep: 0.5 }),
  ],
  extension: () => [
    { label: 'more characters', arbitrary: visible(1, 8).map((suffix) => ({ kind: 'extension', suffix })) },
  ],
  'header-name-case': (header) => [
    fixed('lower case', { kind: 'renamed', header: header.toLowerCase() }),
    fixed('upper case', { kind: 'renamed', header: header.toUpperCase() }),
  ],
};

function fixed(label: string, credential: Credential): Labelled<Credential> {
  return { label, arbitrary: fc.constant(credential) };
}

function garbage(label: string, value: fc.Arbitrary<string>): Labelled<Credential> {
  return { label: `garbage: ${label}`, arbitrary: value.map((text) => ({ kind: 'garbage', value: text })) };
}
