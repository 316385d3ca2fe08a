import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fromValues } from '../document/sample';
import type { Sight, Window } from './sight.svelte';
import { LANE_HEAD } from './spot';
import type { BoardState } from './state.svelte';
import { rank, trialBoard } from './testing';

const STEPS = 60;
const WIDE = 188;
const HIGH = 100;
const HEADS = 120;

let clock = 0;
let waiting: (() => void) | null = null;
let soon: (() => void)[] = [];

beforeEach(() => {
  clock = 10_000;
  waiting = null;
  soon = [];
  vi.stubGlobal('setTimeout', (act: () => void) => soon.push(act));
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => {
    waiting = act;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => (waiting = null));
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** The browser draws so many frames, 16 ms each, and does before what was put off. */
function frames(count = 1): void {
  for (let at = 0; at < count; at++) {
    for (const act of soon.splice(0)) act();
    clock += 16;
    const act = waiting;
    waiting = null;
    act?.();
  }
}

/** A board of sixty steps with seven cards each: more than 400. */
function large(perStep = 7): BoardState {
  const lanes = ['evidence', 'frontstage', 'backstage', 'support'];
  return trialBoard(
    fromValues({
      phases: { only: { pos: ['a0'] } },
      steps: Object.fromEntries(Array.from({ length: STEPS }, (_, at) => [`s${at}`, { pos: ['only', rank(at)], does: `Step ${at}` }])),
      cards: Object.fromEntries(
        Array.from({ length: STEPS * perStep }, (_, at) => [
          `c${at}`,
          { pos: [`s${at % STEPS}`, lanes[at % lanes.length], rank(at)], does: `Card ${at}` },
        ]),
      ),
    }),
  );
}

/** An element of the board as the browser would have laid it out. */
function laidOut(id: string, top: number, height: number): HTMLElement {
  const node = document.createElement('div');
  node.id = id;
  Object.defineProperty(node, 'offsetTop', { value: top });
  Object.defineProperty(node, 'offsetHeight', { value: height });
  return node;
}

function withRows(board: BoardState): BoardState {
  document.body.append(...board.rows.map(({ key }, at) => laidOut(`${key}|${LANE_HEAD}|`, HEADS + at * HIGH, HIGH)));
  return board;
}

function window(left: number, top = 0): Window {
  return { left, right: left + 1000, top, bottom: top + 900 };
}

const drawn = (sight: Sight): string[] => sight.columns.map(({ column }) => column.key);
const cardsDrawn = (board: BoardState, row: string): string[] =>
  board.columns.filter(({ key }) => board.sight.near(row, key)).map(({ key }) => key);
const steps = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, at) => `s${from + at}`);

/** A large board at rest, with this part of it in sight. */
function resting(left = 0): { board: BoardState; sight: Sight } {
  const board = withRows(large());
  const { sight } = board;
  sight.begin(window(left));
  sight.look(window(left));
  frames(20);
  return { board, sight };
}

test('a board of up to 400 cards is drawn whole', () => {
  const board = large(6);
  board.sight.begin(window(0));
  expect(board.large).toBe(false);
  expect(drawn(board.sight)).toHaveLength(STEPS + 1);
  expect([board.sight.near('support', 's59'), board.sight.heightOf('support')]).toEqual([true, 0]);
  expect(waiting).toBeNull();
});

