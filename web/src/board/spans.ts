/** Cards that reach over several columns: each lane gives them tracks of their own above its other cards, as few as will do. */

import type { BoardDocument, Item, Key, Row } from '../document';
import type { Column } from './layout';

/** One card that reaches from column to column, both counted from 0. */
export interface Reach {
  readonly card: Item;
  readonly from: number;
  readonly to: number;
  readonly track: number;
}

/** What reaches in one lane. */
export interface LaneSpans {
  readonly reaches: readonly Reach[];
  readonly tracks: number;
  /** The cards that stand in tracks, and so not in their cells. */
  readonly apart: ReadonlySet<Key>;
  /** For each column: how many tracks from the top it leaves free. */
  readonly passing: readonly number[];
}

export const NO_SPANS: LaneSpans = { reaches: [], tracks: 0, apart: new Set(), passing: [] };

/** The column in which a step is seen: its own, or that of its folded phase; -1 when it is nowhere. */
export function columnOf(document: BoardDocument, columns: readonly Column[], step: Key): number {
  const own = columns.findIndex((column) => column.step?.key === step);
  if (own >= 0) return own;
  const phase = document.item('steps', step)?.place[0];
  return columns.findIndex((column) => column.kind === 'folded' && column.phase?.key === phase);
}

/** The spans of all lanes that have any. Cards in a folded phase are folded away with it, however far they reach. */
export function spansOf(document: BoardDocument, columns: readonly Column[], rows: readonly Row[]): ReadonlyMap<Key, LaneSpans> {
  const found = new Map<Key, Reach[]>();
  const shown = new Set(rows.map(({ key }) => key));
  const ends = new Map<string, number>();
  for (const card of document.items('cards')) {
    const until = card.map.get('until');
    const [step = '', lane = ''] = card.place;
    if (typeof until !== 'string' || !shown.has(lane)) continue;
    const from = columns.findIndex((column) => column.step?.key === step);
    const to = columnOf(document, columns, until);
    if (from < 0 || to <= from) continue;
    let track = 0;
    while ((ends.get(`${lane}\n${track}`) ?? -1) >= from) track += 1;
    ends.set(`${lane}\n${track}`, to);
    found.set(lane, [...(found.get(lane) ?? []), { card, from, to, track }]);
  }
  return new Map([...found].map(([lane, reaches]) => [lane, laneSpans(reaches, columns.length)]));
}

function laneSpans(reaches: readonly Reach[], columns: number): LaneSpans {
  const passing = Array.from({ length: columns }, () => 0);
  for (const { from, to, track } of reaches) {
    for (let at = from; at <= to; at++) passing[at] = Math.max(passing[at] ?? 0, track + 1);
  }
  return {
    reaches,
    tracks: Math.max(...reaches.map(({ track }) => track + 1)),
    apart: new Set(reaches.map(({ card }) => card.key)),
    passing,
  };
}

/** Whether nothing moved, so that nothing need be drawn anew. */
export function sameSpans(one: ReadonlyMap<Key, LaneSpans>, two: ReadonlyMap<Key, LaneSpans>): boolean {
  const told = (spans: ReadonlyMap<Key, LaneSpans>): string =>
    JSON.stringify(
      [...spans].map(([lane, { reaches }]) => [lane, reaches.map(({ card, from, to, track }) => [card.key, from, to, track])]),
    );
  return one.size === two.size && told(one) === told(two);
}
