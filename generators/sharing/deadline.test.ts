import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Polarity } from '../../spec/requirements/requirement.ts';
import { DEADLINE } from '../schema/sharing-contracts.fixture.ts';
import { valuesFor } from '../schema/values.ts';

const CLOCKS = [
  '2026-03-04T05:06:07.890Z',
  '2027-12-31T23:59:59Z',
  '2028-02-29T00:00:00Z',
  '2030-01-01T00:00:00Z',
  '2095-06-01T12:00:00Z',
].map((text) => new Date(text));

describe('deadlines', () => {
  it.each(CLOCKS)('at %s are what the rulings say, read by another recogniser', (clock) => {
    const wrong = (['accepted', 'rejected', 'observed'] as const).flatMap((polarity) =>
      drawn(clock, polarity, 100).filter(({ text }) => classify(text, clock) !== polarity),
    );
    expect(wrong).toEqual([]);
  });

  it('cover the edges of the calendar', () => {
    const texts = drawn(CLOCKS[0] ?? new Date(), 'accepted', 400).map(({ text }) => text);
    const due = [
      /^forever$/,
      /-02-29T/,
      /-02-28T/,
      /-31T/,
      /-30T/,
      /^2099-12-31T23:59:59/,
      /T00:00:00/,
      /T23:59:59/,
    ];
    expect(due.filter((shape) => !texts.some((text) => shape.test(text)))).toEqual([]);
    expect(texts.some((text) => text.endsWith('.000Z'))).toBe(true);
  });

  it('break one field of calendar or clock at a time', () => {
    const clock = CLOCKS[0] ?? new Date();
    const labels = valuesFor(DEADLINE, 'format', 'rejected', { clock, place: 'body' }).map(
      ({ label }) => label,
    );
    expect(labels).toEqual([
      '30 February',
      '31 February',
      '29 February of a common year',
      '31st of a month with 30 days',
      'month 00',
      'month 13',
      'month far beyond 12',
      'day 00',
      'day 32',
      'day far beyond 31',
      'hour 25 or more',
      'minute 60 or more',
      'second 61 or more',
    ]);
  });

  it.each([
    ['30 February', '2027-02-30T00:00:00Z'],
    ['29 February of a common year', '2027-02-29T00:00:00Z'],
    ['31st of a month with 30 days', '2027-04-31T00:00:00Z'],
    ['month 13', '2027-13-01T00:00:00Z'],
    ['hour 25 or more', '2027-01-01T25:00:00Z'],
    ['second 61 or more', '2027-01-01T00:00:61Z'],
  ])('shrink %s to %s', (label, least) => {
    const clock = CLOCKS[0] ?? new Date();
    const found = valuesFor(DEADLINE, 'format', 'rejected', { clock, place: 'body' }).find(
      (one) => one.label === label,
    );
    const arbitrary = found?.arbitrary ?? fc.constant('');
    const { counterexample } = fc.check(
      fc.property(arbitrary, () => false),
      { seed: 4, numRuns: 1 },
    );
    expect(counterexample).toEqual([least]);
  });

  it('depend on the clock alone', () => {
    const [clock = new Date()] = CLOCKS;
    expect(drawn(clock, 'accepted', 20)).toEqual(drawn(new Date(clock), 'accepted', 20));
  });
});

function drawn(clock: Date, polarity: Polarity, numRuns: number): { label: string; text: string }[] {
  return ['pattern', 'format'].flatMap((keyword) =>
    valuesFor(DEADLINE, keyword, polarity, { clock, place: 'body' }).flatMap(({ label, arbitrary }) =>
      fc.sample(arbitrary, { seed: 8, numRuns }).map((text) => ({ label, text: String(text) })),
    ),
  );
}

/** Rows 10 to 12 of the rulings, written a second time. */
function classify(text: string, clock: Date): 'accepted' | 'rejected' | 'observed' {
  if (text === 'forever') return 'accepted';
  if (!/[0-9]/.test(text)) return text.trim().toLowerCase() === 'forever' ? 'observed' : 'rejected';
  const fields = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{3})?Z$/.exec(text)?.slice(1).map(Number);
  if (fields === undefined) return 'observed';
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (days === undefined || day < 1 || day > days || hour > 24 || minute > 59 || second > 60)
    return 'rejected';
  if (hour === 24 || second === 60) return 'observed';
  const ahead = Date.parse(text) - clock.getTime();
  return ahead >= 2 * 86_400_000 && year <= 2099 ? 'accepted' : 'observed';
}
