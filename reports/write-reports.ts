import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../spec/fault.ts';
import type { Report } from './report.ts';
import { type Format, WRITERS } from './writers/writers.ts';

/**
 * Writes the report in each format and returns the paths, in the order of the formats. Each file appears whole
 * or not at all: it is written beside its place and renamed. Throws `Fault('usage', 'report-not-written')`.
 */
export async function writeReports(
  report: Report,
  directory: string,
  formats: readonly Format[],
): Promise<string[]> {
  try {
    await mkdir(directory, { recursive: true });
    const paths: string[] = [];
    for (const format of new Set(formats)) {
      const path = join(directory, WRITERS[format].file);
      await writeWhole(path, WRITERS[format].render(report));
      paths.push(path);
    }
    return paths;
  } catch (cause) {
    throw notWritten(directory, cause);
  }
}

/**
 * Makes the directory, so that a run that could not write its report does not begin. Throws
 * `Fault('usage', 'report-not-written')` where it cannot be made or written to.
 */
export async function prepareDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK);
  } catch (cause) {
    throw notWritten(directory, cause);
  }
}

function notWritten(directory: string, cause: unknown): Fault {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Fault('usage', 'report-not-written', `The report could not be written: ${message}.`, {
    place: { file: directory, option: '--report-dir' },
    hint: 'Name a directory that can be written to.',
    cause,
  });
}

async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
