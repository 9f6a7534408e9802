import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildContract } from '../../spec/contract/build-contract.ts';
import { ownDescription } from '../../spec/package-root.ts';
import { buildCatalogue } from '../../spec/requirements/catalogue.ts';
import type { Command, Room } from './scenario.ts';
import { scenarioPlans } from './scenarios.ts';

const contract = buildContract({
  file: 'openapi.yaml',
  root: parse(readFileSync(ownDescription(), 'utf8')),
  digest: 'sha256:0',
  lineOf: () => 1,
});
const behaviours = buildCatalogue(contract).flatMap(({ rule }) =>
  rule.kind === 'behaviour' ? [rule.behaviour] : [],
);
const CLOCK = new Date('2030-01-15T12:00:00Z');
const PLENTY: Room = { repositories: Number.POSITIVE_INFINITY, accounts: Number.POSITIVE_INFINITY };
const plansIn = (room: Room) => scenarioPlans(contract, CLOCK, room);
const PLANS = plansIn(PLENTY);

/** Some lives of every scenario, with the scenario's name. */
function lives(room: Room = PLENTY): { name: string; commands: readonly Command[] }[] {
  return plansIn(room).flatMap(({ scenarios }) =>
    scenarios.flatMap(({ arbitrary }) => fc.sample(arbitrary, { numRuns: 3, seed: 1 })),
  );
}

describe('scenarios', () => {
  it('show every behaviour that a single request cannot', () => {
    const shown = new Set(PLANS.flatMap(({ shows }) => shows));
    const alone = new Set(['error-code-matches-status', 'alias-path-observed']);
    expect(behaviours.filter((rule) => !shown.has(rule) && !alone.has(rule))).toEqual([]);
  });

  it('show nothing that the description does not ask for', () => {
    for (const { name, shows } of PLANS)
      expect([name, shows.filter((rule) => !behaviours.includes(rule))]).toEqual([name, []]);
  });

  it('have names and labels of their own', () => {
    const names = PLANS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { scenarios } of PLANS)
      expect(new Set(scenarios.map(({ label }) => label)).size).toBe(scenarios.length);
  });

  it('ask a repository only after something was shared in it', () => {
    for (const { name, commands } of lives()) {
      const grounded = commands.every((command, index) =>
        commands
          .slice(0, index + 1)
          .some(({ role, repository }) => role === 'create' && repository === command.repository),
      );
      expect([name, grounded]).toEqual([name, true]);
    }
  });

  it('end in a reading, so that no write goes unseen', () => {
    for (const { name, commands } of lives())
      expect([name, ['list', 'show', 'delete'].includes(commands.at(-1)?.role ?? '')]).toEqual([name, true]);
  });

  it('are the same for the same seed', () => {
    expect(lives()).toEqual(lives());
  });

  it('send no account to real ones unless it is marked', () => {
    const marked = new Set(PLANS.filter((one) => one.unusualAccounts === true).map(({ name }) => name));
    expect(marked.size).toBeGreaterThan(0);
    for (const { name, commands } of lives())
      if (!marked.has(name))
        expect(commands.some(({ accountName }) => accountName !== undefined)).toBe(false);
  });

  it('send no account that routers on the way may rewrite', () => {
    const accounts = lives().flatMap(({ commands }) =>
      commands.flatMap(({ accountName }) => accountName ?? []),
    );
    expect(accounts).toContain('a+b');
    expect(
      accounts.filter((one) => /[/\\\p{Cc}\p{Cs}]/u.test(one) || one.trim() !== one || /^\.{1,2}$/.test(one)),
    ).toEqual([]);
  });

  it('keep within the room there is, down to one repository and one account', () => {
    for (const room of [
      { repositories: 1, accounts: 1 },
      { repositories: 2, accounts: 1 },
      { repositories: 1, accounts: 3 },
    ])
      for (const { repository, account } of lives(room).flatMap(({ commands }) => commands))
        expect([repository < room.repositories, account < room.accounts]).toEqual([true, true]);
    expect(lives({ repositories: 1, accounts: 1 }).some(({ commands }) => commands.length > 2)).toBe(true);
  });

  it('wait only in those that are run once', () => {
    const once = new Set(PLANS.filter((one) => one.once === true).map(({ name }) => name));
    const waiting = lives().filter(({ commands }) => commands.some(({ wait }) => wait !== undefined));
    expect(waiting.map(({ name }) => name).filter((name) => !once.has(name))).toEqual([]);
    expect(waiting.length).toBeGreaterThan(0);
  });

  it('do not exist for a contract without all the roles', () => {
    const operations = contract.operations.filter(({ role }) => role !== 'show');
    expect(scenarioPlans({ ...contract, operations }, CLOCK, PLENTY)).toEqual([]);
  });
});

describe('the lives of scenarios', () => {
  const first = (name: string) => {
    const found = lives().find((one) => one.name === name);
    return found?.commands.map(({ role, repository, account }) => `${role} ${repository} ${account}`);
  };

  it('create twice and read after each in between', () => {
    expect(first('duplicate')).toEqual([
      'create 0 0',
      'list 0 0',
      'create 0 0',
      'list 0 0',
      'create 0 0',
      'list 0 0',
    ]);
  });

  it('share with a hundred accounts', () => {
    const created = first('hundred-shares')?.filter((command) => command.startsWith('create'));
    expect(new Set(created).size).toBe(100);
  });

  it('draw deadlines that must be accepted, and descriptions that read back', () => {
    const bodies = lives().flatMap(({ commands }) =>
      commands.flatMap(({ body, open }) => (body === undefined || open === true ? [] : [body])),
    );
    expect(bodies.length).toBeGreaterThan(20);
    for (const { deadline } of bodies)
      if (deadline !== undefined && deadline !== 'forever')
        expect(Date.parse(String(deadline))).toBeGreaterThan(CLOCK.getTime() + 2 * 86_400_000 - 1);
  });
});
