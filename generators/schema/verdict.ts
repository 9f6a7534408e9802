import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonSchema, ValueContract } from '../../spec/contract/contract.ts';

// Formats have generators of their own; as in JSON Schema, `format` alone asserts nothing.
const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/** Whether a value is valid under one reading. Schemas are compiled once. */
export function isValid(schema: JsonSchema, value: unknown): boolean {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  return validate(value) === true;
}

export type Verdict = 'accepted' | 'recommended' | 'rejected' | 'observed';

/** What the schemas of a value say about it; a format may say more. */
export function verdictOf({ narrow, recommended, wide }: ValueContract, value: unknown): Verdict {
  if (!isValid(wide, value)) return 'rejected';
  if (isValid(narrow, value)) return 'accepted';
  return recommended !== null && isValid(recommended, value) ? 'recommended' : 'observed';
}
