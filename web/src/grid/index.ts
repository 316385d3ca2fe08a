/** The board: the journey above the line, what makes it possible below. */

export { default as Board } from './Board.svelte';
export type { View, Zoom } from './layout';
export { BoardState, type Spot } from './state.svelte';
