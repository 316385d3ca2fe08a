/** A card to another cell, or to another place in its own. */

import type { Key } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, refused, type Done, type Refusal } from './outcome';
import { rankFor, type Wish } from './placing';
import { shortenSpans } from './span';
import { standsSo } from './standing';

/** Move a card to a step and lane (none: those it has), before or after another card there (neither: last). */
export function moveCard(editing: Editing, card: Key, { step, lane, ...wish }: Wish & { step?: Key; lane?: Key }): Done | Refusal {
  const { document } = editing;
  const item = document.item('cards', card);
  const toStep = step ?? item?.place[0] ?? '';
  const toLane = lane ?? item?.place[1] ?? '';
  if (!item || !document.item('steps', toStep)) return refused('no-such-element');
  if (!document.bears(toLane)) return refused('lane-holds-no-cards');
  const there = document.cards(toStep, toLane);
  if (standsSo(there, item, wish)) return DONE;
  return attempt(editing, 'move-card', (write) => {
    const others = there.filter((each) => each !== item);
    write.set(item, 'pos', [toStep, toLane, rankFor(write, others, wish)]);
    shortenSpans(write, [item]);
    return DONE;
  });
}
