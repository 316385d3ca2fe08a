/** A board without a screen, for trying its parts and what keys and pointer do on it. */

import type * as Y from 'yjs';
import type { Item } from '../document';
import { fromValues, sampleDoc } from '../document/sample';
import { localSession } from '../session';
import { spotName, type Spot } from './spot';
import { BoardState } from './state.svelte';

/** The help desk call of the samples, or the document given, on a board of its own. */
export function trialBoard(doc: Y.Doc = sampleDoc(), may: 'edit' | 'view' = 'edit'): BoardState {
  return new BoardState(localSession({ doc, id: 'trial', name: 'Noor', may }));
}

/** A board with one card row and this many steps (`s0`, `s1` …); a card reaches from its step to `until`. */
export function laneOf(steps: number, cards: readonly (readonly [from: number, until?: number])[] = []): BoardState {
  return trialBoard(
    fromValues({
      phases: { only: { pos: ['a0'] } },
      steps: Object.fromEntries(Array.from({ length: steps }, (_, at) => [`s${at}`, { pos: ['only', rank(at)], does: `Step ${at}` }])),
      cards: Object.fromEntries(
        cards.map(([from, until], at) => [
          `c${at}`,
          { pos: [`s${from}`, 'frontstage', rank(at)], does: `Card ${at}`, ...(until === undefined ? {} : { until: `s${until}` }) },
        ]),
      ),
    }),
  );
}

/** Ranks in the order of their numbers. */
export function rank(at: number): string {
  return `b${String(at).padStart(4, '0')}V`;
}

export function keys(items: readonly Item[]): string[] {
  return items.map(({ key }) => key);
}

/** A place by its name: `frontstage|calls|answer`, `frontstage|calls` for the cell itself. */
export function spot(name: string): Spot {
  const [row = '', column = '', card = ''] = name.split('|');
  return { row, column, card: card || null };
}

/** Where the focus is, as `spot` reads it. */
export function at(board: BoardState): string {
  return board.focus ? spotName(board.focus).replace(/\|$/, '') : '';
}
