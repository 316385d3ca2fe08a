import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveCard, span } from '../edits';
import { columnOf, sameSpans, spansOf, type LaneSpans } from './spans';
import type { BoardState } from './state.svelte';
import { laneOf, trialBoard } from './testing';

function spans(board: BoardState): ReadonlyMap<string, LaneSpans> {
  return spansOf(board.document, board.columns, board.rows);
}

function reaches(board: BoardState, lane = 'frontstage'): [string, number, number, number][] {
  return (spans(board).get(lane)?.reaches ?? []).map(({ card, from, to, track }) => [card.key, from, to, track]);
}

describe('cards that reach over several columns', () => {
  test('stand in a track of their own above the other cards of their lane', () => {
    const board = trialBoard();
    expect(reaches(board, 'support')).toEqual([['send', 2, 3, 0]]);
    const lane = spans(board).get('support');
    expect([lane?.tracks, [...(lane?.apart ?? [])], lane?.passing]).toEqual([1, ['send'], [0, 0, 1, 1, 0]]);
    expect([...spans(board).keys()]).toEqual(['support']);
  });

  test('share a track where they do not meet, and leave free below them what nothing passes', () => {
    const board = laneOf(6, [[0, 2], [1, 4], [3, 5], [5]]);
    expect(reaches(board)).toEqual([
      ['c0', 0, 2, 0],
      ['c1', 1, 4, 1],
      ['c2', 3, 5, 0],
    ]);
    expect(spans(board).get('frontstage')?.passing).toEqual([1, 2, 2, 2, 2, 1, 0]);
  });

  test('a card whose end is gone, or before its beginning, reaches nowhere', () => {
    const board = laneOf(4, [[0, 2], [3, 1], [1, 1], [2]]);
    expect(reaches(board)).toEqual([['c0', 0, 2, 0]]);
    board.document.known('steps', 's2')?.map.set('gone', true); // somebody else's doing, at the same time
    expect(reaches(board)).toEqual([]);
  });

  test('into a folded phase they reach as far as it is seen; from within it they are folded away', () => {
    const board = trialBoard();
    span(board.session.editing, 'note', 'works');
    board.foldPhase('repair');
    expect(reaches(board)).toEqual([['note', 1, 2, 0]]);
    expect(reaches(board, 'support')).toEqual([]);
    expect([columnOf(board.document, board.columns, 'works'), columnOf(board.document, board.columns, 'nowhere')]).toEqual([2, -1]);
  });

  test('rows that are not shown have none', () => {
    const board = trialBoard();
    board.view = 'journey';
    expect(spans(board).size).toBe(0);
  });

  test('never lie over each other, in as few tracks as will do', () => {
    const STEPS = 8;
    const card = fc.tuple(fc.integer({ min: 0, max: STEPS - 1 }), fc.option(fc.integer({ min: 0, max: STEPS - 1 }), { nil: undefined }));
    fc.assert(
      fc.property(fc.array(card, { maxLength: 14 }), (cards) => {
        const lane = spans(laneOf(STEPS, cards)).get('frontstage');
        const found = lane?.reaches ?? [];
        const wide = cards.filter(([from, until]) => until !== undefined && until > from).length;
        expect(found).toHaveLength(wide);
        for (const one of found) {
          for (const two of found) {
            if (one !== two && one.track === two.track) expect(one.to < two.from || two.to < one.from).toBe(true);
          }
        }
        const over = Array.from({ length: STEPS }, (_, at) => found.filter(({ from, to }) => from <= at && at <= to));
        if (lane) expect(lane.tracks).toBe(Math.max(...over.map((there) => there.length)));
        over.forEach((there, at) => {
          expect(lane?.passing[at] ?? 0).toBe(Math.max(0, ...there.map(({ track }) => track + 1)));
        });
      }),
      { numRuns: 60 },
    );
  });

  test('are drawn anew only when one of them moved', () => {
    const board = trialBoard();
    const before = spans(board);
    moveCard(board.session.editing, 'note', { step: 'notices', lane: 'backstage' });
    expect(sameSpans(before, spans(board))).toBe(true);
    span(board.session.editing, 'send', null);
    expect(sameSpans(before, spans(board))).toBe(false);
  });
});
