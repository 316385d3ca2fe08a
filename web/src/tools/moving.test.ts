import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromValues } from '../document/sample';
import { settled } from '../board/settling';
import { LANE_HEAD, spotName, type Spot } from '../board/spot';
import type { BoardState } from '../board/state.svelte';
import { spot, trialBoard } from '../board/testing';
import { between, edge, firstSpot, next, rowsToGo, stops, type Way } from './moving';

const board = trialBoard();

function go(from: string, ...ways: Way[]): string | null {
  return goOn(board, from, ...ways);
}

function goOn(state: BoardState, from: string, ...ways: Way[]): string | null {
  let here: Spot | null = spot(from);
  for (const way of ways) here = here && next(state, here, way);
  return here && spotName(here);
}

/** All places of a board. */
function places(state: BoardState): Spot[] {
  return rowsToGo(state).flatMap((row) => {
    const columns = [...(row === 'phases' || row === 'steps' ? [] : [LANE_HEAD]), ...state.columns.map(({ key }) => key)];
    return columns.flatMap((column) => stops(state, row, column).map((card) => ({ row, column, card })));
  });
}

describe('up and down', () => {
  test('through the cards of a cell, then into the next row', () => {
    expect(go('emotion|calls', 'down')).toBe('frontstage|calls|answer');
    expect(go('frontstage|calls|answer', 'down')).toBe('frontstage|calls|note');
    expect(go('frontstage|calls|note', 'down')).toBe('second|calls|judge');
    expect(go('second|calls|judge', 'up')).toBe('frontstage|calls|note');
  });

  test('from the heads of steps to the phase, and no further', () => {
    expect(go('steps|works', 'up')).toBe('phases|waits|');
    expect(go('phases|waits', 'up')).toBeNull();
    expect(go('time|calls', 'down')).toBeNull();
  });

  test('the heads of lanes have nothing above them', () => {
    expect(go('evidence|lane', 'up')).toBeNull();
    expect(go('evidence|lane', 'down')).toBe('customer|lane|');
  });

  test('down and up again comes back, from every place under the heads', () => {
    for (const from of places(board)) {
      const below = next(board, from, 'down');
      if (from.row === 'phases' || !below) continue;
      expect(spotName(next(board, below, 'up') as Spot)).toBe(spotName(from));
    }
  });
});

describe('left and right', () => {
  test('from cell to cell, at the same height where there is one, and to the head of the lane', () => {
    expect(go('frontstage|notices', 'right')).toBe('frontstage|calls|answer');
    expect(go('frontstage|calls|note', 'left')).toBe('frontstage|notices|');
    expect(go('frontstage|notices', 'left')).toBe('frontstage|lane|');
    expect(go('frontstage|lane', 'left')).toBeNull();
    expect(go('frontstage|works', 'right')).toBe('frontstage|next|');
    expect(go('frontstage|next', 'right')).toBeNull();
  });

  test('on the heads of phases from phase to phase', () => {
    expect(go('phases|calls', 'right')).toBe('phases|waits|');
    expect(go('phases|works', 'left')).toBe('phases|notices|');
    expect(go('phases|waits', 'right')).toBe('phases|next|');
    expect(go('phases|notices', 'left')).toBeNull();
  });

  test('right and left again comes back to the same cell, and to the same card unless there are fewer beside it', () => {
    for (const from of places(board)) {
      const beside = next(board, from, 'right');
      if (from.row === 'phases' || !beside) continue;
      const back = next(board, beside, 'left') as Spot;
      expect([back.row, back.column]).toEqual([from.row, from.column]);
      const height = stops(board, from.row, from.column).indexOf(from.card);
      if (height < stops(board, beside.row, beside.column).length) expect(back.card).toBe(from.card);
    }
  });
});

describe('what is folded', () => {
  test('a folded lane is gone to at its head, and passed by from there', () => {
    const folded = trialBoard();
    folded.foldLane('second');
    expect(goOn(folded, 'frontstage|calls|note', 'down')).toBe('second|lane|');
    expect(goOn(folded, 'second|lane', 'right')).toBeNull();
    expect(goOn(folded, 'second|lane', 'down')).toBe('support|lane|');
  });

  test('a folded phase is one column', () => {
    const folded = trialBoard();
    folded.foldPhase('report');
    expect(goOn(folded, 'support|waits|send', 'left')).toBe('support|folded:report|');
    expect(goOn(folded, 'support|folded:report', 'left')).toBe('support|lane|');
    expect(goOn(folded, 'phases|waits', 'left')).toBe('phases|folded:report|');
  });

  test('wherever keys lead, there is a place', () => {
    const ways = fc.array(fc.constantFrom<Way>('left', 'right', 'up', 'down'), { maxLength: 40 });
    fc.assert(
      fc.property(
        ways,
        fc.subarray(['report', 'repair']),
        fc.subarray(['second', 'support', 'customer', 'emotion']),
        (path, phases, lanes) => {
          const state = trialBoard();
          phases.forEach((key) => state.foldPhase(key));
          lanes.forEach((key) => state.foldLane(key));
          let here = firstSpot(state);
          for (const way of path) {
            if (!here) break;
            expect(settled(state, here)).toBe(here);
            expect(stops(state, here.row, here.column)).toContain(here.card);
            here = next(state, here, way) ?? here;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('the first place is where a customer’s first step goes', () => {
  expect(spotName(firstSpot(board) as Spot)).toBe('customer|notices|');
  expect(spotName(firstSpot(trialBoard(fromValues({}))) as Spot)).toBe('customer|next|');
  expect(firstSpot(trialBoard(fromValues({}), 'view'))).toBeNull();
});

test('Home and End go along the row, with Ctrl over the board', () => {
  const to = (from: string, last: boolean, whole: boolean): string => spotName(edge(board, spot(from), last, whole));
  expect(to('frontstage|waits', false, false)).toBe('frontstage|notices|');
  expect(to('frontstage|waits', true, false)).toBe('frontstage|works|');
  expect(to('frontstage|next', true, false)).toBe('frontstage|works|');
  expect(to('frontstage|waits', false, true)).toBe('phases|notices|');
  expect(to('frontstage|notices', true, true)).toBe('time|works|');
  expect(to('phases|notices', true, false)).toBe('phases|waits|');
});

describe('a rectangle between two places', () => {
  const chosen = (one: string, other: string): string[] => between(board, spot(one), spot(other)).sort();

  test('means the cards in it, and nothing else of their columns', () => {
    expect(chosen('customer|calls', 'support|waits|send')).toEqual(['cards/answer', 'cards/judge', 'cards/note', 'cards/send']);
    expect(chosen('support|waits|send', 'customer|calls')).toEqual(chosen('customer|calls', 'support|waits|send'));
  });

  test('within a cell means the cards from one to the other', () => {
    expect(chosen('frontstage|calls|answer', 'frontstage|calls|note')).toEqual(['cards/answer', 'cards/note']);
    expect(chosen('frontstage|calls|note', 'frontstage|calls|note')).toEqual(['cards/note']);
  });

  test('on the heads means the steps, or the phases', () => {
    expect(chosen('steps|calls', 'steps|works')).toEqual(['steps/calls', 'steps/waits', 'steps/works']);
    expect(chosen('phases|notices', 'phases|works')).toEqual(['phases/repair', 'phases/report']);
  });

  test('over rows without cards means their steps', () => {
    expect(chosen('emotion|notices', 'emotion|calls')).toEqual(['steps/calls', 'steps/notices']);
    expect(chosen('frontstage|notices', 'frontstage|next')).toEqual(['cards/answer', 'cards/note']);
  });
});
