import { afterEach, describe, expect, test, vi } from 'vitest';
import { fromValues } from '../document/sample';
import { toasts } from '../panels';
import type { Person } from '../session';
import type { BoardState } from '../board/state.svelte';
import { at, keys, spot, trialBoard } from '../board/testing';
import { begin, commit, insertBeside, insertLane, insertPhase, openTime, startAnother, startCard } from './doing';

function atSpot(name: string, state = trialBoard()): BoardState {
  state.go(spot(name));
  return state;
}

/** Letters typed into the text that is open. */
function write(state: BoardState, text: string): void {
  const { typing } = state;
  const shared = typing && state.document.at(typing.address)?.ytext(typing.field);
  if (!shared) throw new Error('nothing is open');
  state.session.editing.type(shared, typing.address, () => shared.insert(0, text));
}

const steps = (state: BoardState): string[] => state.document.steps().map((step) => step.text('does'));
const cards = (state: BoardState, step: string, lane: string): string[] =>
  state.document.cards(step, lane).map((card) => card.text('does'));
const fresh = (): BoardState => atSpot('customer|next', trialBoard(fromValues({})));

afterEach(() => vi.restoreAllMocks());

describe('beginning to type', () => {
  test.each([
    ['frontstage|calls|note', 'cards/note', 'does'],
    ['steps|calls', 'steps/calls', 'title'],
    ['customer|calls', 'steps/calls', 'does'],
    ['phases|waits', 'phases/repair', 'title'],
    ['second|lane', 'lanes/second', 'name'],
  ])('at %s opens %s, its %s', (place, address, field) => {
    const state = atSpot(place);
    begin(state);
    expect(state.typing).toEqual({ address, field, fresh: false });
    expect(state.session.editing.canUndo).toBe(false);
  });

  test('in an empty cell makes a card, and the focus goes along', () => {
    const state = atSpot('frontstage|notices');
    begin(state);
    const [made] = keys(state.document.cards('notices', 'frontstage'));
    expect([state.typing, at(state)]).toEqual([{ address: `cards/${made}`, field: 'does', fresh: true }, `frontstage|notices|${made}`]);
  });

  test('behind the last step makes a step, and in an empty phase its first', () => {
    const state = atSpot('customer|next');
    begin(state);
    expect(steps(state)).toHaveLength(5);
    expect([state.focus?.row, state.typing?.field]).toEqual(['customer', 'does']);
    const empty = trialBoard(fromValues({ phases: { one: { pos: ['a0'] }, two: { pos: ['a1'] } } }));
    empty.go(spot('customer|empty:one'));
    begin(empty);
    expect(empty.document.stepsOf('one')).toHaveLength(1);
  });

  test('in a lane behind the last step makes the step and the card, in one step of undo', () => {
    const state = atSpot('support|next');
    begin(state);
    const step = state.document.steps().at(-1)?.key ?? '';
    expect([steps(state).length, cards(state, step, 'support')]).toEqual([5, ['']]);
    state.session.editing.undo();
    expect([steps(state).length, state.document.items('cards').length]).toEqual([4, 5]);
  });

  test('on the very first place makes a phase and its step', () => {
    const state = fresh();
    begin(state);
    expect([state.document.phases().length, steps(state), state.typing?.field]).toEqual([1, [''], 'does']);
  });

  test('at a folded phase or lane opens that', () => {
    const state = trialBoard();
    state.foldPhase('report');
    state.foldLane('second');
    state.go(spot('frontstage|folded:report'));
    begin(state);
    state.go(spot('second|waits'));
    begin(state);
    expect([state.foldedPhases.size, state.foldedLanes.size, state.typing]).toEqual([0, 0, null]);
  });

  test('a role’s own row gets its name by being declared', () => {
    const state = atSpot('frontstage|lane');
    begin(state);
    expect([state.typing?.address, state.row('frontstage')?.declared?.key]).toEqual(['lanes/frontstage', 'frontstage']);
    expect(cards(state, 'calls', 'frontstage')).toHaveLength(2);
  });

  test('times open a box with what was typed; feelings have keys of their own', () => {
    const state = atSpot('time|calls');
    begin(state, '5');
    expect([state.box, state.typing]).toEqual([{ address: 'steps/calls', kind: 'time', letters: '5' }, null]);
    state.box = null;
    state.go(spot('emotion|calls'));
    begin(state);
    expect([state.box, state.typing]).toEqual([null, null]);
    state.go(spot('phases|calls'));
    openTime(state);
    expect(state.box).toBeNull();
  });

  test('who may only look begins nothing', () => {
    const state = atSpot('frontstage|notices', trialBoard(undefined, 'view'));
    begin(state);
    expect([state.typing, state.document.items('cards').length]).toEqual([null, 5]);
  });

  test('where somebody else types, they are named, and a second try opens it all the same', () => {
    const state = atSpot('frontstage|calls|note');
    const said = vi.spyOn(toasts, 'say').mockReturnValue(undefined as never);
    vi.spyOn(state.session, 'lockedBy').mockReturnValue({ name: 'Ana' } as Person);
    begin(state);
    expect([state.typing, said.mock.calls[0]?.[0]]).toEqual([null, 'Ana is typing here. Press Enter again to type along.']);
    begin(state);
    expect(state.typing?.address).toBe('cards/note');
  });
});

