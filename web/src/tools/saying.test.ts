import { describe, expect, test } from 'vitest';
import { setFeeling } from '../edits';
import type { BoardState } from '../board/state.svelte';
import { fromValues, sampleDoc } from '../document/sample';
import { spot, trialBoard } from '../board/testing';
import { liftLevel, nextCurve, setLevel, toggleMark, turnTruth } from './saying';

function atSpot(name: string, state = trialBoard()): BoardState {
  state.go(spot(name));
  return state;
}

/** How each step feels, for everyone or one persona. */
function felt(state: BoardState, who: string | null = null): (number | undefined)[] {
  return state.document.steps().map((step) => step.feelings().find(({ persona }) => persona === who)?.level);
}

describe('how a step feels', () => {
  test('is set where the focus is, taken away again, and said aloud', () => {
    const state = atSpot('emotion|waits');
    setLevel(state, 2);
    expect(felt(state)).toEqual([-1, -2, 2, 2]);
    const word = state.said;
    setLevel(state, null);
    expect(felt(state)).toEqual([-1, -2, undefined, 2]);
    expect(word).not.toBe('');
    expect(state.said).not.toBe(word);
  });

  test('of several chosen steps is set at once, in one step of undo', () => {
    const state = atSpot('emotion|waits');
    state.picked = ['steps/notices', 'steps/works'];
    setLevel(state, 1);
    expect(felt(state)).toEqual([1, -2, 0, 1]);
    state.session.editing.undo();
    expect(felt(state)).toEqual([-1, -2, 0, 2]);
  });

  test('goes up and down by whole levels, and not beyond the ends', () => {
    const state = atSpot('emotion|waits');
    const seen = [1, 1, 1, -1, -1, -1, -1, -1].map((by) => {
      liftLevel(state, by as 1 | -1);
      return felt(state)[2];
    });
    expect(seen).toEqual([1, 2, 2, 1, 0, -1, -2, -2]);
  });

  test('between two levels goes to the next whole one; nothing yet begins in the middle', () => {
    const state = atSpot('emotion|waits');
    const lifted = (level: number | null, by: 1 | -1): number | undefined => {
      setFeeling(state.session.editing, 'waits', null, level);
      liftLevel(state, by);
      return felt(state)[2];
    };
    expect([lifted(0.5, 1), lifted(0.5, -1), lifted(-0.5, 1), lifted(-0.5, -1)]).toEqual([1, 0, 0, -1]);
    expect([lifted(null, 1), lifted(null, -1)]).toEqual([0, 0]);
  });
});

describe('whose curve the keys speak of', () => {
  test('everyone’s, until another is chosen; then each in turn', () => {
    const state = atSpot('emotion|waits');
    expect(state.persona).toBeNull();
    const seen = [1, 2, 3].map(() => {
      nextCurve(state);
      return [state.persona, state.said];
    });
    expect(seen).toEqual([
      ['mia', 'Mia, works from home'],
      ['tom', 'Tom, in the office'],
      ['mia', 'Mia, works from home'],
    ]);
  });

  test('is set for that persona only', () => {
    const state = atSpot('emotion|waits');
    state.curve = 'tom';
    setLevel(state, -2);
    expect([felt(state)[2], felt(state, 'tom')[2]]).toEqual([0, -2]);
    liftLevel(state, 1);
    expect([felt(state)[2], felt(state, 'tom')[2]]).toEqual([0, -1]);
  });

  test('is the first persona’s where nothing is said for everyone', () => {
    const phases = { p: { pos: ['a0'] } };
    const state = trialBoard(
      fromValues({ phases, personas: { mia: { pos: ['a0'] } }, steps: { a: { pos: ['p', 'a0'], 'feels/mia': 1 } } }),
    );
    expect(state.persona).toBe('mia');
  });
});

describe('marks', () => {
  const kinds = (state: BoardState, address: string): string[] => state.document.marksOn(address).map((mark) => mark.place[1] ?? '');

  test('are put where the focus is, and taken away the second time', () => {
    const state = atSpot('frontstage|calls|answer');
    toggleMark(state, 'fail');
    expect(kinds(state, 'cards/answer')).toEqual(['fail']);
    toggleMark(state, 'fail');
    expect(kinds(state, 'cards/answer')).toEqual([]);
  });

  test('come to those chosen that have none yet, and go only when all have one; in one step of undo', () => {
    const state = atSpot('frontstage|calls|answer');
    state.picked = ['cards/answer', 'cards/note', 'steps/calls', 'phases/report'];
    toggleMark(state, 'fail');
    expect(state.picked.map((address) => kinds(state, address))).toEqual([['fail'], ['fail'], ['fail', 'wait'], ['fail']]);
    toggleMark(state, 'fail');
    expect(state.picked.map((address) => kinds(state, address))).toEqual([[], [], ['wait'], []]);
    state.session.editing.undo();
    state.session.editing.undo();
    expect(kinds(state, 'cards/note')).toEqual(['fail']);
    expect(state.session.editing.canUndo).toBe(false);
  });

  test('links and lanes bear none', () => {
    const state = atSpot('second|lane');
    state.picked = ['links/onwards', 'lanes/second'];
    toggleMark(state, 'wait');
    expect(state.document.items('marks').map(({ key }) => key).sort()).toEqual(['queue', 'wrong']); // prettier-ignore
  });
});

describe('how much rides on a step', () => {
  test('goes from none through the grades to none again, and is said', () => {
    const state = atSpot('frontstage|waits', trialBoard(sampleDoc()));
    const seen = [1, 2, 3, 4, 5].map(() => {
      turnTruth(state);
      return state.document.item('steps', 'waits')?.value('moment_of_truth');
    });
    expect(seen).toEqual([1, 2, 3, 4, undefined]);
    expect(state.said).toBe('No moment of truth any more');
  });

  test('of several steps follows the first of them', () => {
    const state = atSpot('steps|calls');
    state.picked = ['steps/calls', 'steps/works'];
    turnTruth(state);
    expect(['calls', 'works'].map((key) => state.document.item('steps', key)?.value('moment_of_truth'))).toEqual([4, 4]);
  });
});
