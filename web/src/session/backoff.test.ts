import { expect, test } from 'vitest';
import { waitFor } from './backoff';

test('waits longer each time, up to half a minute, and never all at once', () => {
  expect([0, 1, 2, 5, 6, 7, 100].map((tries) => waitFor(tries, 1))).toEqual([500, 1000, 2000, 16000, 30000, 30000, 30000]);
  expect([0, 6].map((tries) => waitFor(tries, 0))).toEqual([250, 15000]);
  const some = Array.from({ length: 50 }, () => waitFor(3));
  expect(new Set(some).size).toBeGreaterThan(10);
  expect(some.every((wait) => wait >= 2000 && wait <= 4000)).toBe(true);
});
