import { describe, expect, it } from 'vitest';
import { DEFECTS } from '../mock/defects/index.ts';
import { startEndpoint } from '../mock/endpoint.ts';
import { runInProcess } from './testing/command.ts';

interface FirstDefect {
  readonly defect: string;
  /** The requirement that the defect was made to break. */
  readonly breaks: string;
  /** What cannot hold either once it is broken. */
  readonly follows?: readonly string[];
}

const FIRST_DEFECTS: readonly FirstDefect[] = [
  {
    defect: 'namespace-upper-case-accepted.updateRepoDomains',
    breaks: 'updateRepoDomains/namespace-pattern-rejected',
  },
  {
    defect: 'repository-129-characters-accepted.listRepoDomains',
    breaks: 'listRepoDomains/repository-max-length-rejected',
  },
  {
    defect: 'encoded-dollar-not-understood.showAccessDomain',
    breaks: 'showAccessDomain/repository-wire-accepted',
  },
  { defect: 'permit-any-case-accepted.createRepoDomains', breaks: 'createRepoDomains/permit-const-rejected' },
  {
    defect: 'deadline-30-february-accepted.updateRepoDomains',
    breaks: 'updateRepoDomains/deadline-format-rejected',
  },
  { defect: 'crash-on-long-description.createRepoDomains', breaks: 'createRepoDomains/no-server-error' },
  {
    defect: 'duplicate-answered-201.createRepoDomains',
    breaks: 'createRepoDomains/duplicate-refused',
    follows: [
      'createRepoDomains/deadline-reads-back',
      'createRepoDomains/description-reads-back',
      'createRepoDomains/simultaneous-duplicates-create-one',
    ],
  },
  {
    defect: 'list-leaks-other-repositories.listRepoDomains',
    breaks: 'listRepoDomains/only-its-repository',
    follows: ['createRepoDomains/share-listed'],
  },
  {
    defect: 'update-changes-nothing.updateRepoDomains',
    breaks: 'updateRepoDomains/deadline-replaced',
    follows: ['updateRepoDomains/description-replaced', 'updateRepoDomains/updated-moves-forward'],
  },
  { defect: 'token-empty-accepted.deleteRepoDomains', breaks: 'deleteRepoDomains/token-empty-rejected' },
  { defect: 'success-answered-200.updateRepoDomains', breaks: 'updateRepoDomains/success-status' },
  { defect: 'item-without-creator-name.listRepoDomains', breaks: 'listRepoDomains/response-200-schema' },
  {
    defect: 'status-inverted.listRepoDomains',
    breaks: 'listRepoDomains/status-true-while-valid',
    follows: ['listRepoDomains/status-false-after-deadline', 'showAccessDomain/equals-listed-item'],
  },
];

describe('a defect is found by the requirement that it was made to break', () => {
  it.each(FIRST_DEFECTS)('$defect breaks $breaks', async ({ defect, breaks, follows = [] }) => {
    expect(DEFECTS.find(({ name }) => name === defect)?.requirement).toBe(breaks);
    const endpoint = await startEndpoint({ defects: [defect] });
    try {
      const args = ['--target', endpoint.url, '--token', endpoint.token, '--seed', '1'];
      const { code, report } = await runInProcess(args);
      const found = new Set(report.findings.map(({ requirement }) => requirement));
      expect([...found]).toContain(breaks);
      expect([...found].filter((id) => id !== breaks && !follows.includes(id))).toEqual([]);
      expect({ code, verdict: report.verdict }).toEqual({ code: 1, verdict: 'non-conformant' });
    } finally {
      await endpoint.close();
    }
  });

  it('They are spread over all five operations.', () => {
    const operations = new Set(FIRST_DEFECTS.map(({ breaks }) => breaks.split('/')[0]));
    expect(operations.size).toBe(5);
  });
});

describe('an endpoint without a defect is accused of nothing, whatever the seed', () => {
  const seeds = Array.from({ length: 20 }, (_, index) => index * 104_729 - 1_000_000);

  it.each(seeds)('With seed %i nothing is found and nothing is left open.', async (seed) => {
    const { code, report } = await runInProcess(['--seed', String(seed)]);
    expect(report.findings.map(({ title }) => title)).toEqual([]);
    const open = report.requirements.filter(
      ({ outcome, level }) => outcome !== 'upheld' && level !== 'observe',
    );
    expect(open.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    expect({ code, verdict: report.verdict, left: report.resources.left }).toEqual({
      code: 0,
      verdict: 'conformant',
      left: [],
    });
  });
});
