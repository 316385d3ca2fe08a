/** The places of the board, and how they are written at their elements. */

import type { Key } from '../document';

/** The rows above the lanes: heads of phases, heads of steps. */
export type HeadRow = 'phases' | 'steps';

/** One place on the board: a row, a column, and in it one card (null: the place itself). */
export interface Spot {
  readonly row: Key | HeadRow;
  readonly column: string;
  readonly card: Key | null;
}

/** The column of the lanes' own heads. */
export const LANE_HEAD = 'lane';

/** How a place is written at its element, as its id beside `data-spot`, so that the keyboard and the pointer find it. */
export function spotName({ row, column, card }: Spot): string {
  return `${row}|${column}|${card ?? ''}`;
}

/** The place that a name means; null when it means none. */
export function spotNamed(name: string | undefined): Spot | null {
  const [row, column, card] = (name ?? '').split('|');
  return row && column !== undefined ? { row, column, card: card || null } : null;
}

/** The element of a place, null when it is not drawn. By its id: on a large board every other search takes long. */
export function spotNode(spot: Spot): HTMLElement | null {
  return document.getElementById(spotName(spot));
}

export function sameSpot(one: Spot | null, two: Spot | null): boolean {
  return one === two || (one !== null && two !== null && spotName(one) === spotName(two));
}
