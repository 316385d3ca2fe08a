/** How the focus goes over the board: from place to place, and through the cards of a cell. */

import type { Key } from '../document';
import { LANE_HEAD, type HeadRow, type Spot } from '../board/spot';
import type { BoardState } from '../board/state.svelte';

export type Way = 'left' | 'right' | 'up' | 'down';

/** The rows that can be gone to, from top to bottom. */
export function rowsToGo(state: BoardState): (Key | HeadRow)[] {
  return ['phases', 'steps', ...state.rows.map((row) => row.key)];
}

/** The places in a cell from top to bottom: what the step itself says there, then its cards. */
export function stops(state: BoardState, row: Key | HeadRow, column: string): (Key | null)[] {
  if (column === LANE_HEAD || row === 'phases' || row === 'steps' || state.foldedLanes.has(row)) return [null];
  const cards = state.cardsAt(row, column).map((card) => card.key);
  const own = state.row(row)?.role === 'customer';
  return own || cards.length === 0 ? [null, ...cards] : cards;
}

/** The first place there is, for a board that has no focus yet: where a customer's first step goes. */
export function firstSpot(state: BoardState): Spot | null {
  const column = state.columns.find(({ kind }) => kind !== 'folded');
  if (!column) return null;
  const customer = state.rows.find(({ role }) => role === 'customer');
  return { row: customer?.key ?? 'steps', column: column.key, card: null };
}

/** The place one further on, or null at the edge. */
export function next(state: BoardState, from: Spot, way: Way): Spot | null {
  return way === 'left' || way === 'right'
    ? sideways(state, from, way === 'right' ? 1 : -1)
    : upright(state, from, way === 'down' ? 1 : -1);
}

function sideways(state: BoardState, from: Spot, by: 1 | -1): Spot | null {
  const lane = from.row !== 'phases' && from.row !== 'steps';
  // a folded lane shows nothing but its head
  if (lane && state.foldedLanes.has(from.row)) return null;
  const keys = [...(lane ? [LANE_HEAD] : []), ...state.columns.map(({ key }) => key)];
  let at = keys.indexOf(from.column);
  const phase = (key: string): unknown => state.column(key)?.phase ?? key;
  const began = phase(from.column);
  do at += by;
  while (from.row === 'phases' && keys[at] !== undefined && phase(keys[at] as string) === began);
  // a phase is reached at its first column
  while (from.row === 'phases' && by < 0 && at > 0 && phase(keys[at - 1] as string) === phase(keys[at] as string)) at -= 1;
  const column = keys[at];
  return column === undefined ? null : landing(state, from.row, column, from, 1);
}

function upright(state: BoardState, from: Spot, by: 1 | -1): Spot | null {
  const here = stops(state, from.row, from.column);
  const inside = here[here.indexOf(from.card) + by];
  if (inside !== undefined) return { ...from, card: inside };
  const rows = rowsToGo(state);
  const row = rows[rows.indexOf(from.row) + by];
  if (row === undefined) return null;
  if (from.column === LANE_HEAD && (row === 'phases' || row === 'steps')) return null;
  const column = row !== 'phases' && row !== 'steps' && state.foldedLanes.has(row) ? LANE_HEAD : beside(state, row, from.column);
  return landing(state, row, column, null, by);
}

/** The column one arrives at in another row: a phase's head stands over its first column. */
function beside(state: BoardState, row: string, column: string): string {
  const phase = row === 'phases' ? state.column(column)?.phase : null;
  return (phase && state.columns.find((each) => each.phase === phase)?.key) ?? column;
}

/** Where in a cell one arrives: at the same height when coming from the side, else at the near end. */
function landing(state: BoardState, row: Key | HeadRow, column: string, from: Spot | null, by: 1 | -1): Spot {
  const places = stops(state, row, column);
  const height = from ? Math.max(0, stops(state, from.row, from.column).indexOf(from.card)) : by > 0 ? 0 : places.length - 1;
  return { row, column, card: places[Math.min(height, places.length - 1)] ?? null };
}

/** The first or last place of a row (Home, End), or of the board (with Ctrl). */
export function edge(state: BoardState, from: Spot, last: boolean, whole: boolean): Spot {
  const rows = rowsToGo(state);
  const row = whole ? ((last ? rows.at(-1) : rows[0]) ?? from.row) : from.row;
  const steps = state.columns.filter(({ kind }) => kind !== 'next');
  const column = ((last ? steps.at(-1) : steps[0]) ?? state.columns[0])?.key ?? from.column;
  return landing(state, row, beside(state, row, column), null, 1);
}

/** The elements in the rectangle between two places. */
export function between(state: BoardState, one: Spot, other: Spot): string[] {
  const rows = rowsToGo(state);
  const columns = state.columns.map(({ key }) => key);
  const [left, right] = ordered(columns.indexOf(one.column), columns.indexOf(other.column));
  const [top, bottom] = ordered(rows.indexOf(one.row), rows.indexOf(other.row));
  if (one.row === other.row && one.column === other.column) return stretch(state, one, other);
  const found = new Set<string>();
  for (const row of rows.slice(Math.max(0, top), bottom + 1)) {
    for (const column of columns.slice(Math.max(0, left), right + 1)) {
      for (const card of stops(state, row, column)) found.add(state.addressAt({ row, column, card }));
    }
  }
  found.delete('');
  const cards = [...found].filter((address) => address.startsWith('cards/'));
  // whoever draws a rectangle over cards means the cards, not the columns they stand in
  return cards.length && top > 1 ? cards : [...found];
}

/** The cards between two cards of one cell. */
function stretch(state: BoardState, one: Spot, other: Spot): string[] {
  const places = stops(state, one.row, one.column);
  const [from, to] = ordered(places.indexOf(one.card), places.indexOf(other.card));
  return places
    .slice(from, to + 1)
    .map((card) => state.addressAt({ ...one, card }))
    .filter(Boolean);
}

function ordered(one: number, other: number): [number, number] {
  return one < other ? [one, other] : [other, one];
}
