/** A new card. */

import { newKey, type Key } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { refused, type Made, type Refusal } from './outcome';
import { rankFor } from './placing';
import { wished, type Fields } from './wishes';

export interface NewCard {
  step: Key;
  /** A declared lane's key, or a role that has a row of its own (`frontstage`). */
  lane: Key;
  before?: Key;
  after?: Key;
  does?: string;
  fields?: Fields;
}

/** Put a card in a lane at a step, before or after another card of that cell (neither: last). */
export function addCard(editing: Editing, { step, lane, before, after, does, fields }: NewCard): Made | Refusal {
  const { document } = editing;
  if (!document.item('steps', step)) return refused('no-such-element');
  if (!document.bears(lane)) return refused('lane-holds-no-cards');
  const wish = wished(document, 'cards', { does, ...fields });
  if (!wish.ok) return wish;
  return attempt(editing, 'add-card', (write) => {
    const rank = rankFor(write, document.cards(step, lane), { before, after });
    const { key } = write.create('cards', newKey(), [step, lane, rank], wish.values, wish.texts);
    return { ok: true, key };
  });
}
