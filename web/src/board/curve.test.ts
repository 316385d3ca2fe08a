import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BoardDocument } from '../document';
import { fromValues, sampleDoc } from '../document/sample';
import { curvesOf, levelAt, mouth, outline, PADDING, slopes, stretches, yOf, type Curve, type Spot } from './curve';
import { columnsOf } from './layout';
import { rank } from './testing';

const HEIGHT = 120;

function curves(doc = sampleDoc()): Curve[] {
  const document = new BoardDocument(doc);
  return curvesOf(document, columnsOf(document, { zoom: 'normal', narrow: false, folded: new Set(), open: true }), HEIGHT);
}

const levels = ({ spots }: Curve): number[] => spots.map(({ level }) => level);

describe('heights', () => {
  test('a whole level is read back from its height, however high the lane', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 60, max: 400 }), (level, height) => {
        expect(levelAt(yOf(level, height), height)).toBe(level);
      }),
    );
  });

  test('better is higher, and nothing leaves the lane', () => {
    const heights = [-9, -2, -1, 0, 1, 2, 9].map((level) => yOf(level, HEIGHT));
    expect(heights).toEqual([100, 100, 80, 60, 40, 20, 20]);
    expect([levelAt(-500, HEIGHT), levelAt(500, HEIGHT), levelAt(PADDING, HEIGHT)]).toEqual([2, -2, 2]);
  });
});

describe('whose curves there are', () => {
  test('each persona has its own, with what holds for everyone where nothing is said of it', () => {
    const [mia, tom] = curves();
    expect([mia?.persona, tom?.persona, curves().length]).toEqual(['mia', 'tom', 2]);
    expect(levels(mia as Curve)).toEqual([-1, -2, 0, 2]);
    expect(levels(tom as Curve)).toEqual([-1, 0, 0, 2]);
  });

  test('they stand beside each other around the middle of the column, in colours of their own', () => {
    const [mia, tom] = curves() as [Curve, Curve];
    const middle = 188 / 2;
    expect((mia.spots[0]?.x ?? 0) - middle).toBe(middle - (tom.spots[0]?.x ?? 0));
    expect(mia.spots[0]?.x).toBeLessThan(tom.spots[0]?.x ?? 0);
    expect(mia.colour).not.toBe(tom.colour);
  });

  test('without personas there is one, for everyone; without feelings none', () => {
    const steps = { a: { pos: ['p', 'a0'], 'feels/*': 1 }, b: { pos: ['p', 'a1'] } };
    const phases = { p: { pos: ['a0'] } };
    const found = curves(fromValues({ phases, steps }));
    expect(found.map((curve) => [curve.persona, levels(curve)])).toEqual([[null, [1]]]);
    expect(curves(fromValues({ phases, steps: { b: steps.b } }))).toEqual([]);
    expect(curves(fromValues({ phases, steps, personas: { mia: { pos: ['a0'] } } })).map(({ persona }) => persona)).toEqual(['mia']);
  });
});

describe('the line', () => {
  const feel = (...values: Record<string, unknown>[]): Curve[] =>
    curves(
      fromValues({
        phases: { p: { pos: ['a0'] } },
        steps: Object.fromEntries(values.map((given, at) => [`s${at}`, { pos: ['p', rank(at)], ...given }])),
      }),
    );
  const kinds = (curve: Curve | undefined): string[] => stretches(curve?.spots ?? []).map(({ kind }) => kind);

  test('is firm between what was observed or measured, assumed elsewhere, and a gap over steps that say nothing', () => {
    const [curve] = feel(
      { 'feels/*': 0, 'feels/*.basis': 'measured' },
      { 'feels/*': 1, basis: 'observed' },
      { 'feels/*': 1 },
      {},
      { 'feels/*': 2, 'feels/*.basis': 'measured' },
    );
    expect(curve?.spots.map(({ firm }) => firm)).toEqual([true, true, false, true]);
    expect(kinds(curve)).toEqual(['firm', 'assumed', 'gap']);
  });

  test('what is said of the feeling goes before what is said of the step', () => {
    const [curve] = feel({ 'feels/*': 0, 'feels/*.basis': 'assumed', basis: 'measured' });
    expect(curve?.spots[0]).toMatchObject({ basis: 'assumed', firm: false });
  });

  test('goes through every spot and never swings beyond its neighbours', () => {
    const values = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: -2, max: 2 })), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(values, (given) => {
        let x = 0;
        const spots = given.map(([wide, level], at) => ({ at, x: (x += wide), y: yOf(level, HEIGHT) }) as Spot);
        const slope = slopes(spots);
        expect(slope).toHaveLength(spots.length);
        stretches(spots).forEach(({ d }, at) => {
          const numbers = d.match(/-?\d+(\.\d+)?/g)?.map(Number) as number[];
          const [x0, y0, , y1, , y2, x3, y3] = numbers as [number, number, number, number, number, number, number, number];
          const [from, to] = [spots[at] as Spot, spots[at + 1] as Spot];
          expect([x0, y0, x3, y3]).toEqual([from.x, from.y, to.x, to.y]);
          for (let part = 0; part <= 1; part += 0.1) {
            const rest = 1 - part;
            const y = rest ** 3 * y0 + 3 * rest * rest * part * y1 + 3 * rest * part * part * y2 + part ** 3 * y3;
            expect(y).toBeGreaterThanOrEqual(Math.min(from.y, to.y) - 0.02);
            expect(y).toBeLessThanOrEqual(Math.max(from.y, to.y) + 0.02);
          }
        });
      }),
    );
  });

  test('of one spot is none', () => {
    expect([stretches([{ x: 5, y: 5, at: 0 } as Spot]), slopes([{ x: 5, y: 5 }]), slopes([])]).toEqual([[], [0], []]);
  });
});

test('each level has a mouth of its own: up for good, down for bad, straight between', () => {
  const mouths = [-2, -1, 0, 1, 2].map(mouth);
  expect(new Set(mouths).size).toBe(5);
  const bend = (d: string): number => {
    const [, edge, , middle] = d.match(/-?\d+(\.\d+)?/g)?.map(Number) as [number, number, number, number];
    return Math.sign(middle - edge);
  };
  expect(mouths.map(bend)).toEqual([-1, -1, 0, 1, 1]);
  expect([mouth(9), mouth(-9), mouth(0.4)]).toEqual([mouth(2), mouth(-2), mouth(0)]);
});

test('every persona up to the fifth has a face of another shape', () => {
  const [curve] = curves();
  const shapes = [1, 2, 3, 4, 5].map((colour) => outline({ ...(curve as Curve), colour }));
  expect(new Set(shapes).size).toBe(5);
  expect(shapes).not.toContain(undefined);
});
