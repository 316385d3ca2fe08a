/** Changes of place that only the registers offer: order in a list, the kind of an agreement, the ends of a link. */

import { rankBetween, ranksBetween, type Item } from '../../document';
import type { Editing } from '../../edits';
import type { Outcome } from '../desk.svelte';

const READ_ONLY: Outcome = { ok: false, why: 'read-only', facts: {} };
const DONE: Outcome = { ok: true };

/** Moves an element one place up (-1) or down (1) in its list. Lists are short, so one with equal ranks is ranked anew. */
export function shiftInList(editing: Editing, siblings: readonly Item[], item: Item, by: -1 | 1): Outcome {
  const from = siblings.indexOf(item);
  const to = from + by;
  if (from < 0 || to < 0 || to >= siblings.length) return DONE;
  const order = siblings.filter((each) => each !== item);
  order.splice(to, 0, item);
  return (
    editing.run('move-element', (write): Outcome => {
      const low = order[to - 1]?.rank ?? null;
      const high = order[to + 1]?.rank ?? null;
      if (low === null || high === null || low < high) write.set(item, 'pos', [...item.place, rankBetween(low, high)]);
      else ranksBetween(null, null, order.length).forEach((rank, at) => write.set(order[at]!, 'pos', [...order[at]!.place, rank]));
      return DONE;
    }) ?? READ_ONLY
  );
}

/** Makes an agreement an SLA or an XLA; it stands by its kind. */
export function changeAgreementKind(editing: Editing, item: Item, kind: string): Outcome {
  return (
    editing.run('change-agreement-kind', (write): Outcome => {
      write.set(item, 'pos', [kind, item.rank]);
      return DONE;
    }) ?? READ_ONLY
  );
}

/** Gives a link another end (0: where it starts, 1: where it ends). */
export function relink(editing: Editing, link: Item, end: 0 | 1, target: string): Outcome {
  if (!editing.document.at(target)) return { ok: false, why: 'no-such-element', facts: {} };
  const ends = [link.place[0] ?? '', link.place[1] ?? ''];
  ends[end] = target;
  return (
    editing.run('relink', (write): Outcome => {
      write.set(link, 'pos', [...ends, link.rank]);
      return DONE;
    }) ?? READ_ONLY
  );
}
