import type { JsonSchema, ValueContract } from '../../spec/contract/contract.ts';

/** Values as the description of the sharing API has them, written by hand so that tests do not depend on it. */

/** Characters of which a reading says that they are refused; with any other one a name is unspecified. */
const NAMED = '\\p{L}0-9!"&\'()*+,.:<=>@[\\]^_`{|}~ \\-';

export const NAMESPACE = contract({
  narrow: {
    type: 'string',
    minLength: 1,
    maxLength: 64,
    pattern: '^(?:[a-z](?:(?:[._-]|__)?[a-z0-9])*)$',
  },
  wide: {
    pattern: `^(?:[a-z](?:(?:[._]|__|-+)?[a-z0-9])*|\\.|\\.\\.|[^]*[^${NAMED}][^]*)$`,
  },
});

export const REPOSITORY = contract({
  narrow: {
    type: 'string',
    minLength: 1,
    maxLength: 128,
    pattern: '^(?:[a-z0-9](?:(?:[._$-]|__)?[a-z0-9])*)$',
  },
  wide: {
    pattern: `^(?:[a-z0-9](?:(?:[._$]|__|-+)?[a-z0-9])*|\\.|\\.\\.|[^]*[^${NAMED}$][^]*)$`,
  },
});

export const ACCOUNT = contract({
  narrow: { type: 'string', minLength: 1, maxLength: 64, pattern: '^(?:[a-z][a-z0-9_-]*)$' },
  wide: { pattern: undefined, maxLength: undefined },
  format: 'account',
});

export const PERMIT = contract({ narrow: { type: 'string', const: 'read' } });

export const DEADLINE = contract({
  narrow: {
    type: 'string',
    pattern: '^(?:forever|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{3})?Z)$',
  },
  wide: { pattern: '^(?:\\s*[fF][oO][rR][eE][vV][eE][rR]\\s*|[^]*\\p{Nd}[^]*)$' },
  format: 'deadline',
});

export const DESCRIPTION = contract({
  narrow: { type: 'string', maxLength: 255 },
  wide: { type: ['string', 'null'], maxLength: undefined },
  recommended: { maxLength: 1000 },
  format: 'text',
});

export const SHARING_VALUES = {
  namespace: { value: NAMESPACE, place: 'path' },
  repository: { value: REPOSITORY, place: 'path' },
  account: { value: ACCOUNT, place: 'body' },
  permit: { value: PERMIT, place: 'body' },
  deadline: { value: DEADLINE, place: 'body' },
  description: { value: DESCRIPTION, place: 'body' },
} as const;

/** A value whose other readings differ from the narrow one in the given keywords; undefined removes one. */
export function contract(parts: {
  narrow: JsonSchema;
  wide?: JsonSchema;
  recommended?: JsonSchema;
  format?: string;
}): ValueContract {
  const { narrow, wide = {}, recommended, format = null } = parts;
  return {
    narrow,
    wide: defined({ ...narrow, ...wide }),
    recommended: recommended === undefined ? null : defined({ ...narrow, ...recommended }),
    format,
    constraints: new Map(),
    standing: { level: 'must', basis: 'explicit', sources: [], needs: [] },
    acceptingNeeds: [],
    location: { file: 'fixture.yaml', line: 1, pointer: '/schema' },
  };
}

function defined(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
