import { Fault } from '../spec/fault.ts';

/**
 * A clock in microseconds since 1970 that starts at `start` (ISO 8601; null: now) and runs on.
 * It never gives the same reading twice, so that later is always greater.
 * @throws Fault `usage` where `start` is no time.
 */
export function startClock(start: string | null): () => number {
  const startedAt = start === null ? Date.now() : Date.parse(start);
  if (Number.isNaN(startedAt)) {
    throw new Fault('usage', 'clock-unreadable', `“${start}” is no time.`, {
      hint: 'Write it like 2030-01-31T12:00:00Z.',
    });
  }
  const origin = process.hrtime.bigint();
  let last = 0;
  return () => {
    const elapsed = Number((process.hrtime.bigint() - origin) / 1000n);
    last = Math.max(last + 1, startedAt * 1000 + elapsed);
    return last;
  };
}

/** `2026-04-28T09:18:19.830309Z` for microseconds since 1970. */
export function printMicroseconds(time: number): string {
  const milliseconds = Math.floor(time / 1000);
  const rest = String(time - milliseconds * 1000).padStart(3, '0');
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${rest}Z`;
}
