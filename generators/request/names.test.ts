import { describe, expect, it } from 'vitest';
import { type NameKey, nameCounter, uniqueName } from './names.ts';

const KEY: NameKey = { seed: 1, clock: '2030-01-15', group: 'a/b', stream: 0, index: 0, attempt: 0 };

describe('uniqueName', () => {
  it('is the same for the same key, and another one for any other', () => {
    const others: Partial<NameKey>[] = [
      { seed: 2 },
      { seed: -1 },
      { clock: '2030-01-16' },
      { group: 'a/c' },
      { stream: 1 },
      { index: 1 },
      { attempt: 1 },
    ];
    const names = others.map((change) => uniqueName({ ...KEY, ...change }));
    expect(uniqueName({ ...KEY })).toBe(uniqueName(KEY));
    expect(new Set([uniqueName(KEY), ...names]).size).toBe(others.length + 1);
  });

  it('is not taken twice by any case of a long run', () => {
    const names = new Set<string>();
    for (let index = 0; index < 20_000; index += 1)
      names.add(
        uniqueName({ ...KEY, stream: index % 16, index: Math.floor(index / 16), attempt: index % 3 }),
      );
    expect(names.size).toBe(20_000);
  });

  it('is a name that every reading accepts, with room for what is put behind it', () => {
    for (let index = 0; index < 500; index += 1) expect(uniqueName({ ...KEY, index })).toMatch(/^[a-z]{9}$/);
  });
});

describe('nameCounter', () => {
  it('counts in letters, and gives each number its own', () => {
    expect([0, 1, 25, 26, 27, 701].map(nameCounter)).toEqual(['a', 'b', 'z', 'ba', 'bb', 'baz']);
    const counted = Array.from({ length: 2000 }, (_, number) => nameCounter(number));
    expect(new Set(counted).size).toBe(2000);
    expect(counted.filter((name) => !/^[a-z]+$/.test(name))).toEqual([]);
  });
});
