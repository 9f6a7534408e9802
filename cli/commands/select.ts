import { Fault } from '../../spec/fault.ts';
import type { Requirement } from '../../spec/requirements/requirement.ts';

/**
 * The requirements that `--only` and `--skip` leave; ids or globs in which `*` stands for any text. It may leave none.
 * @throws Fault `usage` for a pattern that matches nothing beside others that do: a slip that would go unnoticed.
 */
export function select(
  catalogue: readonly Requirement[],
  only: readonly string[],
  skip: readonly string[],
): readonly Requirement[] {
  const wanted = only.map(globPattern);
  const unwanted = skip.map(globPattern);
  const selected = catalogue.filter(
    ({ id }) =>
      (wanted.length === 0 || wanted.some((one) => one.test(id))) && !unwanted.some((one) => one.test(id)),
  );
  const idle = only.find((_pattern, index) => !catalogue.some(({ id }) => wanted[index]?.test(id)));
  if (selected.length > 0 && idle !== undefined) {
    throw new Fault('usage', 'pattern-matches-nothing', `No requirement matches "${idle}"`, {
      place: { option: '--only' },
      hint: 'swr-conformance requirements lists all ids; quote globs, e.g. --only "createRepoDomains/*".',
    });
  }
  return selected;
}

function globPattern(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
