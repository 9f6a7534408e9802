import type { ReceivedResponse } from '../../reports/exchange.ts';
import type { Operation } from '../../spec/contract/contract.ts';
import { Fault } from '../../spec/fault.ts';
import { responseOf, type Step } from '../checks/case-record.ts';
import { errorCodes, isNotFoundCode } from '../checks/error-codes.ts';
import { parseJson } from '../checks/parse-json.ts';
import { deviationsFrom } from '../checks/schema-deviations.ts';
import { type Target, targetUrl } from '../exchange/target.ts';
import { caseNames } from './case-names.ts';
import type { Execution } from './execute-case.ts';
import { canShare, type Scope } from './scope.ts';
import { Session } from './session.ts';

/**
 * Makes sure that there is something to judge: at least one operation must answer a valid request as the service
 * would. One that answers, however wrongly, is judged and not turned away here.
 * @throws Fault `target` with the reason in its first line.
 */
export async function preflight(target: Target, execution: Execution): Promise<void> {
  const { plan, ground } = execution;
  const session = new Session(ground);
  const key = {
    seed: plan.seed,
    clock: plan.clock.toISOString(),
    group: 'preflight',
    stream: 0,
    index: 0,
    attempt: 0,
  };
  const names = caseNames(ground.resource, plan.scope.provisions, key).share(0, 0);
  const safe = plan.contract.operations.filter((operation) => isAllowed(operation, plan.scope));
  if (safe.length === 0) return;
  const steps: Step[] = [];
  try {
    for (const operation of inOrder(safe)) {
      const step = await session.ask(operation, { purpose: 'control', expectation: 'accept', names });
      steps.push(step);
      if (knowsNoParents(step, plan.scope)) throw parentsNotFound(targetUrl(target));
      if (answersLikeTheService(step)) return;
      const { outcome } = step.exchange;
      // Nobody there, or nobody we may talk to: asking again would not help.
      if (outcome.kind === 'failure' && outcome.failure.kind === 'connection') break;
    }
  } finally {
    if (canShare(plan.scope)) await session.cleanUp();
  }
  throw explain(target, steps, execution);
}

/** Writes need consent, and whatever names an account needs one to name. */
function isAllowed(operation: Operation, scope: Scope): boolean {
  if (canShare(scope)) return true;
  return operation.method === 'GET' && (operation.role !== 'show' || scope.provisions.accounts.length > 0);
}

/** Create first, so that the others have something to answer about. */
function inOrder(operations: readonly Operation[]): Operation[] {
  const rank = (operation: Operation) =>
    ['create', 'list', 'show', 'update', 'delete'].indexOf(operation.role ?? '');
  return operations.toSorted((one, other) => rank(one) - rank(other));
}

/** The documented success status with a body of the documented shape, as far as the operation has one. */
function answersLikeTheService(step: Step): boolean {
  const response = responseOf(step);
  const documented = step.operation.responses.find(({ status }) => status === response?.status);
  if (response === undefined || documented === undefined || documented.status >= 300) return false;
  if (documented.schema === null) return response.body.length === 0;
  if (response.body.length === 0) return documented.bodyOptional;
  const body = parseJson(response.body);
  return body.ok && (Array.isArray(body.value) || deviationsFrom(documented.schema, body.value).length === 0);
}

function explain(target: Target, steps: readonly Step[], execution: Execution): Fault {
  const url = targetUrl(target);
  const answers = steps.flatMap((step) => responseOf(step) ?? []);
  const [first] = answers;
  if (first === undefined) return explainFailure(url, steps);
  const all = (test: (response: ReceivedResponse) => boolean) => answers.every(test);
  if (all(({ status }) => status >= 300 && status < 400)) {
    const where = first.headers['location'] ?? 'somewhere else';
    return fault(
      'redirected',
      `${url} redirects to ${where}`,
      'Give the URL of the service itself, not of a login page.',
    );
  }
  if (all(isHtml))
    return fault('html', `${url} answers with HTML pages`, 'That is a website; give the URL of the API.');
  if (all(({ status }) => status === 401)) {
    const given = target.token === null ? 'A token is needed' : 'The given token is refused';
    return fault(
      'token-refused',
      `${given} by every operation of ${url}`,
      'Give a valid one: --token, --token-file or SWR_AUTH_TOKEN.',
    );
  }
  if (execution.plan.scope.provisions.mode === 'open' && answers.some(isNotFound))
    return parentsNotFound(url);
  const statuses = [...new Set(answers.map(({ status }) => status))].join(', ');
  return fault(
    'not-the-service',
    `No operation of ${url} answers like the service (statuses: ${statuses})`,
    'Check host, port and path prefix; /v2/… is appended to the URL.',
  );
}

/** That any valid name may be used was only assumed, and the first create shows that it is not so. */
function knowsNoParents(step: Step, { provisions }: Scope): boolean {
  const response = responseOf(step);
  if (step.operation.role !== 'create' || provisions.assumed !== true || provisions.mode !== 'open')
    return false;
  return response !== undefined && isNotFound(response);
}

function parentsNotFound(url: string): Fault {
  const hint =
    'If namespaces must exist first, name what may be used: --provisioning fixed --namespace N --repository R --account A. Check the path prefix as well: /v2/… is appended to the URL.';
  return fault('parents-not-found', `${url} does not know the generated namespaces`, hint);
}

function explainFailure(url: string, steps: readonly Step[]): Fault {
  const outcome = steps.at(-1)?.exchange.outcome;
  const failure = outcome?.kind === 'failure' ? outcome.failure : undefined;
  const reason = failure?.message ?? 'no answer';
  const code = failure?.kind === 'connection' ? failure.code : '';
  if (code === 'ECONNREFUSED')
    return fault(
      'nothing-listening',
      `Nothing is listening at ${url}`,
      'Start the endpoint, or check host and port.',
    );
  if (/CERT|TLS|SSL|EPROTO|ALTNAME|SELF_SIGNED|UNABLE_TO/.test(code))
    return fault('tls', `TLS with ${url} failed: ${reason}`, 'Check scheme, port and certificate.');
  if (failure?.kind === 'timeout')
    return fault('no-answer', `${url} does not answer: ${reason}`, 'Check the endpoint, or raise --timeout.');
  return fault('unreachable', `${url} cannot be reached: ${reason}`, 'Check scheme, host and port.');
}

function isHtml(response: ReceivedResponse): boolean {
  return (
    /html/i.test(response.headers['content-type'] ?? '') ||
    /^\s*<(?:!doctype|html)/i.test(new TextDecoder().decode(response.body.subarray(0, 200)))
  );
}

function isNotFound(response: ReceivedResponse): boolean {
  return response.status === 404 || errorCodes(response).some(isNotFoundCode);
}

function fault(code: string, message: string, hint: string): Fault {
  return new Fault('target', code, message, { hint });
}
