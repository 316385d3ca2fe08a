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

/** The context that one component needs, for showing it on its own. */
export function boardContext(state: BoardState): Map<unknown, unknown> {
  return new Map([[KEY, state]]);
}
