import type { Operation, ValueContract } from '../../spec/contract/contract.ts';
import type { Json } from '../labelled.ts';
import { replaceMember } from '../request/replace-member.ts';
import type { Arguments } from '../request/request-plan.ts';
import { simplestValue, type ValueContext } from '../schema/values.ts';

/** Names for the places of a request that say which share it is about, by parameter name. */
export type PathNames = Readonly<Record<string, string>>;

/**
 * The smallest valid arguments of an operation: required parameters and members only, each as simple as it can be,
 * with `names` where the operation has a path parameter or a required member so called.
 */
export function baseArguments(
  operation: Operation,
  names: PathNames,
  context: Omit<ValueContext, 'place'>,
): Arguments {
  const parameters = { path: {}, query: {}, header: {} } as Record<
    'path' | 'query' | 'header',
    Record<string, string>
  >;
  for (const parameter of operation.parameters) {
    if (!parameter.required) continue;
    const value =
      names[parameter.name] ?? textOf(simplestValue(parameter.value, { ...context, place: parameter.in }));
    parameters[parameter.in][parameter.name] = value;
  }
  return {
    path: parameters.path,
    query: parameters.query,
    headers: parameters.header,
    body: operation.body === null ? undefined : baseBody(operation, names, context),
  };
}

function baseBody(
  operation: Operation,
  names: PathNames,
  context: Omit<ValueContext, 'place'>,
): Json | undefined {
  let body: Json | undefined = {};
  for (const member of operation.body?.members ?? []) {
    const nested = member.pointer.lastIndexOf('/') > 0;
    if (!member.required || nested) continue;
    body = replaceMember(body, member.pointer, names[member.name] ?? simplest(member.value, context));
  }
  return body;
}

function simplest(value: ValueContract, context: Omit<ValueContext, 'place'>): Json {
  return simplestValue(value, { ...context, place: 'body' });
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
