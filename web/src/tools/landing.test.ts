import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addLane } from '../edits';
import { LANE_HEAD } from '../board/spot';
import type { BoardState } from '../board/state.svelte';
import { at, keys, spot, trialBoard } from '../board/testing';
import { landingFor, type Landing, type Load } from './landing';

const LANES = 168;
const WIDE = 188;
const HIGH = 100;
const HEADS = 120;

let state: BoardState;
let sheet: HTMLElement;

/** An element that stands where it is told, and says whose place it is. */
function put(
  parent: HTMLElement,
  box: { left: number; top: number; width: number; height: number },
  data: Record<string, string>,
  id = '',
): HTMLElement {
  // prettier-ignore
  const node = document.createElement('div');
  node.id = id;
  Object.assign(node.dataset, data, id ? { spot: '' } : {});
  const rect = new DOMRect(box.left, box.top, box.width, box.height);
  node.getBoundingClientRect = () => rect;
  Object.defineProperty(node, 'offsetHeight', { value: box.height });
  parent.append(node);
  return node;
}

/** The board as a browser would lay it out: heads 60 high, rows 100, cards 30 with 10 between. */
function lay(): void {
  document.body.replaceChildren();
  sheet = put(document.body, { left: 0, top: 0, width: LANES + 5 * WIDE, height: HEADS + 7 * HIGH }, {});
  for (const column of state.columns) {
    const left = LANES + column.x;
    if (column.phase) {
      const steps = state.columns.filter(({ phase }) => phase === column.phase);
      if (steps[0] === column)
        put(sheet, { left, top: 0, width: steps.length * WIDE, height: 60 }, { phase: column.phase.key }, `phases|${column.key}|`);
      put(sheet, { left, top: 60, width: WIDE, height: 60 }, { column: column.key }, `steps|${column.key}|`);
    }
    state.rows.forEach(({ key: row }, number) => {
      const top = HEADS + number * HIGH;
      const cell = put(sheet, { left, top, width: WIDE, height: HIGH }, { cell: `${row}|${column.key}` }, `${row}|${column.key}|`);
      state.cardsAt(row, column.key).forEach(({ key }, stack) => {
        const box = { left: left + 10, top: top + 8 + stack * 40, width: WIDE - 20, height: 30 };
        put(cell, box, { address: `cards/${key}` }, `${row}|${column.key}|${key}`).className = 'card';
      });
    });
  }
  state.rows.forEach(({ key }, number) => {
    put(sheet, { left: 0, top: HEADS + number * HIGH, width: LANES, height: HIGH }, { lane: key }, `${key}|${LANE_HEAD}|`);
  });
}

/** The innermost element under a point. */
function under(x: number, y: number): Element | null {
  const found = [...document.body.querySelectorAll<HTMLElement>('[id]')].filter((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return node.id !== '' && x >= left && x < right && y >= top && y < bottom;
  });
  return found.at(-1) ?? null;
}

function over(load: Load, x: number, y: number): Landing | null {
  return landingFor(sheet, state, load, { clientX: x, clientY: y });
}

/** The middle of a place on the screen. */
function middle(row: string, column: string): [number, number] {
  const number = state.rows.findIndex(({ key }) => key === row);
  const x = LANES + (state.column(column)?.x ?? 0) + WIDE / 2;
  return [x, row === 'phases' ? 30 : row === 'steps' ? 90 : HEADS + number * HIGH + HIGH / 2];
}

