/** What things on the board are called, for screen readers and for messages. */

import { feelingWords } from '../generated/craft';
import { m } from '../generated/paraglide/messages.js';
import type { Column } from './layout';
import type { BoardState } from './state.svelte';

/** A place in words: “Front stage, step 3”. */
export function placeName(lane: string, column: Column | undefined): string {
  if (column?.kind === 'step') return m.board_place({ lane, number: column.number });
  if (column?.kind === 'folded') return m.board_place_folded({ lane, phase: column.phase?.title() ?? '' });
  if (column?.kind === 'empty') return m.board_place_empty({ lane, phase: column.phase?.title() ?? '' });
  return m.board_place_next({ lane });
}

/** The place of a row and column by their keys. */
export function placeAt(board: BoardState, row: string, column: string): string {
  const found = board.row(row);
  return placeName(found ? board.nameOf(found) : '', board.column(column));
}

/** How a level feels, in one word. */
export function feelingWord(level: number): string {
  return feelingWords[String(Math.max(-2, Math.min(2, Math.round(level)))) as keyof typeof feelingWords]();
}

/** A level with its sign, with a true minus. */
export function signed(level: number): string {
  return level > 0 ? `+${level}` : String(level).replace('-', '\u2212');
}
