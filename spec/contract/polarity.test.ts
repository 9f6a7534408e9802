import { describe, expect, it } from 'vitest';
import type { JsonSchema, ValueContract } from './contract.ts';
import { keywordsOf, polaritiesOf } from './polarity.ts';

describe('keywordsOf', () => {
  it('lists the constraints of a value, and a hand-written format among them', () => {
    expect(keywordsOf(value({ type: 'string', minLength: 1, pattern: 'a' }))).toEqual([
      'type',
      'pattern',
      'minLength',
    ]);
    expect(keywordsOf(value({ type: 'string' }, { format: 'text' }))).toEqual(['type', 'format']);
  });

  it('leaves out what cannot be broken by a value', () => {
    expect(keywordsOf(value({ properties: {}, format: 'date' }))).toEqual([]);
  });
});

describe('polaritiesOf', () => {
  it('accepts and rejects where no reading differs', () => {
    expect(polaritiesOf(value({ maxLength: 3 }), 'maxLength')).toEqual(['accepted', 'rejected']);
  });

  it('observes where the wide reading differs, and rejects only where it still has the keyword', () => {
    expect(polaritiesOf(value({ maxLength: 3 }, { wide: { maxLength: 5 } }), 'maxLength')).toEqual([
      'accepted',
      'rejected',
      'observed',
    ]);
    expect(polaritiesOf(value({ maxLength: 3 }, { wide: {} }), 'maxLength')).toEqual([
      'accepted',
      'observed',
    ]);
  });

  it('recommends what lies between, and observes only what lies beyond', () => {
    const more = { wide: {}, recommended: { maxLength: 9 } };
    expect(polaritiesOf(value({ maxLength: 3 }, more), 'maxLength')).toEqual([
      'accepted',
      'recommended',
      'observed',
    ]);
    const all = { wide: { maxLength: 9 }, recommended: { maxLength: 9 } };
    expect(polaritiesOf(value({ maxLength: 3 }, all), 'maxLength')).toEqual([
      'accepted',
      'recommended',
      'rejected',
    ]);
  });

  it('never sends an empty segment in a path', () => {
    expect(polaritiesOf(value({ minLength: 1 }), 'minLength', 'path')).toEqual(['accepted']);
    expect(polaritiesOf(value({ minLength: 1 }, { wide: {} }), 'minLength', 'path')).toEqual(['accepted']);
    expect(polaritiesOf(value({ minLength: 2 }), 'minLength', 'path')).toEqual(['accepted', 'rejected']);
    expect(polaritiesOf(value({ minLength: 1 }), 'minLength', 'body')).toEqual(['accepted', 'rejected']);
  });

  it('tests types in bodies alone, where there are types', () => {
    const nullable = value({ type: 'string' }, { wide: { type: ['string', 'null'] } });
    expect(polaritiesOf(nullable, 'type')).toEqual(['rejected', 'observed']);
    expect(polaritiesOf(nullable, 'type', 'path')).toEqual([]);
  });

  it('knows what each hand-written format can draw', () => {
    expect(polaritiesOf(value({}, { format: 'deadline' }), 'format')).toEqual([
      'accepted',
      'rejected',
      'observed',
    ]);
    expect(polaritiesOf(value({}), 'format')).toEqual([]);
    expect(polaritiesOf(value({}), 'pattern')).toEqual([]);
  });
});

function value(
  narrow: JsonSchema,
  more: { wide?: JsonSchema; recommended?: JsonSchema; format?: string } = {},
): ValueContract {
  return {
    narrow,
    wide: more.wide ?? narrow,
    recommended: more.recommended ?? null,
    format: more.format ?? null,
    constraints: new Map(),
    standing: { level: 'must', basis: 'explicit', sources: [], needs: [] },
    acceptingNeeds: [],
    location: { file: 'a.yaml', line: 1, pointer: '' },
  };
}
