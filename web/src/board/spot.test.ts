import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { sameSpot, spotName, spotNamed, spotNode, type Spot } from './spot';

afterEach(() => document.body.replaceChildren());

const key = fc.stringMatching(/^[~a-z0-9:-]{1,12}$/);
const spots: fc.Arbitrary<Spot> = fc.record({ row: key, column: key, card: fc.option(key) });

test('a place is found again by its name', () => {
  fc.assert(
    fc.property(spots, (spot) => {
      expect(spotNamed(spotName(spot))).toEqual(spot);
    }),
  );
});

test('two places are the same when their names are', () => {
  fc.assert(
    fc.property(spots, spots, (one, two) => {
      expect(sameSpot(one, { ...one })).toBe(true);
      expect(sameSpot(one, two)).toBe(spotName(one) === spotName(two));
      expect([sameSpot(one, null), sameSpot(null, one), sameSpot(null, null)]).toEqual([false, false, true]);
    }),
  );
});

test.each([undefined, '', 'frontstage', '|calls|'])('%j is the name of no place', (name) => {
  expect(spotNamed(name)).toBeNull();
});

test('the element of a place is the one that bears its name, and none where nothing is drawn', () => {
  const cell = document.createElement('div');
  cell.id = 'frontstage|~calls|';
  const card = document.createElement('div');
  card.id = 'frontstage|~calls|~answer';
  cell.append(card);
  document.body.append(cell);
  expect(spotNode({ row: 'frontstage', column: '~calls', card: null })).toBe(cell);
  expect(spotNode({ row: 'frontstage', column: '~calls', card: '~answer' })).toBe(card);
  expect(spotNode({ row: 'frontstage', column: '~calls', card: '~gone' })).toBeNull();
});
