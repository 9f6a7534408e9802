import { Fault } from '../spec/fault.ts';

/**
 * The entries of `table` that `names` ask for, in the table's order.
 * @throws Fault `usage` for a name that the table does not have, with the nearest ones.
 */
export function chooseByName<T extends { readonly name: string }>(
  kind: string,
  table: readonly T[],
  names: readonly string[],
): readonly T[] {
  const known = new Set(table.map(({ name }) => name));
  const stranger = names.find((name) => !known.has(name));
  if (stranger !== undefined) {
    const near = nearestNames(stranger, [...known]).join(', ');
    throw new Fault('usage', `unknown-${kind}`, `There is no ${kind} called “${stranger}”.`, {
      place: { option: `--${kind}` },
      hint: `Near: ${near}. --list-${kind}s shows all of them.`,
    });
  }
  const wanted = new Set(names);
  return table.filter(({ name }) => wanted.has(name));
}

function nearestNames(name: string, known: readonly string[]): readonly string[] {
  const ranked = known.map((other) => ({ other, distance: editDistance(name, other) }));
  ranked.sort((a, b) => a.distance - b.distance);
  return ranked.slice(0, 3).map(({ other }) => other);
}

/** Levenshtein distance in UTF-16 units. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 0; i < from.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j += 1) {
      const replaced = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
