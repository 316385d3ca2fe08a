// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childrenFirst, longest, withoutCircles, type Score, type Ways } from './ways';

function waysOf(count: number, pairs: readonly (readonly [number, number])[]): Ways {
  const ways: Ways = new Map(Array.from({ length: count }, (_, at) => [`n${at}`, []]));
  for (const [one, two] of pairs) {
    const [from, to] = [`n${one % count}`, `n${two % count}`];
    if (from !== to && !ways.get(from)?.includes(to)) ways.get(from)?.push(to);
  }
  return ways;
}

/** Each way from a node on, walked one by one: only where there are no circles. */
function paths(ways: Ways, from: string): string[][] {
  return [[from], ...(ways.get(from) ?? []).flatMap((to) => paths(ways, to).map((path) => [from, ...path]))];
}

function circular(ways: Ways): boolean {
  const open = new Set<string>();
  const done = new Set<string>();
  const walk = (node: string): boolean => {
    if (done.has(node)) return false;
    if (open.has(node)) return true;
    open.add(node);
    const found = (ways.get(node) ?? []).some(walk);
    done.add(node);
    return found;
  };
  return [...ways.keys()].some(walk);
}

const pairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 14 });
const onward = pairs.map((found) => found.map(([one, two]) => (one < two ? ([one, two] as const) : ([two, one] as const))));
const seconds = fc.array(fc.nat(5), { minLength: 10, maxLength: 10 });

test('every node comes behind all that it leads to', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const ways = withoutCircles(waysOf(10, given), new Map());
      const order = childrenFirst(ways);
      expect([...order].sort()).toEqual([...ways.keys()].sort());
      for (const [node, targets] of ways) for (const to of targets) expect(order.indexOf(to)).toBeLessThan(order.indexOf(node));
    }),
  );
});

describe('circles', () => {
  const column = new Map(Array.from({ length: 10 }, (_, at) => [`n${at}`, Math.floor(at / 2)]));

  test('are opened, and what lies on none stays', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const ways = waysOf(10, given);
        const found = withoutCircles(ways, column);
        expect(circular(found)).toBe(false);
        expect([...found.keys()]).toEqual([...ways.keys()]);
        if (!circular(ways)) expect(found).toEqual(ways);
      }),
    );
  });

  test('the way back to an earlier column goes before the way on', () => {
    const ways = waysOf(10, [[0, 2], [2, 4], [4, 0]]); // prettier-ignore
    expect([...withoutCircles(ways, column)].flatMap(([node, to]) => to.map((each) => `${node} ${each}`))).toEqual(['n0 n2', 'n2 n4']);
  });

  test('a way back that closes none is kept', () => {
    const ways = waysOf(10, [[8, 3], [0, 1]]); // prettier-ignore
    expect(withoutCircles(ways, column)).toEqual(ways);
  });
});

describe('the longest way', () => {
  const scoreOf = (figures: readonly number[]): Map<string, Score> => new Map(figures.map((each, at) => [`n${at}`, [each, 1, 0, 0]]));

  test('is as long as the longest of all, and ends where it may', () => {
    fc.assert(
      fc.property(onward, seconds, fc.uniqueArray(fc.nat(9), { minLength: 1 }), (given, figures, last) => {
        const ways = waysOf(10, given);
        const ends = new Set(last.map((at) => `n${at}`));
        const found = longest(ways, childrenFirst(ways), scoreOf(figures), ends);
        const long = (path: readonly string[]): number => path.reduce((sum, node) => sum + (figures[Number(node.slice(1))] ?? 0), 0);
        const all = [...ways.keys()].flatMap((node) => paths(ways, node)).filter((path) => ends.has(path.at(-1) ?? ''));
        expect(long(found)).toBe(Math.max(...all.map(long)));
        expect(all.map(String)).toContain(String(found));
      }),
    );
  });

  test('among equals: knows more, then has more steps, then fewer cards', () => {
    const ways: Ways = new Map([['a', ['b', 'c']], ['b', ['d']], ['c', ['d']], ['d', []]]); // prettier-ignore
    const score = (b: Score, c: Score): string[] =>
      longest(ways, childrenFirst(ways), new Map<string, Score>([['a', [1, 1, 1, 0]], ['b', b], ['c', c], ['d', [1, 1, 1, 0]]]), new Set(['d'])); // prettier-ignore
    expect(score([0, 0, 1, 0], [0, 1, 0, -1])).toEqual(['a', 'c', 'd']);
    expect(score([0, 1, 0, -1], [0, 1, 1, 0])).toEqual(['a', 'c', 'd']);
    expect(score([0, 1, 0, -2], [0, 1, 0, -1])).toEqual(['a', 'c', 'd']);
    expect(score([0, 1, 0, 0], [0, 1, 0, 0])).toEqual(['a', 'b', 'd']);
  });

  test('is none where nothing may be its end', () => {
    expect(longest(waysOf(2, [[0, 1]]), ['n1', 'n0'], new Map(), new Set())).toEqual([]);
  });
});
