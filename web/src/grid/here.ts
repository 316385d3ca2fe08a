/** The board's state, for the components on it. */

import { getContext, setContext } from 'svelte';
import type { BoardState } from './state.svelte';

const KEY = Symbol('board');

export function putBoard(state: BoardState): BoardState {
  return setContext(KEY, state);
}

export function useBoard(): BoardState {
  return getContext(KEY);
}

/** How a place is written at its element, so that the keyboard and the pointer find it. */
export function spotName(row: string, column: string, card: string | null): string {
  return `${row}|${column}|${card ?? ''}`;
}
