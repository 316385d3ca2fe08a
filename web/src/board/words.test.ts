import { afterEach, describe, expect, test } from 'vitest';
import { fromValues } from '../document/sample';
import { overwriteGetLocale } from '../generated/paraglide/runtime.js';
import { trialBoard } from './testing';
import { feelingWord, placeAt, placeName, signed } from './words';

afterEach(() => overwriteGetLocale(() => 'en'));

describe('places', () => {
  test('are called by their lane and the number of their step', () => {
    const board = trialBoard();
    expect([placeAt(board, 'second', 'calls'), placeAt(board, 'second', 'next')]).toEqual([
      'Second line, step 2',
      'Second line, next step',
    ]);
  });

  test('folded and empty phases are called by their own names', () => {
    const board = trialBoard(fromValues({ phases: { p: { pos: ['a0'], title: 'Report' } } }));
    expect(placeAt(board, 'customer', 'empty:p')).toContain('no step yet in Report');
    const folded = trialBoard();
    folded.foldPhase('repair');
    expect(placeAt(folded, 'second', 'folded:repair')).toBe('Second line, Repair, folded');
  });

  test('are called in the language of the reader', () => {
    const board = trialBoard();
    const said = (['en', 'nl', 'es'] as const).map((language) => {
      overwriteGetLocale(() => language);
      return placeName('Balie', board.columns[2]);
    });
    expect(new Set(said).size).toBe(3);
    for (const each of said) expect(each).toMatch(/Balie.*3/);
  });
});

test('a feeling has one word, a level between takes the nearest', () => {
  const words = [-2, -1, 0, 1, 2].map(feelingWord);
  expect(new Set(words).size).toBe(5);
  expect([feelingWord(-1.6), feelingWord(0.4), feelingWord(7), feelingWord(-7)]).toEqual([words[0], words[2], words[4], words[0]]);
});

test('levels bear their sign, a true minus', () => {
  expect([2, 1, 0, -1, -1.5].map(signed)).toEqual(['+2', '+1', '0', '\u22121', '\u22121.5']);
});
