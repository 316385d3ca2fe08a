import { expect, test } from 'vitest';
import { isBlueprint, looksNamed } from './making';

test.each([
  ['footlights: 1\ntitle: x', true],
  ['title: x\nphases:\n- title: y', true],
  ['Arrives\tCalls\tWaits', false],
  ['title: x\tnot yaml', false],
  ['', false],
])('%j is a blueprint: %s', (text, is) => {
  expect(isBlueprint(text)).toBe(is);
});

test.each([
  [
    [
      ['', 'Arrives'],
      ['Front stage', 'Greets'],
    ],
    true,
  ],
  [
    [
      ['Arrives', 'Orders'],
      ['Greets', 'Asks'],
    ],
    false,
  ],
  [[['', 'Arrives']], false],
  [[], false],
])('%j has names of rows: %s', (grid, is) => {
  expect(looksNamed(grid)).toBe(is);
});
