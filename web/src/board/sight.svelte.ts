/** What of a large board is drawn: the columns near to what one looks at, and in them the cards of the cells that are near. */

import { flushSync, untrack } from 'svelte';
import type { Item } from '../document';
import { Keyed } from './keyed';
import type { Column } from './layout';
import { LANE_HEAD, spotNode } from './spot';
import type { BoardState } from './state.svelte';

/** What part of the board is in sight, in its own px. */
export interface Window {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A column that is drawn, and where it stands among all, counted from 0. */
export interface Drawn {
  readonly column: Column;
  readonly at: number;
}

/** How far out of sight, in px, things are drawn: two steps or so, that none is missed while one scrolls. */
const AROUND = 400;
/** How far out of sight they may be before they are taken away: at rest, and while the board goes by. */
const BEYOND = { resting: 800, moving: 2400 };
/** So long, in ms, things are drawn in one frame while the board goes by; what is left waits for the next. */
const BUDGET = 4;
/** Faster than this, in px a ms, nobody reads what goes by: only the rows are shown, and what is in them when it slows down. */
const FLYING = 3;
/** When so much time, in ms, has passed since the last look, one has jumped: then all that is in sight is drawn at once. */
const PAUSE = 120;
/** What a cell's height is guessed from until it has been drawn: its padding, a card's frame, a line, the chips, the gap between cards. */
const TALL = { cell: 24, card: 14, line: 18, chips: 22, gap: 6, letter: 6.4, sides: 40 };

interface Place {
  readonly row: string;
  readonly column: string;
  /** How far it is out of sight. */
  readonly far: number;
}

export class Sight {
  readonly #board: BoardState;
  #drawn: ReadonlySet<string> = $state.raw(new Set<string>());
  /** The columns that are drawn, from left to right: all of them where the board is not large. */
  readonly columns: readonly Drawn[] = $derived.by(() => {
    const all = this.#board.columns.map((column, at) => ({ column, at }));
    return this.#board.large ? all.filter(({ column }) => this.#drawn.has(column.key)) : all;
  });
  readonly #near = new Keyed(false);
  readonly #kept = new Map<string, number>();
  readonly #heights = new Map<string, number>();
  readonly #rows = new Keyed(0);
  #window: Window = { left: 0, right: 0, top: 0, bottom: 0 };
  #looked = -Infinity;
  /** How fast the board goes by, in px a ms. */
  #speed = 0;
  #jumped = false;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(board: BoardState) {
    this.#board = board;
  }

  /** Whether the cards of a cell are drawn. Whoever reads it hears of this cell only. */
  near(row: string, column: string): boolean {
    return !this.#board.large || this.#near.get(nameOf(row, column));
  }

  /** How high a row (or the heads of the steps) is at least, in px, since not all of its cells are drawn: it stands still while one scrolls. */
  heightOf(row: string): number {
    return this.#board.large ? this.#rows.get(row) : 0;
  }

