import { expect, test } from 'vitest';
import { placed } from './anchored';

const ROOM = { width: 1000, height: 800 };
const at = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 30 });

test('below its anchor, from its start', () => {
  expect(placed(at(200, 100), { width: 150, height: 200 }, ROOM, 'bottom-start')).toEqual({ x: 200, y: 134, most: 448 });
});

test('from its end, when asked', () => {
  expect(placed(at(200, 100), { width: 150, height: 200 }, ROOM, 'bottom-end').x).toBe(150);
});

test('never over the edge of the window', () => {
  expect(placed(at(950, 100), { width: 300, height: 200 }, ROOM, 'bottom-start').x).toBe(692);
  expect(placed(at(0, 100), { width: 300, height: 200 }, ROOM, 'bottom-end').x).toBe(8);
  expect(placed(at(0, 100), { width: 3000, height: 200 }, ROOM, 'bottom-start').x).toBe(8);
});

test('above where there is no room below', () => {
  expect(placed(at(200, 700), { width: 150, height: 300 }, ROOM, 'bottom-start').y).toBe(700 - 4 - 300);
});

test('no higher than the room there is', () => {
  expect(placed(at(200, 500), { width: 150, height: 900 }, ROOM, 'bottom-start')).toMatchObject({ most: 448, y: 500 - 4 - 448 });
  expect(placed(at(200, 300), { width: 150, height: 900 }, { width: 1000, height: 600 }, 'bottom-start')).toMatchObject({ most: 288 });
});
