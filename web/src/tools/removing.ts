/** Taking away: what is chosen, and what was begun and stayed empty. */

import { remove, setField, setText } from '../edits';
import { m } from '../generated/paraglide/messages.js';
import { LANE_HEAD, type Spot } from '../board/spot';
import type { BoardState } from '../board/state.svelte';
import { stops } from './moving';
import { setLevel } from './saying';

const PARTS = ['work', 'wait', 'standard', 'tolerance'];

/** Take away what is chosen. What a step says or feels is emptied first; its head, or its empty text, takes the step away. */
export function takeAway(state: BoardState): void {
  const spot = state.focus;
  if (!spot || !state.mayEdit) return;
  const role = state.row(spot.row)?.role;
  const step = state.column(spot.column)?.step;
  if (spot.column !== LANE_HEAD && role === 'emotion') return setLevel(state, null);
  if (spot.column !== LANE_HEAD && role === 'time') return clearTimes(state);
  if (state.picked.length === 0 && role === 'customer' && step && spot.card === null && step.text('does') + step.text('thinks') !== '') {
    return state.session.editing.run('set-text', () =>
      ['does', 'thinks'].forEach((field) => setText(state.session.editing, step.address, field, '')),
    );
  }
  removed(state, state.chosen);
}

function clearTimes(state: BoardState): void {
  const { editing } = state.session;
  editing.run('set-time', () => {
    for (const address of state.chosen) for (const part of PARTS) setField(editing, address, `time.${part}`, null);
  });
}

function removed(state: BoardState, addresses: readonly string[]): void {
  if (!state.focus || addresses.length === 0) return;
  const mend = neighbour(state, state.focus);
  remove(state.session.editing, addresses);
  state.say(m.board_removed({ count: addresses.length }));
  state.go(mend());
}

/** What was made to type in and stayed empty goes as if it had never been made. */
export function removeEmpty(state: BoardState, address: string, refocus: boolean): void {
  const { editing } = state.session;
  const mend = state.focus && neighbour(state, state.focus);
  const { name } = editing.undo();
  if (!name.startsWith('add-') || state.document.at(address)) {
    editing.redo();
    remove(editing, [address]);
  }
  if (mend && refocus) state.go(mend());
}

/** Remembers what stands around a place; gives the place nearest to it once things have gone. */
function neighbour(state: BoardState, spot: Spot): () => Spot {
  const at = stops(state, spot.row, spot.column).indexOf(spot.card);
  const column = state.indexOf(spot.column);
  const row = state.rows.findIndex(({ key }) => key === spot.row);
  return () => {
    const lane = row < 0 || state.row(spot.row) ? spot.row : (state.rows[Math.min(row, state.rows.length - 1)]?.key ?? 'steps');
    const there =
      column < 0 || state.column(spot.column)
        ? spot.column
        : (state.columns[Math.min(column, state.columns.length - 1)]?.key ?? spot.column);
    const places = stops(state, lane, there);
    return { row: lane, column: there, card: places[Math.min(Math.max(0, at), places.length - 1)] ?? null };
  };
}
