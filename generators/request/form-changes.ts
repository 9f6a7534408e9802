import fc from 'fast-check';
import type { RequestForm } from '../../spec/contract/contract.ts';
import { Fault, type FaultPlace } from '../../spec/fault.ts';
import type { Labelled } from '../labelled.ts';
import type { BodyForm, Change } from './change.ts';

/** The changes that give a request one of the forms that descriptions name in `x-forms`. */
export function formChanges(form: RequestForm['form'], place: FaultPlace): readonly Labelled<Change>[] {
  const changes = FORMS[form];
  if (changes !== undefined) return changes;
  throw new Fault('usage', 'unknown-form', `No generator knows the request form "${form}"`, {
    place,
    hint: `Known: ${Object.keys(FORMS).join(', ')}.`,
  });
}

/** Longer than any body that the description lets be; enough cuts to meet every kind of place in it. */
const CUTS = 64;

const FORMS: Readonly<Record<string, readonly Labelled<Change>[]>> = {
  'body-empty': [
    fixed('no bytes', { kind: 'body', text: '' }),
    fixed('no body', { kind: 'body', text: null }),
  ],
  'body-truncated': [
    fixed('only the brace', derived('truncated', 0)),
    {
      label: 'cut anywhere',
      arbitrary: fc.nat({ max: CUTS }).map((variant) => derived('truncated', variant)),
    },
  ],
  'body-text': [
    text('word', 'hello'),
    text('assignment', 'permit=read'),
    text('markup', '<permit>read</permit>'),
  ],
  'body-array': [text('empty array', '[]'), fixed('valid body in an array', derived('in-array', 0))],
  'body-string': [text('a word', '"read"'), fixed('valid body as text', derived('in-string', 0))],
  'body-number': [text('zero', '0'), text('one', '1')],
  'body-null': [text('null', 'null')],
  'body-invalid-utf8': [fixed('byte FF in a string', derived('invalid-utf8', 0))],
  'body-byte-order-mark': [fixed('byte order mark first', derived('byte-order-mark', 0))],
  'body-duplicate-members': [fixed('first member twice', derived('duplicate-members', 0))],
  'body-trailing-text': [0, 1, 2, 3].map((n) => fixed(`trail ${n}`, derived('trailing-text', n))),
  'body-unknown-member': [0, 1, 2, 3, 4].map((n) => fixed(`stranger ${n}`, derived('unknown-member', n))),
  'body-spelling': [
    fixed('members in reverse order', derived('reversed', 0)),
    fixed('white space between', derived('spaced', 0)),
    fixed('letters escaped', derived('escaped', 0)),
  ],
  'content-type-charset': [
    type('no space', 'application/json;charset=utf-8'),
    type('with space', 'application/json; charset=utf-8'),
  ],
  'content-type-absent': [type('absent', null)],
  'content-type-other': [type('text', 'text/plain'), type('form', 'application/x-www-form-urlencoded')],
};

function fixed(label: string, change: Change): Labelled<Change> {
  return { label, arbitrary: fc.constant(change) };
}

function text(label: string, body: string): Labelled<Change> {
  return fixed(label, { kind: 'body', text: body });
}

function type(label: string, value: string | null): Labelled<Change> {
  return fixed(label, { kind: 'content-type', value });
}

function derived(form: BodyForm, variant: number): Change {
  return { kind: 'derived-body', form, variant };
}
