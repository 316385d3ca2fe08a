import { afterEach, describe, expect, test, vi } from 'vitest';
import en from '../../messages/en/board.json?raw';
import es from '../../messages/es/board.json?raw';
import nl from '../../messages/nl/board.json?raw';
import { overwriteGetLocale } from '../generated/paraglide/runtime.js';
import { LANE_HEAD } from '../board/spot';
import type { BoardState } from '../board/state.svelte';
import { at, spot, trialBoard } from '../board/testing';
import { COMMANDS, type Command } from './commands';
import { rowsToGo, stops } from './moving';

const words = { en, nl, es };

afterEach(() => overwriteGetLocale(() => 'en'));

function command(id: string): Command {
  const found = COMMANDS.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
}

function atSpot(name: string, state = trialBoard()): BoardState {
  state.go(spot(name));
  return state;
}

/** Boards with the focus at every place there is, nothing and several things chosen, and links begun. */
function situations(): BoardState[] {
  const found: BoardState[] = [trialBoard()];
  const grid = trialBoard();
  for (const row of rowsToGo(grid)) {
    for (const column of [...(row === 'phases' || row === 'steps' ? [] : [LANE_HEAD]), ...grid.columns.map(({ key }) => key)]) {
      for (const card of stops(grid, row, column)) {
        const state = trialBoard();
        state.go({ row, column, card });
        found.push(state);
      }
    }
  }
  const several = atSpot('emotion|calls');
  several.picked = ['cards/answer', 'steps/calls', 'phases/report', 'links/back'];
  const linking = atSpot('phases|calls');
  linking.linking = 'cards/answer';
  return [...found, several, linking];
}

const PLACES = [
  'phases|calls',
  'steps|works',
  'evidence|waits|mail',
  'customer|notices',
  'emotion|calls',
  'frontstage|calls|note',
  'frontstage|next',
  'second|lane',
  'time|calls',
];

describe('every command', () => {
  test.each(Object.entries(words))('has words in %s, and no two the same', (language, raw) => {
    const messages = JSON.parse(raw) as Record<string, string>;
    overwriteGetLocale(() => language as 'en');
    const labels = COMMANDS.map((each) => each.label());
    expect(labels.filter((label) => label.trim() === '')).toEqual([]);
    expect(labels.length - new Set(labels).size).toBe(0);
    for (const { id } of COMMANDS) {
      const name = id.startsWith('level-') ? 'command_level' : `command_${id.replaceAll('-', '_')}`;
      expect(messages[name], name).toBeTruthy(); // written there, not borrowed from English
    }
    for (const { group } of COMMANDS) expect(messages[`group_${group}`], group).toBeTruthy();
  });

  test('has a name of its own', () => {
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  });

  test('has keys that nothing else has in the same place', () => {
    for (const state of situations()) {
      const able = COMMANDS.filter((each) => each.when(state));
      const keys = able.flatMap((each) => each.keys);
      expect(keys.filter((key, number) => keys.indexOf(key) !== number), at(state)).toEqual([]); // prettier-ignore
    }
  });

  test('has keys that are spelt as pressed keys are', () => {
    const order = /^(Mod\+)?(Alt\+)?(Shift\+)?([a-z0-9?]|Arrow(Left|Right|Up|Down)|Enter|F2|Delete|Backspace|Digit[0-9])$/;
    for (const { keys } of COMMANDS) for (const key of keys) expect(key).toMatch(order);
  });

  test('runs wherever it says that it can, and leaves a place that stands', () => {
    for (const { id } of COMMANDS) {
      const each = command(id);
      for (const place of PLACES) {
        const state = atSpot(place);
        if (!each.when(state)) continue;
        each.run(state);
        const { focus } = state;
        if (focus) expect(focus.column === LANE_HEAD || state.column(focus.column) !== undefined, `${id} at ${at(state)}`).toBe(true);
      }
    }
  });

  test('changes nothing for who may only look', () => {
    const state = atSpot('frontstage|calls|answer', trialBoard(undefined, 'view'));
    const change = vi.fn();
    state.document.doc.on('update', change);
    for (const each of COMMANDS) if (each.when(state)) each.run(state);
    expect(change).not.toHaveBeenCalled();
    expect(COMMANDS.filter(({ group, when }) => group !== 'see' && when(state)).map(({ id }) => id)).toEqual([]);
  });
});

describe('seeing', () => {
  test('zooms, views and what fits', () => {
    const state = trialBoard();
    const fit = vi.fn();
    state.fit = fit;
    command('zoom-detail').run(state);
    command('view-journey').run(state);
    for (const id of ['fit-all', 'fit-chosen', 'fit-none']) command(id).run(state);
    expect([state.zoom, state.view, fit.mock.calls.flat()]).toEqual(['detail', 'journey', ['all', 'chosen', 'none']]);
    expect([command('view-journey').when(state), command('view-table').when(state)]).toEqual([false, true]);
  });

  test('all of what the focus stands among', () => {
    const chosen = (place: string): number => {
      const state = atSpot(place);
      command('all').run(state);
      return new Set(state.picked.map((address) => address.split('/')[0])).size === 1 ? state.picked.length : -1;
    };
    expect([chosen('frontstage|calls|answer'), chosen('steps|calls'), chosen('phases|calls'), chosen('emotion|calls')]).toEqual([
      5, 4, 2, 4,
    ]);
  });

  test('folds the phase or lane of the focus, and unfolds everything', () => {
    const state = atSpot('frontstage|calls|answer');
    expect(command('unfold').when(state)).toBe(false);
    command('fold').run(state);
    expect([[...state.foldedPhases], at(state)]).toEqual([['report'], 'frontstage|folded:report']);
    state.go(spot('second|lane'));
    command('fold').run(state);
    expect([...state.foldedLanes]).toEqual(['second']);
    command('unfold').run(state);
    expect(state.foldedPhases.size + state.foldedLanes.size).toBe(0);
  });
});

describe('saying', () => {
  test('what the customer thinks and what a phase is for are typed where they stand', () => {
    const state = atSpot('frontstage|calls|answer');
    command('thinks').run(state);
    expect([at(state), state.typing]).toEqual(['customer|calls', { address: 'steps/calls', field: 'thinks', fresh: false }]);
    state.typing = null;
    state.go(spot('phases|waits'));
    command('need').run(state);
    expect(state.typing).toEqual({ address: 'phases/repair', field: 'need', fresh: false });
  });

  test('who, through what and with what open a box at the card', () => {
    const state = atSpot('frontstage|calls|answer');
    for (const kind of ['by', 'via', 'uses']) {
      command(kind).run(state);
      expect(state.box).toEqual({ address: 'cards/answer', kind });
    }
    expect(command('by').when(atSpot('steps|calls'))).toBe(false);
  });
});
