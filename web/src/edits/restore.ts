/** What was taken out, back in its place. */

import { isCollection, splitAddress, type Item, type Key } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, refused, type Done, type Refusal } from './outcome';
import { rankFor } from './placing';

/** Bring removed elements back; one whose place is gone too comes back among the unplaced. */
export function restore(editing: Editing, addresses: readonly string[]): Done | Refusal {
  const items = addresses.map((address) => gone(editing, address)).filter((item) => item !== undefined);
  if (items.length === 0) return refused('no-such-element');
  return attempt(editing, 'restore', (write) => {
    for (const item of items) write.set(item, 'gone', undefined);
    return DONE;
  });
}

function gone({ document }: Editing, address: string): Item | undefined {
  const [collection, key] = splitAddress(address);
  const item = isCollection(collection) ? document.known(collection, key) : undefined;
  return item?.gone ? item : undefined;
}

/** Take cards off the board without removing them: they wait among the unplaced until they are moved to a cell. */
export function unplace(editing: Editing, cards: readonly Key[]): Done | Refusal {
  const { document } = editing;
  const items = cards.map((key) => document.item('cards', key)).filter((item) => item !== undefined);
  if (items.length === 0) return refused('no-such-element');
  return attempt(editing, 'unplace', (write) => {
    for (const item of items) {
      const lane = item.place[1] ?? '';
      if (item.place[0] !== '') write.set(item, 'pos', ['', lane, rankFor(write, document.cards('', lane), {})]);
      write.set(item, 'until', undefined);
    }
    return DONE;
  });
}
