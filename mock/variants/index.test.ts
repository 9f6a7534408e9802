import { describe, expect, test } from 'vitest';
import { bendRules } from '../deviation.ts';
import { HEALTHY_RULES } from '../rules/rules.ts';
import { PROGRAMME } from '../testing/programme.ts';
import { isSeen, rehearse } from '../testing/rehearsal.ts';
import { VARIANTS } from './index.ts';

const always = { applies: () => true, hit: () => undefined };
const healthy = rehearse(HEALTHY_RULES, PROGRAMME);
/** Their routes are not rehearsed; endpoint-variants.test.ts asks for them over the wire. */
const OUTSIDE = new Set(['repos-in-path', 'url-refused-by-gateway']);

describe('the table of variants', () => {
  test('Names are unique and in kebab-case, titles are sentences.', () => {
    const names = VARIANTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(VARIANTS.filter(({ name, title }) => !/^[a-z0-9-]+$/.test(name) || !title.endsWith('.'))).toEqual(
      [],
    );
  });

  test('There are at least twenty-five of them.', () => {
    expect(VARIANTS.length).toBeGreaterThan(25);
  });
});

test.each(
  VARIANTS.filter(({ name }) => !OUTSIDE.has(name)).map((variant) => [variant.name, variant] as const),
)('%s is seen from outside and answers nothing with a fault of the server.', (_, { bends }) => {
  const answers = rehearse(bendRules(HEALTHY_RULES, bends, always), PROGRAMME);
  expect(isSeen(answers, healthy)).toBe(true);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
});
