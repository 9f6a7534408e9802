import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAMESPACE, REPOSITORY } from '../schema/sharing-contracts.fixture.ts';
import { valuesFor } from '../schema/values.ts';

const CONTEXT = { clock: new Date('2026-01-01T00:00:00Z'), place: 'path' } as const;

/** A draw of every label, this often, is about what a standard run sends. */
const DRAWS = 8;

/** Recognisers of namespaces as people get them wrong. */
const WRONG_NAMESPACES: readonly (readonly [fault: string, expression: RegExp])[] = [
  ['leading digit allowed', /^[a-z0-9](?:(?:[._-]|__)?[a-z0-9])*$/],
  ['at least two characters', /^[a-z](?:(?:[._-]|__)?[a-z0-9])+$/],
  ['at least three characters', /^[a-z][a-z0-9._-]+[a-z0-9]$/],
  ['separators at will', /^[a-z](?:[a-z0-9._-]*[a-z0-9])?$/],
  ['trailing separator', /^[a-z](?:(?:[._-]|__)?[a-z0-9])*[._-]?$/],
  ['trailing hyphen', /^[a-z](?:(?:[._-]|__)?[a-z0-9])*-?$/],
  ['leading underscore', /^_?[a-z](?:(?:[._-]|__)?[a-z0-9])*$/],
  ['no anchor at the start', /[a-z](?:(?:[._-]|__)?[a-z0-9])*$/],
  ['no anchor at the end', /^[a-z](?:(?:[._-]|__)?[a-z0-9])*/],
  ['case ignored', /^[a-z](?:(?:[._-]|__)?[a-z0-9])*$/i],
  ['case ignored beyond ASCII', /^[a-z](?:(?:[._-]|__)?[a-z0-9])*$/iu],
  ['capitals inside', /^[a-z](?:(?:[._-]|__)?[a-zA-Z0-9])*$/],
  ['A-z for A-Za-z', /^[a-z](?:(?:[._-]|__)?[A-z0-9])*$/],
  ['no double underscore', /^[a-z](?:[._-]?[a-z0-9])*$/],
  ['three underscores', /^[a-z](?:(?:[._-]|_{2,3})?[a-z0-9])*$/],
  ['any number of underscores', /^[a-z](?:(?:[.-]|_+)?[a-z0-9])*$/],
  ['pairs of underscores', /^[a-z](?:(?:[._-]|(?:__)+)?[a-z0-9])*$/],
  ['double dot', /^[a-z](?:(?:[._-]|__|\.\.)?[a-z0-9])*$/],
  ['_- allowed', /^[a-z](?:(?:[._-]|__|_-)?[a-z0-9])*$/],
  ['-_ allowed', /^[a-z](?:(?:[._-]|__|-_)?[a-z0-9])*$/],
  ['._ allowed', /^[a-z](?:(?:[._-]|__|\._)?[a-z0-9])*$/],
  ['_. allowed', /^[a-z](?:(?:[._-]|__|_\.)?[a-z0-9])*$/],
  ['.- allowed', /^[a-z](?:(?:[._-]|__|\.-)?[a-z0-9])*$/],
  ['-. allowed', /^[a-z](?:(?:[._-]|__|-\.)?[a-z0-9])*$/],
  ['__ next to another', /^[a-z](?:(?:[._-]|__[.-]?)?[a-z0-9])*$/],
  ['no dot', /^[a-z](?:(?:[_-]|__)?[a-z0-9])*$/],
  ['no hyphen', /^[a-z](?:(?:[._]|__)?[a-z0-9])*$/],
  ['no underscore', /^[a-z](?:[.-]?[a-z0-9])*$/],
  ['no digits', /^[a-z](?:(?:[._-]|__)?[a-z])*$/],
  ['no digit at the end', /^(?=.*[a-z]$)[a-z](?:(?:[._-]|__)?[a-z0-9])*$/],
  ['no digit after a separator', /^[a-z](?:(?:(?:[._-]|__)[a-z])|[a-z0-9])*$/],
  ['no digit after a hyphen', /^(?!.*-\d)[a-z](?:(?:[._-]|__)?[a-z0-9])*$/],
  ['no digit before a separator', /^(?!.*\d[._-])[a-z](?:(?:[._-]|__)?[a-z0-9])*$/],
  ['only one separator', /^[a-z][a-z0-9]*(?:(?:[._-]|__)[a-z0-9]+)?$/],
  ['a-y for a-z', /^[a-y](?:(?:[._-]|__)?[a-y0-9])*$/],
  ['b-z for a-z', /^[b-z](?:(?:[._-]|__)?[b-z0-9])*$/],
  ['0-8 for 0-9', /^[a-z](?:(?:[._-]|__)?[a-z0-8])*$/],
  ['1-9 for 0-9', /^[a-z](?:(?:[._-]|__)?[a-z1-9])*$/],
  ['plus allowed', /^[a-z](?:(?:[._+-]|__)?[a-z0-9])*$/],
  ['at sign allowed', /^[a-z](?:(?:[._@-]|__)?[a-z0-9])*$/],
  ['space allowed', /^[a-z](?:(?:[._ -]|__)?[a-z0-9])*$/],
  ['colon allowed', /^[a-z](?:(?:[._:-]|__)?[a-z0-9])*$/],
  ['tilde allowed', /^[a-z](?:(?:[._~-]|__)?[a-z0-9])*$/],
  ['+--. for [._-]', /^[a-z](?:(?:[+-._]|__)?[a-z0-9])*$/],
  ['any letter', /^\p{Ll}(?:(?:[._-]|__)?[\p{Ll}0-9])*$/u],
  ['\\w and any script', /^[\p{L}](?:(?:[._-]|__)?[\p{L}\p{N}])*$/u],
  ['trimmed before', /^\s*[a-z](?:(?:[._-]|__)?[a-z0-9])*\s*$/],
  ['63 characters', /^(?=.{1,63}$)[a-z](?:(?:[._-]|__)?[a-z0-9])*$/],
  ['65 characters', /^(?=.{1,65}$)[a-z](?:(?:[._-]|__)?[a-z0-9])*$/],
  ['no upper bound', /^[a-z](?:(?:[._-]|__)?[a-z0-9])*$/],
];

