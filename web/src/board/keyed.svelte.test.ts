import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { Keyed } from './keyed';

/** What readers of some keys have seen, each from its own effect. */
function watching<T>(keyed: Keyed<T>, ...keys: string[]): { seen: Record<string, T[]>; stop: () => void } {
  const seen: Record<string, T[]> = Object.fromEntries(keys.map((key) => [key, []]));
  const stop = $effect.root(() => {
    for (const key of keys) {
      $effect(() => {
        seen[key]?.push(keyed.get(key));
      });
    }
  });
  flushSync();
  return { seen, stop };
}

test('a key holds what is usual until it is set', () => {
  const keyed = new Keyed('');
  expect([keyed.get('a'), keyed.has('a', ''), keyed.has('a', 'x')]).toEqual(['', true, false]);
  keyed.set('a', 'x');
  expect([keyed.get('a'), keyed.has('a', 'x'), keyed.get('b')]).toEqual(['x', true, '']);
});

test('whoever reads one key hears of that one only', () => {
  const keyed = new Keyed(0);
  const { seen, stop } = watching(keyed, 'a', 'b');
  keyed.set('a', 1);
  keyed.set('c', 5);
  flushSync();
  keyed.set('a', 1); // nothing new
  flushSync();
  expect(seen).toEqual({ a: [0, 1], b: [0] });
  stop();
});

test('asking what a key holds listens to nothing', () => {
  const keyed = new Keyed(false);
  keyed.set('a', false);
  let asked = 0;
  const stop = $effect.root(() => {
    $effect(() => {
      keyed.has('a', true);
      asked += 1;
    });
  });
  flushSync();
  keyed.set('a', true);
  flushSync();
  expect(asked).toBe(1);
  stop();
});

test('assigning sets these keys and gives all others back what is usual', () => {
  const keyed = new Keyed('');
  keyed.assign(new Map([['a', 'picked'], ['b', 'match']])); // prettier-ignore
  const { seen, stop } = watching(keyed, 'a', 'b', 'c', 'd');
  keyed.assign(new Map([['b', 'match'], ['c', 'picked']])); // prettier-ignore
  flushSync();
  expect(seen).toEqual({ a: ['picked', ''], b: ['match'], c: ['', 'picked'], d: [''] });
  stop();
});
