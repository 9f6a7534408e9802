import { describe, expect, test } from 'vitest';
import { bendRules } from '../deviation.ts';
import { OPERATIONS } from '../operation.ts';
import { HEALTHY_RULES } from '../rules/rules.ts';
import { PROGRAMME } from '../testing/programme.ts';
import { differs, perform, rehearse } from '../testing/rehearsal.ts';
import { DEFECTS } from './index.ts';

const healthy = rehearse(HEALTHY_RULES, PROGRAMME);

describe('the table of defects', () => {
  test('Names are unique, in kebab-case, and end with the operation.', () => {
    const names = DEFECTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(
      DEFECTS.filter(({ name, operation }) => !/^[a-z0-9-]+\.\w+$/.test(name) || !name.endsWith(operation)),
    ).toEqual([]);
  });

  test('Each defect names a requirement of an operation, and is one plain sentence.', () => {
    const id = new RegExp(`^(?:${OPERATIONS.join('|')})/[a-z0-9-]+$`);
    expect(DEFECTS.filter(({ requirement }) => !id.test(requirement))).toEqual([]);
    expect(
      DEFECTS.filter(({ title }) => !/^(?:Create|List|Show|Update|Delete) [^.]+.*\.$/.test(title)),
    ).toEqual([]);
  });

  test('There are at least a hundred of them, in all operations.', () => {
    expect(DEFECTS.length).toBeGreaterThan(100);
    expect(new Set(DEFECTS.map(({ operation }) => operation)).size).toBe(5);
  });
});

test('The healthy endpoint never answers with a fault of its own.', () => {
  expect(healthy.filter(({ status }) => status >= 500)).toEqual([]);
  expect(new Set(healthy.map(({ status }) => status))).toEqual(new Set([200, 201, 204, 400, 401, 404, 409]));
});

test.each(DEFECTS.map((defect) => [defect.name, defect] as const))(
  '%s is hit, and is seen from outside.',
  (_, { operation, bends }) => {
    let hits = 0;
    const watch = {
      applies: (call: { operation: string | null }) => call.operation === operation,
      hit: () => (hits += 1),
    };
    let at = 0;
    let seen = false;
    for (const answer of perform(bendRules(HEALTHY_RULES, bends, watch), PROGRAMME)) {
      seen ||= differs(answer, healthy[at]);
      at += 1;
      if (seen && hits > 0) {
        break;
      }
    }
    expect([seen, hits > 0]).toEqual([true, true]);
  },
);