const RIGHT: readonly (readonly [reading: string, value: typeof NAMESPACE, expression: RegExp])[] = [
  ['strict namespaces', NAMESPACE, /^(?=.{1,64}$)[a-z](?:(?:[._-]|__)?[a-z0-9])*$/],
  ['wide namespaces', NAMESPACE, /^(?=.{1,64}$)[a-z](?:(?:[._]|__|-+)?[a-z0-9])*$/],
  ['strict repositories', REPOSITORY, /^(?=.{1,128}$)[a-z0-9](?:(?:[._$-]|__)?[a-z0-9])*$/],
  ['wide repositories', REPOSITORY, /^(?=.{1,128}$)[a-z0-9](?:(?:[._$]|__|-+)?[a-z0-9])*$/],
];

describe('names of every label', () => {
  // Anchored at 64 characters unless the fault is the bound itself, so that every other one must be found by the pattern.
  it.each(WRONG_NAMESPACES)('convict a recogniser with the fault "%s"', (fault, expression) => {
    const isBounded = fault.includes('characters') || fault === 'no upper bound';
    const accepts = (name: string) => expression.test(name) && (isBounded || name.trim().length <= 64);
    expect(misjudged(NAMESPACE, accepts)).not.toEqual([]);
  });

  it.each(RIGHT)('never accuse a right recogniser of %s', (_, value, expression) => {
    expect(misjudged(value, (name) => expression.test(name))).toEqual([]);
  });
});

function misjudged(value: typeof NAMESPACE, accepts: (name: string) => boolean): string[] {
  return (['accepted', 'rejected'] as const).flatMap((polarity) =>
    ['pattern', 'minLength', 'maxLength'].flatMap((keyword) =>
      valuesFor(value, keyword, polarity, CONTEXT).flatMap(({ arbitrary }, index) =>
        fc
          .sample(arbitrary, { seed: index, numRuns: DRAWS })
          .map(String)
          .filter((name) => accepts(name) !== (polarity === 'accepted')),
      ),
    ),
  );
}
