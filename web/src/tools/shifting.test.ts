import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BoardState } from '../board/state.svelte';
import { at, keys, laneOf, spot, trialBoard } from '../board/testing';
import { duplicate, moveSideways, moveToCell, moveUpright, reach } from './shifting';

function atSpot(name: string, state = trialBoard()): BoardState {
  state.go(spot(name));
  return state;
}

const steps = (state: BoardState): string[] => keys(state.document.steps());
const places = (state: BoardState): Record<string, string> =>
  Object.fromEntries(state.document.items('cards').map(({ key, place }) => [key, place.join(' ')]));
const cell = (state: BoardState, step: string, lane: string): string[] => keys(state.document.cards(step, lane));

describe('steps', () => {
  test('go one further, with their cards, and on into the next phase at its near end', () => {
    const state = atSpot('frontstage|calls|answer');
    moveSideways(state, 'right');
    expect([steps(state), state.document.item('steps', 'calls')?.place]).toEqual([['notices', 'calls', 'waits', 'works'], ['repair']]);
    moveSideways(state, 'right');
    expect(steps(state)).toEqual(['notices', 'waits', 'calls', 'works']);
    expect([at(state), cell(state, 'calls', 'frontstage'), state.said]).toEqual([
      'frontstage|calls|answer',
      ['answer', 'note'],
      'Moved, now step 3',
    ]);
  });

  test('stay at the ends of the board', () => {
    const first = atSpot('steps|notices');
    moveSideways(first, 'left');
    const last = atSpot('steps|works');
    moveSideways(last, 'right');
    expect([steps(first), steps(last)]).toEqual([steps(trialBoard()), steps(trialBoard())]);
  });

  test('several go together and keep their order, in one step of undo', () => {
    const state = trialBoard();
    state.go(spot('steps|waits'));
    state.picked = ['steps/waits', 'steps/works'];
    moveSideways(state, 'left');
    expect(state.picked).toEqual(['steps/waits', 'steps/works']);
    moveSideways(state, 'left');
    expect(steps(state)).toEqual(['notices', 'waits', 'works', 'calls']);
    expect(state.document.stepsOf('repair')).toEqual([]);
    moveSideways(state, 'left');
    moveSideways(state, 'left'); // the first of them stands at the end now, and so do all
    expect(steps(state)).toEqual(['waits', 'works', 'notices', 'calls']);
    while (state.session.editing.canUndo) state.session.editing.undo();
    expect(steps(state)).toEqual(['notices', 'calls', 'waits', 'works']);
  });

  test('right then left returns, in phase, order and all', () => {
    const column = fc.constantFrom('notices', 'calls', 'waits', 'works');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(column, fc.constantFrom<'left' | 'right'>('left', 'right')), { maxLength: 4 }),
        column,
        (before, key) => {
          const state = trialBoard();
          for (const [each, way] of before) {
            state.go(spot(`steps|${each}`));
            moveSideways(state, way);
          }
          const stood = state.document.steps().map((step) => [step.key, ...step.place]);
          state.go(spot(`steps|${key}`));
          moveSideways(state, 'right');
          const moved = state.document.steps().map((step) => [step.key, ...step.place]);
          if (JSON.stringify(moved) === JSON.stringify(stood)) return; // it stood at the end
          moveSideways(state, 'left');
          expect(state.document.steps().map((step) => [step.key, ...step.place])).toEqual(stood);
          expect(state.document.item('steps', key)?.gone).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('on the heads of phases the phase goes, with its steps', () => {
    const state = atSpot('phases|waits');
    moveSideways(state, 'left');
    expect([steps(state), at(state)]).toEqual([['waits', 'works', 'notices', 'calls'], 'phases|waits']);
    moveSideways(state, 'left');
    expect(keys(state.document.phases())).toEqual(['repair', 'report']);
  });
});

describe('cards', () => {
  test('go up and down in their cell, and on into the next row that holds cards', () => {
    const state = atSpot('frontstage|calls|answer');
    moveUpright(state, 'down');
    expect([cell(state, 'calls', 'frontstage'), at(state)]).toEqual([['note', 'answer'], 'frontstage|calls|answer']);
    moveUpright(state, 'down');
    expect([cell(state, 'calls', 'second'), at(state)]).toEqual([['answer', 'judge'], 'second|calls|answer']);
    moveUpright(state, 'up');
    expect(cell(state, 'calls', 'frontstage')).toEqual(['note', 'answer']);
    moveUpright(state, 'up');
    moveUpright(state, 'up');
    expect(cell(state, 'calls', 'customer')).toEqual(['answer']); // feelings hold no cards: past them
    state.foldLane('evidence');
    moveUpright(state, 'up');
    expect(cell(state, 'calls', 'customer')).toEqual(['answer']);
  });

  test('go to the cell beside and back again, at either end of the board nowhere', () => {
    const state = atSpot('frontstage|calls|note');
    moveToCell(state, 'right');
    expect([places(state).note, at(state), state.said]).toEqual([
      'waits frontstage',
      'frontstage|waits|note',
      'Moved to Front stage, step 3',
    ]);
    moveToCell(state, 'left');
    moveToCell(state, 'left');
    moveToCell(state, 'left');
    expect(places(state).note).toBe('notices frontstage');
  });

  test('several keep their distances, and all stay when one of them can’t go', () => {
    const state = atSpot('frontstage|calls|note');
    state.picked = ['cards/note', 'cards/send'];
    moveToCell(state, 'right');
    expect([places(state).note, places(state).send, state.picked]).toEqual([
      'waits frontstage',
      'works support',
      ['cards/note', 'cards/send'],
    ]);
    moveToCell(state, 'right');
    expect([places(state).note, places(state).send]).toEqual(['waits frontstage', 'works support']);
    state.session.editing.undo();
    expect([places(state).note, places(state).send]).toEqual(['calls frontstage', 'waits support']);
  });

  test('there and back is where they were, whichever way', () => {
    const back = { left: 'right', right: 'left', up: 'down', down: 'up' } as const;
    fc.assert(
      fc.property(
        fc.constantFrom('answer', 'note', 'judge', 'send', 'mail'),
        fc.constantFrom(...(Object.keys(back) as (keyof typeof back)[])),
        (key, way) => {
          // prettier-ignore
          const state = trialBoard();
          state.goTo(`cards/${key}`);
          const stood = places(state)[key];
          moveToCell(state, way);
          if (places(state)[key] === stood) return;
          moveToCell(state, back[way]);
          expect([places(state)[key], state.focus?.card]).toEqual([stood, key]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('lanes go past others of their role only', () => {
  const state = atSpot('second|lane');
  const before = state.rows.map(({ key }) => key);
  moveUpright(state, 'down');
  expect(state.rows.map(({ key }) => key)).toEqual(before);
});

describe('how far a card reaches', () => {
  const until = (state: BoardState, key = 'note'): unknown => state.document.item('cards', key)?.value('until');

  test('one step further and one less, never before its own and never past the last', () => {
    const state = atSpot('frontstage|calls|note');
    const seen = (['left', 'right', 'right', 'right', 'left', 'left', 'left'] as const).map((way) => {
      reach(state, way);
      return until(state);
    });
    expect(seen).toEqual([undefined, 'waits', 'works', 'works', 'waits', undefined, undefined]);
    expect(state.said).toBe('Reaches to step 2');
  });

  test('further and less again is as it was', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.option(fc.nat(5), { nil: undefined }), (from, to) => {
        const state = laneOf(6, [[from, to !== undefined && to > from ? to : undefined]]);
        state.goTo('cards/c0');
        const before = until(state, 'c0');
        reach(state, 'right');
        if (until(state, 'c0') === before) return;
        reach(state, 'left');
        expect(until(state, 'c0')).toBe(before);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a second time', () => {
  test('a card, under the first, with all it says', () => {
    const state = atSpot('frontstage|calls|answer');
    duplicate(state);
    const [one, two, three] = state.document.cards('calls', 'frontstage');
    expect([one?.key, three?.key, two?.text('does'), two?.refs('by'), two?.value('time.work')]).toEqual([
      'answer',
      'note',
      'Answers the call',
      ['agent'],
      '3 min',
    ]);
    expect(state.focus?.card).toBe(two?.key);
  });

  test('several cards, which are then the chosen ones; one step of undo', () => {
    const state = atSpot('frontstage|calls|answer');
    state.picked = ['cards/answer', 'cards/judge', 'lanes/second'];
    duplicate(state);
    expect(state.document.items('cards')).toHaveLength(7);
    expect(state.picked.map((address) => state.document.at(address)?.text('does'))).toEqual(['Answers the call', 'Judges the cause']);
    state.session.editing.undo();
    expect(state.document.items('cards')).toHaveLength(5);
    expect(state.session.editing.canUndo).toBe(false);
  });

  test('a step, behind the first, with what it says, feels and takes, and its cards; the focus stays in its row', () => {
    const state = atSpot('emotion|calls');
    duplicate(state);
    const step = state.document.steps()[2];
    expect(steps(state)).toEqual(['notices', 'calls', step?.key, 'waits', 'works']);
    expect([step?.text('does'), step?.value('moment_of_truth'), step?.value('time.wait')]).toEqual(['Calls the help desk', 3, '4 min']);
    expect(step?.feelings().map(({ persona, level }) => [persona, level])).toEqual([[null, -2], ['tom', 0]]); // prettier-ignore
    expect(state.document.cards(step?.key ?? '', 'frontstage').map((card) => card.text('does'))).toEqual([
      'Answers the call',
      'Writes the ticket',
    ]);
    expect(at(state)).toBe(`emotion|${step?.key}`);
  });
});