describe('leaving what was typed', () => {
  test('stays, or goes on to the side', () => {
    const state = atSpot('frontstage|calls|note');
    begin(state);
    commit(state);
    expect([state.typing, at(state)]).toEqual([null, 'frontstage|calls|note']);
    begin(state);
    commit(state, 'right');
    expect(at(state)).toBe('frontstage|waits');
  });

  test('another card begins in the same cell, behind the one that was left', () => {
    const state = atSpot('frontstage|calls|answer');
    begin(state);
    commit(state, 'another');
    write(state, 'Listens');
    commit(state);
    expect(cards(state, 'calls', 'frontstage')).toEqual(['Answers the call', 'Listens', 'Writes the ticket']);
  });

  test('what stayed empty goes again, and leaves nothing to undo', () => {
    for (const way of ['stay', 'another', 'leave', 'right'] as const) {
      const state = atSpot('frontstage|notices');
      begin(state);
      commit(state, way);
      expect([cards(state, 'notices', 'frontstage'), state.session.editing.canUndo, state.typing]).toEqual([[], false, null]);
      if (way === 'right') expect(at(state)).toBe('frontstage|calls|answer');
    }
  });

  test('a text that was emptied stays: it was not made just now', () => {
    const state = atSpot('frontstage|calls|note');
    begin(state);
    state.document.item('cards', 'note')?.ytext('does')?.delete(0, 17);
    commit(state);
    expect(cards(state, 'calls', 'frontstage')).toEqual(['Answers the call', '']);
  });

  test('a journey of three steps is typed with Tab between', () => {
    const state = fresh();
    begin(state);
    write(state, 'Notices');
    commit(state, 'right');
    begin(state);
    write(state, 'Calls');
    commit(state, 'right');
    begin(state);
    commit(state, 'right'); // a step without words: here the customer waits
    begin(state);
    write(state, 'Thanks');
    commit(state);
    expect(steps(state)).toEqual(['Notices', 'Calls', '', 'Thanks']);
    expect(state.document.phases()).toHaveLength(1);
  });
});

describe('putting something beside', () => {
  test('a step before and after the focused one, in its phase', () => {
    const state = atSpot('frontstage|waits');
    insertBeside(state, 'left');
    write(state, 'Hears when');
    commit(state);
    state.go(spot('steps|waits'));
    insertBeside(state, 'right');
    write(state, 'Opens the door');
    expect(steps(state).slice(2)).toEqual(['Hears when', 'Waits for a courier', 'Opens the door', 'Works again']);
    expect(state.document.stepsOf('repair')).toHaveLength(4);
    expect(state.focus?.row).toBe('customer');
  });

  test('a phase on the heads of phases, and beside a folded one', () => {
    const state = atSpot('phases|waits');
    insertBeside(state, 'left');
    expect(state.document.phases().map((phase) => phase.title())).toEqual(['Report', '', 'Repair']);
    expect(state.typing?.field).toBe('title');
    commit(state, 'leave');
    state.foldPhase('repair');
    state.go(spot('support|folded:repair'));
    insertBeside(state, 'right');
    write(state, 'Thank');
    expect(state.document.phases().map((phase) => phase.title())).toEqual(['Report', 'Repair', 'Thank']);
  });

  test('a phase behind the focused one, before one, or last', () => {
    const titles = (name: string | null, before?: string): string[] => {
      const state = name === null ? trialBoard() : atSpot(name);
      insertPhase(state, before);
      return state.document.phases().map((phase) => phase.title());
    };
    expect(titles('frontstage|calls')).toEqual(['Report', '', 'Repair']);
    expect(titles('frontstage|calls', 'report')).toEqual(['', 'Report', 'Repair']);
    expect(titles(null)).toEqual(['Report', 'Repair', '']);
  });

  test('a lane under the focused one, with its role; elsewhere one back stage', () => {
    const state = atSpot('second|calls');
    insertLane(state);
    const made = state.focus?.row ?? '';
    expect([state.row(made)?.role, state.focus?.column, state.typing?.field]).toEqual(['backstage', 'lane', 'name']);
    const rows = state.rows.map(({ key }) => key);
    expect(rows.indexOf(made)).toBe(rows.indexOf('second') + 1);
    const time = atSpot('time|calls');
    insertLane(time);
    expect(time.row(time.focus?.row ?? '')?.role).toBe('backstage');
  });

  test('another: a card where cards go, a lane at the head of one, else the next step', () => {
    const card = atSpot('frontstage|calls|answer');
    startAnother(card);
    expect(card.document.cards('calls', 'frontstage')).toHaveLength(3);
    const lane = atSpot('second|lane');
    startAnother(lane);
    expect(lane.document.items('lanes')).toHaveLength(2);
    const step = atSpot('emotion|calls');
    startAnother(step);
    expect(step.document.steps()).toHaveLength(5);
  });

  test('a card at the head of its cell, when asked for before another', () => {
    const state = atSpot('frontstage|calls|note');
    startCard(state, { before: 'answer' });
    expect(cards(state, 'calls', 'frontstage')).toEqual(['', 'Answers the call', 'Writes the ticket']);
  });
});
