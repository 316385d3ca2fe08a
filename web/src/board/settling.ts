/** Where the focus goes when its place is gone. */

import { LANE_HEAD, type Spot } from './spot';
import type { BoardState } from './state.svelte';

/** The place nearest to one whose card, column or row is gone; the place itself where it stands. */
export function settled(board: BoardState, spot: Spot): Spot {
  const { columns } = board;
  const row = spot.row === 'phases' || spot.row === 'steps' || board.row(spot.row) ? spot.row : 'steps';
  const stands = spot.column === LANE_HEAD ? row === spot.row : board.column(spot.column) !== undefined;
  const column = stands ? spot.column : (columns.find(({ kind }) => kind === 'step') ?? columns[0])?.key;
  if (column === undefined) return spot;
  const cards = board.cardsAt(row, column);
  if (row === spot.row && column === spot.column && (spot.card === null || cards.some(({ key }) => key === spot.card))) return spot;
  return { row, column, card: board.row(row)?.role === 'customer' ? null : (cards[0]?.key ?? null) };
}
