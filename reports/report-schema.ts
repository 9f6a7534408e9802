import { createRequire } from 'node:module';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { Fault } from '../spec/fault.ts';
import type { Report } from './report.ts';

/** The published schema; found through the package's own name, so that source and build read the same file. */
export const REPORT_SCHEMA: Record<string, unknown> = createRequire(import.meta.url)(
  'swr-conformance/report.schema.json',
);

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile<Report>(REPORT_SCHEMA);

/**
 * Takes what was read from a file for a report, or says what is wrong with it.
 * Throws `Fault('usage', 'invalid-report')`, whose place carries the pointer and the file where it is known.
 */
export function validateReport(value: unknown, file?: string): Report {
  if (validate(value)) return value;
  const error = validate.errors?.[0];
  const pointer = error?.instancePath ?? '';
  throw new Fault('usage', 'invalid-report', `This is no report of schema version 1.0: ${describe(error)}.`, {
    place: file === undefined ? { pointer } : { file, pointer },
    hint: 'Give the report.json of a run, unchanged, and written by a version that uses the same schema version.',
  });
}

function describe(error: ErrorObject | undefined): string {
  if (error === undefined) return 'it does not match the schema';
  const where = error.instancePath === '' ? 'the document' : error.instancePath;
  const { keyword, params } = error;
  if (keyword === 'additionalProperties')
    return `${where} has an unknown member "${params['additionalProperty']}"`;
  if (keyword === 'required') return `${where} lacks "${params['missingProperty']}"`;
  if (keyword === 'const') return `${where} must be ${JSON.stringify(params['allowedValue'])}`;
  if (keyword === 'enum') return `${where} must be one of ${JSON.stringify(params['allowedValues'])}`;
  return `${where} ${error.message ?? 'does not match the schema'}`;
}
