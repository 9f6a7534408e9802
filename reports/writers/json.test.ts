import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateReport } from '../report-schema.ts';
import { readSampleReport } from '../sample/sample-report.ts';
import { renderJson } from './json.ts';

describe('renderJson', () => {
  it('writes a report that can be read back', () => {
    const text = renderJson(readSampleReport());
    expect(renderJson(validateReport(JSON.parse(text)))).toBe(text);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('sorts requirements, findings and discrepancies by id', () => {
    const { discrepancies, findings, requirements } = validateReport(
      JSON.parse(renderJson(readSampleReport())),
    );
    for (const items of [discrepancies, findings, requirements]) {
      const ids = items.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
      expect(ids.length).toBeGreaterThan(1);
    }
  });

  it('puts keys in one order, whatever order they came in', () => {
    const report = readSampleReport();
    const backwards = validateReport(reverseKeys(report));
    expect(Object.keys(backwards)).not.toEqual(Object.keys(report));
    expect(renderJson(backwards)).toBe(renderJson(report));
  });

  it('writes hidden characters as escapes that read back as they were', () => {
    const report = readSampleReport();
    const title = 'a\u202eb\u{e0001}c\u0000d\ud800';
    const text = renderJson({ ...report, contract: { ...report.contract, title } });
    expect(text).toContain('"a\\u202eb\\udb40\\udc01c\\u0000d\\ud800"');
    expect(validateReport(JSON.parse(text)).contract.title).toBe(title);
  });

  it('loses no header, whatever its name', () => {
    const names = fc.constantFrom('constructor', '__proto__', 'toString', '7', 'x-a');
    fc.assert(
      fc.property(fc.array(names), (keys) => {
        const report = readSampleReport();
        const headers = Object.fromEntries(keys.map((key) => [key, 'value']));
        const findings = report.findings.map((finding) => ({
          ...finding,
          steps: finding.steps.map((step) => ({ ...step, request: { ...step.request, headers } })),
        }));
        const read = validateReport(JSON.parse(renderJson({ ...report, findings })));
        const found = Object.keys(read.findings[0]?.steps[0]?.request.headers ?? {});
        expect(found.sort()).toEqual(Object.keys(headers).sort());
      }),
      { numRuns: 30 },
    );
  });
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reverseKeys(inner)]),
  );
}
