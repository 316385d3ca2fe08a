/** Where something is put among its siblings, and what has to make room. */

import { isRank, rankBetween, ranksBetween, type Item, type Key } from '../document';
import type { Write } from './write';

/** Before or after a sibling, by key; neither: last. A sibling that is not there (any more) counts as none. */
export interface Wish {
  before?: Key | undefined;
  after?: Key | undefined;
}

/** The number of siblings that come first. */
export function placeAmong(siblings: readonly Item[], { before, after }: Wish): number {
  const at = siblings.findIndex((item) => item.key === (before ?? after));
  if (at < 0) return siblings.length;
  return before !== undefined ? at : at + 1;
}

/** Give an element another rank in its place. */
function rerank(write: Write, item: Item, rank: string): void {
  write.set(item, 'pos', [...item.place, rank]);
}

/** So many ranks behind the first `at` siblings. Siblings whose ranks are equal, or none at all, get others to make room. */
export function ranksAt(write: Write, siblings: readonly Item[], at: number, count: number): string[] {
  const low = siblings[at - 1]?.rank ?? null;
  if (low !== null && !isRank(low)) return rerankAll(write, siblings, at, count);
  let next = at;
  const inTheWay = (rank: string | undefined): boolean => rank !== undefined && (!isRank(rank) || (low !== null && rank <= low));
  while (inTheWay(siblings[next]?.rank)) next += 1;
  const high = siblings[next]?.rank ?? null;
  const ranks = ranksBetween(low, high, count + next - at);
  for (let each = at; each < next; each++) rerank(write, siblings[each] as Item, ranks[count + each - at] as string);
  return ranks.slice(0, count);
}

function rerankAll(write: Write, siblings: readonly Item[], at: number, count: number): string[] {
  const ranks = ranksBetween(null, null, siblings.length + count);
  siblings.forEach((item, number) => rerank(write, item, ranks[number < at ? number : number + count] as string));
  return ranks.slice(at, at + count);
}

/** One rank for something that goes where it is wished. */
export function rankFor(write: Write, siblings: readonly Item[], wish: Wish): string {
  return ranksAt(write, siblings, placeAmong(siblings, wish), 1)[0] as string;
}

/** A rank behind everything in a list of references. */
export function rankBehind(ranks: readonly string[]): string {
  const last = ranks.filter(isRank).sort().at(-1) ?? null;
  return rankBetween(last, null);
}
