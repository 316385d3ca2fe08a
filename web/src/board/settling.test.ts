import { describe, expect, test } from 'vitest';
import { remove } from '../edits';
import { settled } from './settling';
import { spotName } from './spot';
import { spot, trialBoard } from './testing';

/** Where the focus goes from a place, once these are gone. */
function after(from: string, ...gone: string[]): string {
  const board = trialBoard();
  remove(board.session.editing, gone);
  return spotName(settled(board, spot(from)));
}

test('a place that stands is kept, and is the very same', () => {
  const board = trialBoard();
  const places = ['phases|notices', 'steps|works', 'second|lane', 'frontstage|calls|note', 'frontstage|waits', 'time|next'].map(spot);
  for (const place of places) expect(settled(board, place)).toBe(place);
});

describe('what had the focus is gone', () => {
  test('a card: the first of its cell, or the cell', () => {
    expect(after('frontstage|calls|note', 'cards/note')).toBe('frontstage|calls|answer');
    expect(after('second|calls|judge', 'cards/judge')).toBe('second|calls|');
  });

  test('a step: the same row at the first step', () => {
    expect(after('emotion|works', 'steps/works')).toBe('emotion|notices|');
    expect(after('frontstage|notices', 'steps/notices')).toBe('frontstage|calls|answer');
  });

  test('a lane: the head of its step', () => {
    expect(after('second|calls|judge', 'lanes/second', 'cards/judge')).toBe('steps|calls|');
    expect(after('second|lane', 'lanes/second', 'cards/judge')).toBe('steps|notices|');
  });

  test('in the customer’s row the step’s own words come before its cards', () => {
    expect(after('customer|works|none', 'steps/works')).toBe('customer|notices|');
  });

  test('everything: the place where a first step begins', () => {
    expect(after('frontstage|calls|answer', 'phases/report', 'phases/repair')).toBe('frontstage|next|');
  });
});
