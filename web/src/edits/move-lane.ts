/** A declared lane to another place. */

import type { Key } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, refused, type Done, type Refusal } from './outcome';
import { rankFor, type Wish } from './placing';
import { standsSo } from './standing';

/** Move a declared lane before or after another one (neither: last); rows stay grouped by their roles. */
export function moveLane(editing: Editing, lane: Key, wish: Wish = {}): Done | Refusal {
  const { document } = editing;
  const item = document.item('lanes', lane);
  if (!item) return refused('no-such-element');
  const lanes = document.items('lanes');
  if (standsSo(lanes, item, wish)) return DONE;
  return attempt(editing, 'move-lane', (write) => {
    const others = lanes.filter((each) => each !== item);
    write.set(item, 'pos', [rankFor(write, others, wish)]);
    return DONE;
  });
}
