import { compareText, sortById } from '../order.ts';
import type { Report } from '../report.ts';
import { REPORT_SCHEMA } from '../report-schema.ts';
import { showHidden } from '../visible-text.ts';

type Plain = Readonly<Record<string, unknown>>;

/**
 * The report as `report.json`: keys in the order of the schema, maps by key, requirements, findings and
 * discrepancies by id, so that two runs diff well. Hidden characters are written as escapes: the same JSON, but
 * nothing that turns a terminal or a diff around.
 */
export function renderJson(report: Report): string {
  const sorted: Report = {
    ...report,
    requirements: sortById(report.requirements).map((requirement) => ({
      ...requirement,
      findings: [...requirement.findings].sort(compareText),
    })),
    findings: sortById(report.findings),
    discrepancies: sortById(report.discrepancies),
    resources: { ...report.resources, left: [...report.resources.left].sort(compareText) },
  };
  return `${showHidden(JSON.stringify(arrange(sorted, REPORT_SCHEMA), null, 2), escapeCodePoint)}\n`;
}

/** Puts the keys of every object into the order in which the schema lists its properties. */
function arrange(value: unknown, schema: unknown): unknown {
  const found = resolve(schema);
  if (Array.isArray(value)) return value.map((item) => arrange(item, found['items']));
  if (!isPlain(value)) return value;
  const properties = isPlain(found['properties']) ? found['properties'] : {};
  const known = Object.keys(properties).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !Object.hasOwn(properties, key));
  return Object.fromEntries(
    [...known, ...others.sort(compareText)].map((key) => [key, arrange(value[key], properties[key])]),
  );
}

/** Follows `$ref`, and takes the first branch of `anyOf`: the one that is not null. */
function resolve(schema: unknown): Plain {
  if (!isPlain(schema)) return {};
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const definitions = REPORT_SCHEMA['$defs'];
    return isPlain(definitions) ? resolve(definitions[reference.replace('#/$defs/', '')]) : {};
  }
  return Array.isArray(schema['anyOf']) ? resolve(schema['anyOf'][0]) : schema;
}

/** `U+E0001` as `\udb40\udc01`: JSON escapes code units (RFC 8259, section 7). */
function escapeCodePoint(name: string): string {
  const units = String.fromCodePoint(Number.parseInt(name.slice(2), 16)).split('');
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