describe('of a large board', () => {
  test('only the columns near the window are drawn, with where they stand among all', () => {
    const { sight } = resting(3000);
    // 400 px on either side of 3000 to 4000
    const [first, last] = [Math.ceil((2600 - WIDE) / WIDE), Math.floor(4400 / WIDE)];
    expect(drawn(sight)).toEqual(steps(first, last));
    for (const { column, at } of sight.columns) expect(column.key).toBe(`s${at}`);
  });

  test('what is in sight has its cards at once, what is near to it in the frames that follow, the rest not at all', () => {
    const board = withRows(large());
    board.sight.begin(window(0));
    expect(cardsDrawn(board, 'support')).toEqual(steps(0, Math.floor(1000 / WIDE)));
    frames(2);
    expect(cardsDrawn(board, 'support')).toEqual(steps(0, Math.floor(1400 / WIDE)));
  });

  test('rows far under the window have no cards until one comes near', () => {
    const board = withRows(large());
    const short = { ...window(0), bottom: 100 };
    board.sight.begin(short);
    frames(2);
    const rows = board.rows.filter(({ key }) => board.sight.near(key, 's0')).map(({ key }) => key);
    expect(rows).toEqual(board.rows.slice(0, 4).map(({ key }) => key)); // those that begin within 400 px under it
    board.sight.look({ ...short, top: 400, bottom: 500 });
    frames(20);
    expect(board.rows.every(({ key }) => board.sight.near(key, 's0'))).toBe(true);
  });

  test('no more is drawn in a frame than there is time for, what is nearest first', () => {
    const board = withRows(large());
    const { sight } = board;
    sight.begin(window(0));
    const seen: string[] = [];
    const stop = $effect.root(() => {
      for (const { key } of board.columns.slice(6, 8)) {
        for (const row of board.rows) {
          $effect(() => {
            if (!sight.near(row.key, key)) return;
            clock += 3; // so long the cell takes
            seen.push(key);
          });
        }
      }
    });
    flushSync();
    frames(2); // the first shows what is in sight
    expect(seen).toEqual(['s6', 's6']);
    frames(20);
    expect(seen).toHaveLength(2 * board.rows.length);
    expect(seen).toEqual([...seen].sort());
    stop();
  });

  test('a cell that comes near is heard by its own readers only', () => {
    const { sight } = resting();
    const ran = { near: 0, far: 0 };
    const stop = $effect.root(() => {
      $effect(() => {
        sight.near('support', 's20');
        ran.near += 1;
      });
      $effect(() => {
        sight.near('support', 's50');
        ran.far += 1;
      });
    });
    flushSync();
    sight.look(window(20 * WIDE));
    frames(20);
    expect(ran).toEqual({ near: 2, far: 1 });
    stop();
  });
});

describe('while one looks elsewhere', () => {
  test('after a jump all that is in sight is drawn in the next frame, and what was before is taken away', () => {
    const { board, sight } = resting();
    clock += 1000;
    sight.look(window(6000));
    frames();
    expect(drawn(sight)).toContain('s32');
    expect(drawn(sight)).not.toContain('s0');
    expect(cardsDrawn(board, 'frontstage')).toEqual(expect.arrayContaining(steps(Math.ceil(6000 / WIDE), Math.floor(7000 / WIDE))));
    expect(sight.near('frontstage', 's0')).toBe(false);
  });

  test('going slowly, what went out of sight stays a while, and less of it once one rests', () => {
    const { sight } = resting();
    for (let left = 0; left <= 1200; left += 20) {
      sight.look(window(left));
      frames();
    }
    expect(drawn(sight)[0]).toBe('s0');
    frames(20);
    expect(drawn(sight)[0]).toBe(`s${Math.ceil((1200 - 800 - WIDE) / WIDE)}`);
    expect(drawn(sight)).toContain(`s${Math.floor(2600 / WIDE)}`);
  });

  test('nothing is drawn while the board flies by, and what is in sight once it slows down', () => {
    const { board, sight } = resting();
    const before = drawn(sight);
    let left = 0;
    for (let at = 0; at < 40; at++) {
      sight.look(window((left += 100)));
      frames();
    }
    expect(drawn(sight)).toEqual(before);
    sight.look(window((left += 10)));
    frames();
    expect(drawn(sight)).toContain(`s${Math.floor(left / WIDE) + 1}`);
    frames(20);
    expect(cardsDrawn(board, 'support')).toEqual(expect.arrayContaining(steps(Math.ceil(left / WIDE), Math.floor((left + 1000) / WIDE))));
  });

  test('a board that stops in flight is drawn too', () => {
    const { sight } = resting();
    for (let at = 1; at <= 40; at++) {
      sight.look(window(at * 100));
      frames();
    }
    frames(20);
    expect(drawn(sight)).toContain(`s${Math.floor(4500 / WIDE)}`);
    expect(waiting).toBeNull(); // at rest nothing goes on
  });

  test('nothing more is drawn once it is closed', () => {
    const { sight } = resting();
    const before = drawn(sight);
    sight.look(window(8000));
    sight.close();
    frames(20);
    expect(drawn(sight)).toEqual(before);
  });
});

