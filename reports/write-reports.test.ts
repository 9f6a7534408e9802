import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSampleReport } from './sample/sample-report.ts';
import { writeReports } from './write-reports.ts';
import { renderJson } from './writers/json.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'reports-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

describe('writeReports', () => {
  it('makes the directory and leaves nothing in it but the reports', async () => {
    const target = join(directory, 'new', 'reports');
    const paths = await writeReports(readSampleReport(), target, ['json', 'html', 'junit', 'markdown']);
    expect(paths).toEqual(
      ['report.json', 'report.html', 'junit.xml', 'summary.md'].map((name) => join(target, name)),
    );
    expect((await readdir(target)).sort()).toEqual(['junit.xml', 'report.html', 'report.json', 'summary.md']);
  });

  it('writes the formats that were asked for, and replaces what an earlier run left', async () => {
    await writeFile(join(directory, 'report.json'), 'old');
    const paths = await writeReports(readSampleReport(), directory, ['json', 'json']);
    expect(paths).toHaveLength(1);
    expect(await readFile(join(directory, 'report.json'), 'utf8')).toBe(renderJson(readSampleReport()));
  });

  it('says where it could not write, and what to do', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    await expect(writeReports(readSampleReport(), file, ['json'])).rejects.toMatchObject({
      kind: 'usage',
      code: 'report-not-written',
      place: { file, option: '--report-dir' },
    });
  });
});
