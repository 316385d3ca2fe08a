import { describe, expect, test } from 'vitest';
import type { BoardState } from '../board/state.svelte';
import { at, keys, spot, trialBoard } from '../board/testing';
import { begin } from './doing';
import { removeEmpty, takeAway } from './removing';

function atSpot(name: string, state = trialBoard()): BoardState {
  state.go(spot(name));
  return state;
}

const cards = (state: BoardState): string[] => keys(state.document.items('cards'));
const steps = (state: BoardState): string[] => keys(state.document.steps());

describe('what is taken away', () => {
  test('a card; the focus goes to its neighbour, then to the cell', () => {
    const state = atSpot('frontstage|calls|answer');
    takeAway(state);
    expect([cards(state).includes('answer'), at(state), state.said]).toEqual([false, 'frontstage|calls|note', 'Removed: 1']);
    takeAway(state);
    expect([cards(state).includes('note'), at(state)]).toEqual([false, 'frontstage|calls']);
  });

  test('several cards at once, in one step of undo', () => {
    const state = atSpot('frontstage|calls|answer');
    state.picked = ['cards/answer', 'cards/send', 'links/onwards'];
    takeAway(state);
    expect([cards(state), state.said]).toEqual([['note', 'judge', 'mail'], 'Removed: 3']);
    state.session.editing.undo();
    expect(cards(state)).toHaveLength(5);
    expect(state.session.editing.canUndo).toBe(false);
  });

  test('a step at its head, with all that stands in it; the focus stays at that place', () => {
    const state = atSpot('steps|calls');
    takeAway(state);
    expect([steps(state), cards(state), at(state)]).toEqual([['notices', 'waits', 'works'], ['mail', 'send'], 'steps|waits']);
  });

  test('a step whose words have the focus: first its words, then the step itself', () => {
    const state = atSpot('customer|notices');
    takeAway(state);
    const step = state.document.item('steps', 'notices');
    expect([steps(state)[0], step?.text('does'), step?.text('thinks')]).toEqual(['notices', '', '']);
    state.session.editing.undo();
    expect([step?.text('does'), step?.text('thinks')]).toEqual(['Notices the laptop is dead', 'Not now']);
    takeAway(state);
    takeAway(state);
    expect([steps(state), at(state)]).toEqual([['calls', 'waits', 'works'], 'customer|calls']);
  });

  test('how a step feels, and how long it takes, and never the step', () => {
    const feeling = atSpot('emotion|works');
    takeAway(feeling);
    expect([feeling.document.item('steps', 'works')?.feelings(), steps(feeling).length]).toEqual([[], 4]);
    const time = atSpot('time|calls');
    takeAway(time);
    expect([time.document.item('steps', 'calls')?.value('time.wait'), steps(time).length]).toEqual([undefined, 4]);
    expect(time.document.item('cards', 'answer')?.value('time.work')).toBe('3 min');
  });

  test('a lane at its head, with its cards', () => {
    const state = atSpot('second|lane');
    takeAway(state);
    expect([state.row('second'), cards(state).includes('judge'), state.focus?.column]).toEqual([undefined, false, 'lane']);
    expect(state.row(state.focus?.row ?? '')).toBeDefined();
  });

  test('the last step of all: the focus goes where the next one begins', () => {
    const state = atSpot('phases|notices');
    state.picked = ['phases/report', 'phases/repair'];
    takeAway(state);
    expect([steps(state), state.columns.map(({ key }) => key), state.focus?.column]).toEqual([[], ['next'], 'next']);
  });

  test('nothing: an empty cell, no focus, or who may only look', () => {
    const states = [atSpot('frontstage|notices'), trialBoard(), atSpot('frontstage|calls|answer', trialBoard(undefined, 'view'))];
    for (const state of states) {
      takeAway(state);
      expect([cards(state).length, steps(state).length]).toEqual([5, 4]);
    }
  });
});

describe('what was made to type in and stayed empty', () => {
  test('goes as if it had never been', () => {
    const state = atSpot('frontstage|notices');
    begin(state);
    const address = state.typing?.address ?? '';
    expect(state.document.at(address)).toBeDefined();
    removeEmpty(state, address, true);
    expect([state.document.at(address), at(state)]).toEqual([undefined, 'frontstage|notices']);
    expect(state.session.editing.canUndo).toBe(false);
  });

  test('goes too when something else was done since, which stays', () => {
    const state = atSpot('frontstage|notices');
    begin(state);
    const address = state.typing?.address ?? '';
    takeAwayCard(state, 'mail');
    removeEmpty(state, address, false);
    expect([state.document.at(address), cards(state).includes('mail'), cards(state).length]).toEqual([undefined, false, 4]);
  });
});

function takeAwayCard(state: BoardState, key: string): void {
  const { focus } = state;
  state.picked = [`cards/${key}`];
  takeAway(state);
  if (focus) state.go(focus);
}
