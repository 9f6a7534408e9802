import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonSchema } from '../../spec/contract/contract.ts';

/** One way in which a body departs from its schema. */
export interface SchemaDeviation {
  /** Place and keyword, array positions left out: the same for every counterexample. */
  readonly kind: string;
  readonly expected: string;
  readonly actual: string;
}

/** All deviations of a body, one per place and keyword; none where it conforms. */
export function deviationsFrom(schema: JsonSchema, body: unknown): readonly SchemaDeviation[] {
  const validate = compile(schema);
  if (validate(body)) return [];
  const errors = validate.errors ?? [];
  // Where no branch fits, the complaints of each branch would only hide that none does.
  const unions = errors.filter((error) => error.keyword === 'anyOf' || error.keyword === 'oneOf');
  const shown = errors.filter(
    (error) =>
      !unions.some((union) => error !== union && error.schemaPath.startsWith(`${union.schemaPath}/`)),
  );
  const byKind = new Map<string, SchemaDeviation>();
  for (const error of shown) {
    const deviation = describe(error, body);
    if (!byKind.has(deviation.kind)) byKind.set(deviation.kind, deviation);
  }
  return [...byKind.values()];
}

const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, validateFormats: true });
addFormats.default(ajv);
const compiled = new WeakMap<JsonSchema, ValidateFunction>();

function compile(schema: JsonSchema): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

function describe(error: ErrorObject, body: unknown): SchemaDeviation {
  const place = error.instancePath === '' ? 'the body' : error.instancePath;
  const missing: unknown = error.params['missingProperty'];
  const detail = typeof missing === 'string' ? `:${missing}` : '';
  const kind = `${error.instancePath.replaceAll(/\/\d+(?=\/|$)/g, '/*')}#${error.keyword}${detail}`;
  const shown = `${place} is ${shorten(error.instancePath === '' ? body : error.data)}`;
  const sentence = SENTENCES[error.keyword]?.(error.params, error.schema);
  return {
    kind,
    expected: `${place} ${sentence ?? `keeps ${error.keyword} ${shorten(error.schema)}`}`,
    actual: typeof missing === 'string' ? `${place} has no member ${missing}` : shown,
  };
}

type Params = Readonly<Record<string, unknown>>;

/** Ajv's complaints as sentences about what should be. */
const SENTENCES: Readonly<Record<string, (params: Params, schema: unknown) => string>> = {
  type: (params) => `is of type ${[params['type']].flat().join(' or ')}`,
  required: (params) => `has the member ${String(params['missingProperty'])}`,
  const: (_params, schema) => `is ${shorten(schema)}`,
  enum: (_params, schema) => `is one of ${shorten(schema)}`,
  pattern: (params) => `matches ${String(params['pattern'])}`,
  format: (params) => `has the format ${String(params['format'])}`,
  minLength: (params) => `has at least ${String(params['limit'])} characters`,
  maxLength: (params) => `has at most ${String(params['limit'])} characters`,
  minItems: (params) => `has at least ${String(params['limit'])} items`,
  maxItems: (params) => `has at most ${String(params['limit'])} items`,
  maxProperties: (params) => `has at most ${String(params['limit'])} members`,
  additionalProperties: (params) => `has no further member ${String(params['additionalProperty'])}`,
  anyOf: () => 'has one of the documented shapes',
  oneOf: () => 'has exactly one of the documented shapes',
};

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
