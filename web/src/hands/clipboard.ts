/** Cells out as a table, and tables in. */

import type { BoardState } from '../grid/state.svelte';
import { parseGrid, planPaste, type PastePlan, type PasteTarget } from '../edits';
import { LANE_HEAD } from './moving';

export interface Pasting {
  readonly grid: readonly (readonly string[])[];
  readonly at: PasteTarget;
  readonly plan: PastePlan;
}

/** Put the chosen cells on the clipboard as text and as a table; true when there was something. */
export function copyOut(state: BoardState, event: ClipboardEvent): boolean {
  const grid = state.grid();
  if (!event.clipboardData || grid.length === 0 || grid.every((row) => row.every((cell) => cell === ''))) return false;
  event.clipboardData.setData('text/plain', state.copied());
  event.clipboardData.setData('text/html', tableOf(grid));
  event.preventDefault();
  return true;
}

function tableOf(grid: readonly (readonly string[])[]): string {
  const table = document.createElement('table');
  for (const row of grid) {
    const line = table.insertRow();
    for (const cell of row) line.insertCell().innerText = cell;
  }
  return table.outerHTML;
}

/** What pasting would do at the focus; null when there is nothing to paste or nowhere. */
export function pasting(state: BoardState, data: DataTransfer | null): Pasting | null {
  const spot = state.focus;
  if (!data || !spot || !state.mayEdit || spot.column === LANE_HEAD) return null;
  const grid = parseGrid({ text: data.getData('text/plain'), html: data.getData('text/html') });
  if (grid.length === 0) return null;
  const role = state.row(spot.row)?.role;
  const lane = spot.row === 'phases' || spot.row === 'steps' || (role === 'customer' && spot.card === null) ? 'steps' : spot.row;
  const at: PasteTarget = { step: state.column(spot.column)?.step?.key ?? null, lane };
  return { grid, at, plan: planPaste(state.document, grid, at) };
}
