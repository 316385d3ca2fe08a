/** The board: the journey above the line, what makes it possible below. */

export { default as Board } from './Board.svelte';
export { VIEWS, type View, type Zoom } from './layout';
export type { Spot } from './spot';
export { BoardState } from './state.svelte';