describe('a cell that the keyboard or the pointer holds', () => {
  test('stays wherever one looks, until it is let go', () => {
    const { board, sight } = resting();
    const leave = sight.keep('frontstage', 's1');
    clock += 1000;
    sight.look(window(8000));
    frames(20);
    expect(drawn(sight)[0]).toBe('s1');
    expect(drawn(sight)).not.toContain('s0');
    expect(board.sight.near('frontstage', 's1')).toBe(true);
    leave();
    sight.look(window(8010));
    frames(20);
    expect(drawn(sight)).not.toContain('s1');
  });

  test('is drawn at once where it was not', () => {
    const { sight } = resting();
    sight.keep('support', 's40');
    expect([drawn(sight).at(-1), sight.near('support', 's40')]).toEqual(['s40', true]);
    expect(sight.near('frontstage', 's40')).toBe(false);
  });

  test('is held as long as one of several holds it', () => {
    const { sight } = resting();
    const [one, two] = [sight.keep('support', 's1'), sight.keep('frontstage', 's1')];
    one();
    clock += 1000;
    sight.look(window(8000));
    frames(20);
    expect(drawn(sight)).toContain('s1');
    two();
    sight.look(window(8100));
    frames(20);
    expect(drawn(sight)).not.toContain('s1');
  });
});

describe('rows stand still while one scrolls', () => {
  test('each is as high as its highest cell will need, before that was ever drawn', () => {
    const board = withRows(large());
    board.sight.begin(window(0));
    const [support, front] = ['support', 'frontstage'].map((row) => board.sight.heightOf(row)) as [number, number];
    expect(support).toBeGreaterThan(0);
    expect(board.sight.heightOf('customer')).toBe(0); // no cards in it
    board.document.item('cards', 'c59')?.ytext('does')?.insert(0, 'A very long story that takes many lines to tell, and more. '.repeat(4));
    board.sight.begin(window(0));
    const row = board.document.item('cards', 'c59')?.place[1];
    expect(row).toBe('support');
    expect(board.sight.heightOf('support')).toBeGreaterThan(support + 60);
    expect(board.sight.heightOf('frontstage')).toBe(front);
  });

  test('and keeps that height, whatever is drawn in it', () => {
    const { board, sight } = resting();
    const before = board.rows.map(({ key }) => sight.heightOf(key));
    for (const left of [4000, 9000, 0]) {
      clock += 1000;
      sight.look(window(left));
      frames(20);
      expect(board.rows.map(({ key }) => sight.heightOf(key))).toEqual(before);
    }
  });

  test('what was drawn once is as high as it was', () => {
    const { board, sight } = resting();
    const cell = laidOut('support|s1|', 0, 500);
    const card = laidOut('', 8, 400);
    card.className = 'card';
    cell.append(card);
    document.body.append(cell, laidOut('steps|s1|', 0, 77));
    clock += 1000;
    sight.look(window(8000));
    frames(20);
    expect(sight.heightOf('steps')).toBe(77);
    sight.begin(window(8000));
    expect(sight.heightOf('support')).toBe(8 + 400 + 16);
    expect(board.sight.heightOf('frontstage')).toBeLessThan(400);
  });
});