  /** Begin, or begin anew with other columns or rows: everything in sight is drawn at once. */
  begin(window: Window): void {
    this.#window = window;
    if (!this.#board.large) return;
    const below = this.#raiseInSight();
    this.#drawColumns(BEYOND.resting, 0);
    this.#drawCards(0);
    this.close();
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#timer = setTimeout(() => {
        for (const row of below) this.#raise(row); // what is not in sight yet waits until this is shown
        this.#later();
      });
    });
  }

  /** Look at another part of the board: after a jump what is in sight is drawn at once, else as fast as frames allow. */
  look(window: Window): void {
    const before = this.#window;
    this.#window = window;
    if (!this.#board.large) return;
    const now = performance.now();
    const passed = now - this.#looked;
    this.#jumped ||= passed > PAUSE;
    this.#speed = (Math.abs(window.left - before.left) + Math.abs(window.top - before.top)) / Math.max(1, passed);
    this.#looked = now;
    this.#later();
  }

  /** Keep a cell drawn wherever one looks, until the way back that is given is taken: the keyboard or the pointer holds something of it. */
  keep(row: string, column: string): () => void {
    this.#kept.set(column, (this.#kept.get(column) ?? 0) + 1);
    this.#near.set(nameOf(row, column), true);
    if (!untrack(() => this.#drawn.has(column))) this.#drawn = new Set([...untrack(() => this.#drawn), column]);
    return () => {
      const left = (this.#kept.get(column) ?? 1) - 1;
      if (left) this.#kept.set(column, left);
      else this.#kept.delete(column);
    };
  }

  close(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #later(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#work(performance.now());
    });
  }

  #work(began: number): void {
    const resting = began - this.#looked > PAUSE;
    if (!this.#jumped && !resting && this.#speed > FLYING) return this.#later();
    const places = this.#waiting(AROUND); // read before anything is drawn: the page is laid out now
    flushSync(() => this.#drawColumns(resting ? BEYOND.resting : BEYOND.moving));
    if (this.#jumped) flushSync(() => this.#drawCards(0));
    this.#jumped = false;
    for (const { row, column } of places.sort((one, two) => one.far - two.far)) {
      if (performance.now() - began > BUDGET) return this.#later();
      if (this.#drawn.has(column)) flushSync(() => this.#near.set(nameOf(row, column), true));
    }
    if (!resting) this.#later();
  }

  /** The columns within so many px of what is in sight are drawn, and those that already are stay unless they are `beyond` so many. */
  #drawColumns(beyond: number, around = AROUND): void {
    const { left, right } = this.#window;
    const drawn = new Set<string>();
    for (const { key, x, width } of this.#board.columns) {
      const far = Math.max(x - right, left - x - width);
      if (far <= around || this.#kept.has(key) || (far <= beyond && this.#drawn.has(key))) drawn.add(key);
    }
    const gone = [...this.#drawn].filter((key) => !drawn.has(key));
    if (gone.length === 0 && drawn.size === this.#drawn.size) return;
    for (const column of gone) this.#leave(column);
    this.#drawn = drawn;
  }

  #drawCards(around: number): void {
    for (const { row, column } of this.#waiting(around)) this.#near.set(nameOf(row, column), true);
  }

  /** A column is taken away: how high it was is remembered. */
  #leave(column: string): void {
    const head = spotNode({ row: 'steps', column, card: null });
    this.#rows.set('steps', Math.max(this.#rows.get('steps'), head?.offsetHeight ?? 0));
    for (const { key: row } of this.#board.rows) {
      const name = nameOf(row, column);
      if (!this.#near.has(name, true)) continue;
      const last = spotNode({ row, column, card: null })?.querySelector<HTMLElement>(':scope > .card:last-of-type');
      if (last) this.#heights.set(name, last.offsetTop + last.offsetHeight + TALL.cell - 8);
      this.#near.set(name, false);
    }
  }

  /** The cells within so many px of what is in sight whose cards are not drawn yet. */
  #waiting(around: number): Place[] {
    const { left, right, top, bottom } = this.#window;
    const columns = this.#board.columns.filter(({ x, width }) => Math.max(x - right, left - x - width) <= around);
    const found: Place[] = [];
    let below = 0;
    for (const { key: row } of this.#board.rows) {
      const head = spotNode({ row, column: LANE_HEAD, card: null });
      const start = head?.offsetTop ?? below;
      below = start + (head?.offsetHeight ?? this.#rows.get(row));
      const high = Math.max(start - bottom, top - below);
      if (high > around) continue;
      for (const { key: column, x, width } of columns) {
        if (this.#near.has(nameOf(row, column), true)) continue;
        found.push({ row, column, far: Math.max(high, x - right, left - x - width) });
      }
    }
    return found;
  }

  /** Give the rows down to the end of what is in sight their height; those further down. */
  #raiseInSight(): readonly string[] {
    const rows = this.#board.rows.map(({ key }) => key);
    let below = 0;
    let at = 0;
    for (; at < rows.length && below <= this.#window.bottom; at++) {
      const row = rows[at] as string;
      this.#raise(row);
      below += this.#rows.get(row);
    }
    return rows.slice(at);
  }

  /** Give a row the height of its highest cell: as it was when it was drawn, or what its texts will need. */
  #raise(row: string): void {
    const heights = this.#board.columns.map(({ key, step, width }) => {
      const known = this.#heights.get(nameOf(row, key));
      return known ?? (step ? guessed(this.#board.document.cards(step.key, row), width) : 0);
    });
    this.#rows.set(row, Math.max(0, ...heights));
  }
}

function guessed(cards: readonly Item[], width: number): number {
  const letters = Math.max(8, (width - TALL.sides) / TALL.letter);
  const high = (card: Item): number => {
    const chips = ['by', 'via', 'uses'].some((field) => card.refs(field).length > 0);
    return TALL.card + TALL.line * Math.max(1, Math.ceil(card.text('does').length / letters)) + (chips ? TALL.chips : 0);
  };
  return cards.length && TALL.cell + cards.reduce((sum, card) => sum + high(card) + TALL.gap, 0);
}

function nameOf(row: string, column: string): string {
  return `${row}|${column}`;
}
