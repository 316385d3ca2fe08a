// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, pathOf, Scene, type Box, type End, type Point } from './routes';

const GUTTER = 10;
const WIDE = 188;
const HIGH = 180;
const INSET = 10;

/** A card in a cell of a board: column and row counted from 0, how far under the top of its row, and how high. */
function card(column: number, row: number, top = 8, high = 34): End {
  const [x, y] = [column * WIDE, row * HIGH];
  return { left: x + INSET, right: x + WIDE - INSET, top: y + top, bottom: y + top + high, floor: y + HIGH - 7 };
}

type Segment = readonly [Point, Point];

function segments(points: readonly Point[]): Segment[] {
  return points.slice(1).map((to, at) => [points[at] as Point, to]);
}

/** Whether a stretch runs through the inside of a box. */
function crosses([[x1, y1], [x2, y2]]: Segment, box: Box): boolean {
  return Math.min(x1, x2) < box.right && Math.max(x1, x2) > box.left && Math.min(y1, y2) < box.bottom && Math.max(y1, y2) > box.top;
}

/** How long two stretches run on one line. */
function shared([a, b]: Segment, [c, d]: Segment): number {
  for (const [axis, other] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const lines = new Set([a, b, c, d].map((point) => point[axis]));
    if (lines.size > 1) continue;
    const [low, high] = [Math.max(Math.min(a[other], b[other]), Math.min(c[other], d[other])), Math.min(Math.max(a[other], b[other]), Math.max(c[other], d[other]))]; // prettier-ignore
    return Math.max(0, high - low);
  }
  return 0;
}

describe('a way', () => {
  test('runs straight down where nothing stands between', () => {
    const [from, to] = [card(0, 0), card(0, 1)];
    const points = new Scene([from, to], GUTTER).route(from, to);
    expect(points).toEqual([[28, from.bottom], [28, to.top]]); // prettier-ignore
  });

  test('goes around what stands between: down on the right, up on the left', () => {
    const [from, between, to] = [card(0, 0), card(0, 1), card(0, 2)];
    const down = new Scene([from, between, to], GUTTER).route(from, to);
    const up = new Scene([from, between, to], GUTTER).route(to, from);
    expect(down).toEqual([[178, 25], [188, 25], [188, 385], [178, 385]]); // prettier-ignore
    expect(up.map(([x]) => x)).toEqual([10, 0, 0, 10]);
  });

  test('runs across to a card at the same height, and through the gutter to one at another', () => {
    const from = card(0, 0);
    expect(new Scene([], GUTTER).route(from, card(1, 0))).toEqual([[178, 25], [198, 25]]); // prettier-ignore
    expect(new Scene([], GUTTER).route(from, card(1, 1))).toEqual([[178, 25], [188, 25], [188, 205], [198, 205]]); // prettier-ignore
    expect(new Scene([], GUTTER).route(card(1, 1), from).map(([x]) => x)).toEqual([198, 188, 188, 178]);
  });

  test('over columns between runs under its own row; up, under the row it goes to', () => {
    const along = (from: End, to: End): number | undefined => new Scene([], GUTTER).route(from, to)[2]?.[1];
    expect(along(card(0, 1), card(3, 2))).toBe(HIGH * 2 - 7);
    expect(along(card(0, 2), card(3, 0))).toBe(HIGH - 7);
  });

  const place = fc.record({ column: fc.nat(4), row: fc.nat(3), stack: fc.nat(2) });
  const ways = fc.uniqueArray(place, { minLength: 2, maxLength: 24, selector: ({ column, row, stack }) => `${column} ${row} ${stack}` });
  /** Three cards fit in a cell, each higher or lower. */
  const boardOf = (places: readonly { column: number; row: number; stack: number }[]): End[] =>
    places.map(({ column, row, stack }) => card(column, row, 8 + stack * 52, 34 + ((column + row) % 3) * 4));

  test('crosses no card, neither others nor those it joins', () => {
    fc.assert(
      fc.property(ways, fc.nat(), fc.nat(), (places, one, two) => {
        const cards = boardOf(places);
        const [from, to] = [cards[one % cards.length] as End, cards[two % cards.length] as End];
        if (from === to) return;
        const points = new Scene(cards, GUTTER).route(from, to);
        for (const segment of segments(points)) {
          expect(segment[0][0] === segment[1][0] || segment[0][1] === segment[1][1]).toBe(true);
          for (const each of cards) expect(crosses(segment, each)).toBe(false);
        }
        const touches = ([x, y]: Point, box: Box): boolean => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
        expect([touches(points[0] as Point, from), touches(points.at(-1) as Point, to)]).toEqual([true, true]);
      }),
      { numRuns: 500 },
    );
  });

  test('never runs on the line of another, up to five beside each other', () => {
    fc.assert(
      fc.property(ways, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 2, maxLength: 5 }), (places, pairs) => {
        const cards = boardOf(places);
        const scene = new Scene(cards, GUTTER);
        const found = pairs
          .map(([one, two]) => [one % cards.length, two % cards.length] as const)
          .filter(([one, two]) => one !== two)
          .map(([one, two]) => scene.route(cards[one] as End, cards[two] as End));
        found.forEach((one, at) => {
          for (const two of found.slice(at + 1)) {
            // where they leave a card or come in, ways may meet
            const inner = (points: Point[]): Segment[] => (points.length > 2 ? segments(points).slice(1, -1) : []);
            for (const a of inner(one)) for (const b of inner(two)) expect(shared(a, b)).toBe(0);
          }
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('as a path', () => {
  test('stops short of its end, where the head of the arrow stands', () => {
    expect(pathOf([[0, 0], [0, 100]], 5)).toBe('M0 0L0 95'); // prettier-ignore
    expect(pathOf([[0, 0], [0, 3]], 5)).toBe('M0 0L0 0'); // prettier-ignore
  });

  test('has round corners, as large as there is room for', () => {
    expect(pathOf([[0, 0], [100, 0], [100, 100]], 5)).toBe('M0 0L95 0Q100 0 100 5L100 95'); // prettier-ignore
    expect(pathOf([[0, 0], [4, 0], [4, 100]], 5)).toBe('M0 0L2 0Q4 0 4 2L4 95'); // prettier-ignore
  });
});

test('how far a point lies from a way', () => {
  const way: Point[] = [[0, 0], [100, 0], [100, 50]]; // prettier-ignore
  expect([distance([50, 0], way), distance([50, 7], way), distance([103, 54], way), distance([-3, -4], way)]).toEqual([0, 7, 5, 5]);
});
