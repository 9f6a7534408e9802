import { ownDescription } from '../../spec/package-root.ts';
import { quote } from '../../suites/exchange/curl.ts';
import type { Plan } from '../../suites/judge/plan.ts';
import type { RunOptions } from './run-options.ts';

/** The command line that repeats a run; secrets stay out of it. */
export function repeatLine(plan: Plan, options: RunOptions): string {
  const words = ['npx swr-conformance run'];
  const add = (option: string, value: string | undefined) => {
    if (value !== undefined) words.push(option, /^[\w@%+=:,./-]+$/.test(value) ? value : quote(value));
  };
  add('--target', options.target);
  add('--provisioning', options.provisioning);
  for (const name of options.namespace ?? []) add('--namespace', name);
  for (const name of options.repository ?? []) add('--repository', name);
  for (const name of options.account ?? []) add('--account', name);
  for (const pattern of options.only ?? []) add('--only', pattern);
  for (const pattern of options.skip ?? []) add('--skip', pattern);
  if (options.spec !== ownDescription()) add('--spec', options.spec);
  add('--token-file', options.tokenFile);
  if (options.level !== 'must') add('--level', options.level);
  if (options.requireAll === true) words.push('--require-all');
  add('--max-requests', options.maxRequests?.toString());
  add('--concurrency', options.concurrency?.toString());
  add('--profile', plan.profile);
  add('--seed', String(plan.seed));
  // Any other target keeps its own time, and would be refused a clock that is not today's.
  if (options.target === undefined) add('--clock', plan.clock.toISOString());
  return words.join(' ');
}
