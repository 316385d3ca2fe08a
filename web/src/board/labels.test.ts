// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelFor } from './labels';
import { distance, type Box, type Point } from './routes';

const ACROSS: Point[] = [[0, 100], [400, 100]]; // prettier-ignore
const DOWN: Point[] = [[50, 0], [50, 300]]; // prettier-ignore
const EVERYWHERE: Box = { left: -1000, top: -1000, right: 1000, bottom: 1000 };

describe('what an arrow says', () => {
  test('stands over what runs across and beside what runs down, in the middle', () => {
    const over = labelFor(['yes'], ACROSS, []);
    expect([over?.bottom, ((over?.left ?? 0) + (over?.right ?? 0)) / 2]).toEqual([99, 200]);
    const beside = labelFor(['yes'], DOWN, []);
    expect([beside?.left, ((beside?.top ?? 0) + (beside?.bottom ?? 0)) / 2]).toEqual([54, 150]);
  });

  test('the longest that has room is said', () => {
    const texts = ['when the customer does not answer twice', 'no answer', '10 %'];
    expect(labelFor(texts, ACROSS, [])?.text).toBe(texts[0]);
    expect(labelFor(texts, [[0, 0], [90, 0]], [])?.text).toBe('no answer'); // prettier-ignore
    expect(labelFor(texts, [[0, 0], [40, 0]], [])?.text).toBe('10 %'); // prettier-ignore
  });

  test('moves along, and to the other side, before it is left away', () => {
    const middle = { left: 150, top: 0, right: 250, bottom: 200 };
    const aside = labelFor(['yes'], ACROSS, [middle]);
    expect(aside?.right).toBeLessThanOrEqual(150);
    const above = { ...EVERYWHERE, bottom: 100 };
    expect(labelFor(['yes'], ACROSS, [above])?.top).toBe(101);
    expect(labelFor(['yes'], ACROSS, [EVERYWHERE])).toBeNull();
    expect(labelFor([], ACROSS, [])).toBeNull();
  });

  test('never stands over what is taken, and always near its own way', () => {
    const box = fc
      .tuple(
        fc.integer({ min: -50, max: 450 }),
        fc.integer({ min: -50, max: 450 }),
        fc.integer({ min: 5, max: 200 }),
        fc.integer({ min: 5, max: 60 }),
      ) // prettier-ignore
      .map(([left, top, wide, high]): Box => ({ left, top, right: left + wide, bottom: top + high }));
    const coordinate = fc.integer({ min: 0, max: 400 });
    const way = fc
      .tuple(coordinate, coordinate, coordinate, coordinate)
      .map(([x1, y1, x2, y2]): Point[] => [[x1, y1], [x2, y1], [x2, y2]]); // prettier-ignore
    const texts = fc.array(fc.stringMatching(/^[a-z ]{1,30}$/), { maxLength: 3 });
    fc.assert(
      fc.property(texts, way, fc.array(box, { maxLength: 12 }), (said, points, taken) => {
        const found = labelFor(said, points, taken);
        if (!found) return;
        for (const each of taken) {
          const apart = found.right <= each.left || each.right <= found.left || found.bottom <= each.top || each.bottom <= found.top;
          expect(apart).toBe(true);
        }
        expect(said).toContain(found.text);
        const nearest: Point = [(found.left + found.right) / 2, (found.top + found.bottom) / 2];
        expect(distance(nearest, points)).toBeLessThanOrEqual((found.right - found.left) / 2 + 9);
      }),
      { numRuns: 300 },
    );
  });
});
