/** How far a card reaches. */

import type { Item, Key } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, refused, type Done, type Refusal } from './outcome';
import type { Write } from './write';

/** Let a card span from its own step to a later one; null (or its own step) brings it back to one step. */
export function span(editing: Editing, card: Key, until: Key | null): Done | Refusal {
  const { document } = editing;
  const item = document.item('cards', card);
  if (!item) return refused('no-such-element');
  const own = item.place[0];
  const keys = document.steps().map((step) => step.key);
  const end = until === own ? null : until;
  if (end !== null && !keys.includes(end)) return refused('no-such-element');
  if (end !== null && keys.indexOf(end) < keys.indexOf(own ?? '')) return refused('ends-before-it-begins');
  return attempt(editing, 'span', (write) => {
    write.set(item, 'until', end ?? undefined);
    return DONE;
  });
}

/** Bring back to one step the cards whose span ends at or before their own step, now that things have moved. */
export function shortenSpans(write: Write, cards: Iterable<Item> = write.document.everything('cards')): void {
  const at = new Map(write.document.steps().map((step, number) => [step.key, number]));
  for (const card of cards) {
    const until = card.map.get('until');
    if (typeof until !== 'string' || card.map.get('gone') === true) continue;
    const end = at.get(until);
    const begin = at.get(card.place[0] ?? '');
    if (end !== undefined && begin !== undefined && end <= begin) write.set(card, 'until', undefined);
  }
}
