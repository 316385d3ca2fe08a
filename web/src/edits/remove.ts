/** Elements, with everything that hangs on them, out of the blueprint. */

import { splitAddress } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { hangingOn } from './hanging';
import { DONE, refused, type Done, type Refusal } from './outcome';
import { letGo } from './pointing';

/** Take elements out with their steps, cards, marks, links and promises. They are kept, so that undo or `restore` brings them back. */
export function remove(editing: Editing, addresses: readonly string[]): Done | Refusal {
  const { document } = editing;
  const items = addresses.map((address) => document.at(address)).filter((item) => item !== undefined && item !== document.head);
  if (items.length === 0) return refused('no-such-element');
  return attempt(editing, 'remove', (write) => {
    const there = items.filter((item) => item !== undefined);
    const doomed = [
      ...there,
      ...hangingOn(
        document,
        there.map((item) => item.address),
      ),
    ];
    const gone = new Set(doomed.map((item) => item.address));
    const owner = document.head.value('owner');
    for (const address of gone) {
      const [collection, key] = splitAddress(address);
      // an owner of the blueprint who was an actor stays as a name
      if (collection === 'actors' && key === owner) write.set(document.head, 'owner', document.at(address)?.title() || undefined);
    }
    letGo(write, gone);
    for (const item of doomed) write.set(item, 'gone', true);
    return DONE;
  });
}
