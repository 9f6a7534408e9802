import { describe, expect, it } from 'vitest';
import { Fault } from '../spec/fault.ts';
import { REPORT_SCHEMA, validateReport } from './report-schema.ts';
import { readSampleReport } from './sample/sample-report.ts';

describe('validateReport', () => {
  it('takes a report and gives it back as it is', () => {
    const report = readSampleReport();
    expect(validateReport(report)).toBe(report);
  });

  it('misses every member that is taken away, wherever it stood', () => {
    const paths = memberPaths(readSampleReport());
    expect(paths.length).toBeGreaterThan(200);
    for (const path of paths) {
      const spoiled = changed(path, (parent, key) => delete parent[key]);
      expect(faultOf(spoiled), path.join('/')).toMatchObject({ code: 'invalid-report' });
    }
  });

  it('refuses an unknown member and names it', () => {
    const fault = faultOf(changed(['run', 'scope', 'x'], (parent, key) => (parent[key] = 1)));
    expect(fault.message).toBe(
      'This is no report of schema version 1.0: /run/scope has an unknown member "x".',
    );
  });

  it('refuses another schema version and points to it', () => {
    const fault = faultOf({ ...readSampleReport(), schemaVersion: '2.0' });
    expect(fault.place).toEqual({ pointer: '/schemaVersion' });
    expect(fault.message).toContain('/schemaVersion must be "1.0"');
    expect(fault.kind).toBe('usage');
  });

  it('refuses a word that is no outcome and lists those that are', () => {
    const fault = faultOf(
      changed(['requirements', '0', 'outcome'], (parent, key) => (parent[key] = 'passed')),
    );
    expect(fault.place.pointer).toBe('/requirements/0/outcome');
    expect(fault.message).toContain('must be one of ["upheld","violated","not-judged"]');
  });

  it.each([null, 'text', 7, [], {}])('refuses %j, which is no report at all', (value) => {
    expect(faultOf(value)).toMatchObject({ kind: 'usage', code: 'invalid-report' });
  });

  it('names the file that it was told', () => {
    expect(() => validateReport({}, 'old.json')).toThrow(
      expect.objectContaining({ place: { file: 'old.json', pointer: '' } }),
    );
  });
});

describe('the schema', () => {
  it('carries its version in its id', () => {
    expect(REPORT_SCHEMA['$id']).toBe('urn:swr-conformance:report:1.0');
    expect(REPORT_SCHEMA['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
  });
});

function faultOf(value: unknown): Fault {
  try {
    validateReport(value);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('It was taken for a report.');
}

/** Paths of all members, but not of the entries of maps, which may be missing. */
function memberPaths(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, key];
    if (key === 'headers' || key === 'statuses') return [at];
    return Array.isArray(value) ? memberPaths(inner, at) : [at, ...memberPaths(inner, at)];
  });
}

function changed(
  path: readonly string[],
  change: (parent: Record<string, unknown>, key: string) => void,
): unknown {
  const report: unknown = readSampleReport();
  let parent: unknown = report;
  for (const key of path.slice(0, -1)) parent = isRecord(parent) ? parent[key] : undefined;
  const key = path.at(-1);
  if (!isRecord(parent) || key === undefined) throw new Error(`There is no ${path.join('/')}.`);
  change(parent, key);
  return report;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