beforeEach(() => {
  state = trialBoard();
  document.elementFromPoint = under;
  vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') });
  lay();
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const note: Load = { kind: 'card', key: 'note' };

describe('a card', () => {
  test('over an empty cell lands in it, and the whole cell is shown', () => {
    const landing = over(note, ...middle('support', 'notices'));
    expect(landing?.shown).toMatchObject({ kind: 'area', left: LANES + 3, width: WIDE - 6, height: HIGH - 6 });
    expect(keys(state.document.cards('notices', 'support'))).toEqual([]); // not before it is let go
    landing?.drop();
    expect([keys(state.document.cards('notices', 'support')), at(state)]).toEqual([['note'], 'support|notices|note']);
  });

  test('between cards lands where the line shows', () => {
    const [x] = middle('frontstage', 'calls');
    const top = HEADS + 3 * HIGH + 8;
    const before = over({ kind: 'card', key: 'send' }, x, top + 10);
    expect(before?.shown).toMatchObject({ kind: 'line', top: top - 5 });
    const behind = over({ kind: 'card', key: 'send' }, x, top + 35);
    expect(behind?.shown).toMatchObject({ kind: 'line', top: top + 40 - 5 });
    const last = over({ kind: 'card', key: 'send' }, x, top + 85);
    expect(last?.shown.top).toBe(top + 70 + 2);
    behind?.drop();
    expect(keys(state.document.cards('calls', 'frontstage'))).toEqual(['answer', 'send', 'note']);
  });

  test('takes along all that are chosen with it, in their order, in one step of undo', () => {
    state.go(spot('frontstage|calls|answer'));
    state.picked = ['cards/answer', 'cards/note', 'steps/calls'];
    over(note, ...middle('support', 'notices'))?.drop();
    expect([keys(state.document.cards('notices', 'support')), state.picked]).toEqual([['answer', 'note'], ['cards/answer', 'cards/note']]); // prettier-ignore
    state.session.editing.undo();
    expect(keys(state.document.cards('calls', 'frontstage'))).toEqual(['answer', 'note']);
  });

  test('that is not among those chosen goes alone', () => {
    state.picked = ['cards/answer'];
    over(note, ...middle('support', 'notices'))?.drop();
    expect(keys(state.document.cards('notices', 'support'))).toEqual(['note']);
  });

  test('lands nowhere on heads, feelings, times, folded lanes, the place of the next step, and beside the board', () => {
    state.foldLane('second');
    const places: [string, string][] = [['steps', 'calls'], ['phases', 'notices'], ['emotion', 'calls'], ['time', 'calls'], ['second', 'works'], ['support', 'next']]; // prettier-ignore
    for (const [row, column] of places) expect(over(note, ...middle(row, column)), `${row} ${column}`).toBeNull();
    expect(over(note, 5000, 5000)).toBeNull();
  });
});

describe('a step', () => {
  const step = (key: string, column: string, side: number): Landing | null => {
    const [x, y] = middle('frontstage', column);
    return over({ kind: 'step', key }, x + side * 40, y);
  };

  test('lands on the side of the column that the pointer is nearer to', () => {
    const before = step('works', 'calls', -1);
    expect(before?.shown).toMatchObject({ left: LANES + WIDE - 1, top: 60, width: 3 });
    expect(step('works', 'calls', 1)?.shown.left).toBe(LANES + 2 * WIDE - 1);
    before?.drop();
    expect([keys(state.document.steps()), at(state), state.document.item('steps', 'works')?.place]).toEqual([
      ['notices', 'works', 'calls', 'waits'],
      'steps|works',
      ['report'],
    ]);
  });

  test('goes with the others that are chosen, in their order', () => {
    state.go(spot('steps|waits'));
    state.picked = ['steps/works', 'steps/waits'];
    step('works', 'notices', 1)?.drop();
    expect(keys(state.document.steps())).toEqual(['notices', 'waits', 'works', 'calls']);
  });

  test('on itself, or among those that go along, changes nothing', () => {
    step('calls', 'calls', 1)?.drop();
    state.picked = ['steps/calls', 'steps/works'];
    step('calls', 'works', 1)?.drop();
    expect([keys(state.document.steps()), state.session.editing.canUndo]).toEqual([['notices', 'calls', 'waits', 'works'], false]);
  });

  test('lands nowhere behind the last column or at the heads of lanes', () => {
    expect([step('calls', 'next', 0), over({ kind: 'step', key: 'calls' }, 20, HEADS + 50)]).toEqual([null, null]);
  });
});

test('a phase lands before or after another, with its steps', () => {
  const [x, y] = middle('steps', 'notices');
  const landing = over({ kind: 'phase', key: 'repair' }, x, y);
  expect(landing?.shown).toMatchObject({ left: LANES - 1, top: 0 });
  landing?.drop();
  expect([keys(state.document.phases()), keys(state.document.steps())]).toEqual([
    ['repair', 'report'],
    ['waits', 'works', 'notices', 'calls'],
  ]);
});

test('a lane lands over or under others of its role, and beside no other', () => {
  const third = addLane(state.session.editing, { role: 'backstage', name: 'Third line', after: 'second' });
  if (!third.ok) throw new Error(third.why);
  lay();
  const order = (): string[] => state.rows.filter(({ role }) => role === 'backstage').map(({ key }) => key);
  const head = (key: string): number => HEADS + state.rows.findIndex((row) => row.key === key) * HIGH;
  for (const key of ['support', 'frontstage', third.key]) expect(over({ kind: 'lane', key: third.key }, 20, head(key) + 10)).toBeNull();
  const under = over({ kind: 'lane', key: third.key }, 20, head('second') + 90);
  expect(under?.shown.top).toBe(head('second') + HIGH - 1);
  const landing = over({ kind: 'lane', key: third.key }, 20, head('second') + 10);
  expect(landing?.shown.top).toBe(head('second') - 1);
  expect(order()).toEqual(['second', third.key]);
  landing?.drop();
  expect([order(), at(state)]).toEqual([[third.key, 'second'], `${third.key}|lane`]);
});

test('on a board that is drawn smaller, what is shown is in the board’s own px', () => {
  const whole = over(note, ...middle('support', 'notices'))?.shown;
  state.scale = 0.5;
  expect(over(note, ...middle('support', 'notices'))?.shown.width).toBe((whole?.width ?? 0) * 2);
});
