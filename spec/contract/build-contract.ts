import { Cursor } from '../document/cursor.ts';
import type { LoadedDocument } from '../document/load-document.ts';
import { Fault } from '../fault.ts';
import {
  type Behaviour,
  type Contract,
  type InvariantPromise,
  type Operation,
  ROLES,
  type Standing,
} from './contract.ts';
import { readBody, readForms } from './read-body.ts';
import { readParameter } from './read-parameter.ts';
import { readResponse } from './read-response.ts';
import { readSecurity } from './read-security.ts';
import { PLAIN_STANDING, readStanding } from './read-standing.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What holds of any HTTP service, where the description does not list its own (`x-invariants`). */
const PLAIN_INVARIANTS: readonly InvariantPromise[] = [
  { rule: 'no-server-error', title: 'No request is answered with a server error', writesOnly: false },
  { rule: 'answers-in-time', title: 'Every request gets a complete answer in time', writesOnly: false },
].map((plain) => ({ ...plain, standing: { ...PLAIN_STANDING, basis: 'interpreted' } }));

/**
 * The promise of an OpenAPI document as read-only data. Works on any document; the `x-` extensions of
 * spec/README.md add what OpenAPI cannot say.
 * @throws Fault `usage` with file, line and pointer for what is wrong or not supported.
 */
export function buildContract(document: LoadedDocument): Contract {
  const root = new Cursor(document);
  const info = root.member('info');
  const operations = root
    .member('paths')
    .entries()
    .flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = item.get(method);
        return operation === undefined ? [] : [readOperation(root, path, item, method, operation)];
      }),
    );
  if (operations.length === 0) {
    throw new Fault('usage', 'description-empty', 'The description has no operation', {
      place: root.place,
      hint: 'Describe at least one operation under "paths".',
    });
  }
  const invariants = root.get('x-invariants');
  return {
    title: info.member('title').text(),
    version: info.member('version').text(),
    digest: document.digest,
    operations,
    invariants: invariants === undefined ? PLAIN_INVARIANTS : invariants.items().map(readInvariant),
  };
}

function readOperation(
  root: Cursor,
  path: string,
  item: Cursor,
  method: (typeof METHODS)[number],
  cursor: Cursor,
): Operation {
  const standing = readStanding(cursor, PLAIN_STANDING);
  const own = cursor.get('parameters')?.items() ?? [];
  // OpenAPI: a parameter of the operation stands for the one of its path item with the same place and name.
  const shared = (item.get('parameters')?.items() ?? []).filter((one) =>
    own.every((other) => ['in', 'name'].some((key) => one.get(key)?.value !== other.get(key)?.value)),
  );
  const parameters = [...shared, ...own];
  const body = cursor.get('requestBody');
  return {
    id: cursor.member('operationId').text(),
    method: METHOD_NAMES[method],
    path,
    role: cursor.get('x-role')?.word(ROLES) ?? null,
    summary: cursor.get('summary')?.text() ?? '',
    parameters: parameters.map((parameter) => readParameter(parameter, standing)),
    body: body === undefined ? null : readBody(body, standing),
    forms: readForms(cursor.get('x-forms'), standing),
    contentType: cursor.get('x-content-type')?.text() ?? null,
    responses: cursor
      .member('responses')
      .entries()
      .map(([status, response]) => readResponse(status, response, standing)),
    security: readSecurity(root, cursor, standing),
    behaviours: (cursor.get('x-behaviours')?.items() ?? []).map((behaviour) =>
      readBehaviour(behaviour, standing),
    ),
    statusesStanding: readStanding(cursor.get('x-statuses'), { ...standing, basis: 'interpreted' }),
    standing,
    location: cursor.location,
  };
}

const METHOD_NAMES = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
} as const;

function readBehaviour(cursor: Cursor, inherited: Standing): Behaviour {
  return {
    rule: cursor.member('rule').text(),
    title: cursor.member('title').text(),
    standing: readStanding(cursor, inherited),
    location: cursor.location,
  };
}

function readInvariant(cursor: Cursor): InvariantPromise {
  return {
    rule: cursor.member('rule').text(),
    title: cursor.member('title').text(),
    writesOnly: cursor.get('writes-only')?.flag() ?? false,
    standing: readStanding(cursor, { ...PLAIN_STANDING, basis: 'interpreted' }),
  };
}
