import type { Cursor } from '../document/cursor.ts';
import type { CredentialForm, Standing, TokenScheme } from './contract.ts';
import { formStanding } from './read-body.ts';
import { readStanding } from './read-standing.ts';

const POLARITIES = ['accepted', 'rejected', 'observed'] as const;

/** Forms that any token scheme has, where the description does not list its own (`x-forms`). */
const PLAIN_FORMS = ['missing', 'empty', 'garbage'] as const;

/**
 * The header token that an operation asks for: the first API key in a header among its alternatives, else the
 * document's. Null where it asks for none; alternatives of other kinds are left to those who have keys for them.
 */
export function readSecurity(root: Cursor, operation: Cursor, inherited: Standing): TokenScheme | null {
  const alternatives = operation.get('security') ?? root.get('security');
  const names = (alternatives?.items() ?? []).flatMap((item) => item.entries().map(([name]) => name));
  for (const name of names) {
    const scheme = root.get('components')?.get('securitySchemes')?.get(name);
    if (scheme?.get('type')?.value !== 'apiKey' || scheme.get('in')?.value !== 'header') continue;
    const standing = readStanding(scheme, inherited);
    const forms = scheme.get('x-forms');
    return {
      name,
      header: scheme.member('name').text(),
      forms:
        forms === undefined
          ? PLAIN_FORMS.map(plainForm(standing))
          : forms.items().map((f) => readForm(f, standing)),
      location: scheme.location,
    };
  }
  return null;
}

function plainForm(standing: Standing): (form: string) => CredentialForm {
  return (form) => ({
    form,
    polarity: 'rejected',
    statuses: [401],
    exceptions: new Map(),
    standing: formStanding('rejected', standing),
  });
}

function readForm(cursor: Cursor, inherited: Standing): CredentialForm {
  const polarity = cursor.member('polarity').word(POLARITIES);
  return {
    form: cursor.member('form').text(),
    polarity,
    statuses: (cursor.get('statuses')?.items() ?? []).map((item) => Number(item.value)),
    exceptions: new Map(
      (cursor.get('exceptions')?.entries() ?? []).map(([status, codes]) => [Number(status), codes.texts()]),
    ),
    standing: readStanding(cursor, formStanding(polarity, inherited)),
  };
}
