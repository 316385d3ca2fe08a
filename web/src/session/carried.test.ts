import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { spliceBetween } from '../edits';
import { replaceText, wholeText } from '../edits/replace';
import { carried, type Delta } from './carried';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '👩‍🚀', '👍', '👎', '\u{1f84d}', '漢', '\n'), maxLength: 12 });

test('one splice makes any text into any other, and never cuts a character in half', () => {
  fc.assert(
    fc.property(letters, letters, fc.nat(20), (before, after, caret) => {
      const splice = spliceBetween(before, after, caret);
      if (!splice) {
        expect(before).toBe(after);
        return;
      }
      const { index, remove, insert } = splice;
      expect(before.slice(0, index) + insert + before.slice(index + remove)).toBe(after);
      for (const part of [before.slice(0, index), insert, before.slice(index, index + remove), before.slice(index + remove)]) {
        expect(wholeText(part)).toBe(part);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a shared text takes it over through Yjs unharmed', () => {
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const text = new Y.Doc().getText('t');
      text.insert(0, before);
      replaceText(text, after);
      expect(text.toString()).toBe(after);
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(text.doc as Y.Doc));
      expect(copy.getText('t').toString()).toBe(after);
    }),
    { numRuns: 1000 },
  );
});

test('among equal letters the caret says which one is new', () => {
  expect(spliceBetween('aaa', 'aaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' });
  expect(spliceBetween('aaa', 'aaaa', 4)).toEqual({ index: 3, remove: 0, insert: 'a' });
  expect(spliceBetween('abc', 'abXc')).toEqual({ index: 2, remove: 0, insert: 'X' });
});

test('halves of characters are not taken over', () => {
  expect(wholeText('a\ud83dz')).toBe('a\ufffdz');
  expect(wholeText('\udc00')).toBe('\ufffd');
  expect(wholeText('👩‍🚀')).toBe('👩‍🚀');
});

test('a caret stays between the same letters', () => {
  const insert = (at: number, insert: string): Delta => [{ retain: at }, { insert }];
  const cut = (at: number, count: number): Delta => [{ retain: at }, { delete: count }];
  expect(carried(3, [insert(0, 'ab')])).toBe(5);
  expect(carried(3, [insert(3, 'ab')])).toBe(3);
  expect(carried(3, [insert(4, 'ab')])).toBe(3);
  expect(carried(3, [cut(1, 1)])).toBe(2);
  expect(carried(3, [cut(1, 9)])).toBe(1);
  expect(carried(3, [cut(3, 2)])).toBe(3);
  expect(carried(3, [insert(0, 'ab'), cut(0, 4)])).toBe(1);
});
