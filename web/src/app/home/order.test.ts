import { expect, test } from 'vitest';
import { inOrder } from './order';

test('three examples greet people, the rest follow as they come', () => {
  const given = ['groceries-by-app', 'hotel', 'it-incident', 'passport', 'a-newer-one'].map((name) => ({ name }));
  expect(inOrder(given).map(({ name }) => name)).toEqual(['it-incident', 'groceries-by-app', 'passport', 'hotel', 'a-newer-one']);
});
