/** A step to another place, in its phase or in another. */

import type { Key } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, refused, type Done, type Refusal } from './outcome';
import { rankFor, type Wish } from './placing';
import { shortenSpans } from './span';
import { standsSo } from './standing';

/** Move a step with its cards. `phase` none: that of the step given as `before` or `after`, or else its own. */
export function moveStep(editing: Editing, step: Key, { phase, ...wish }: Wish & { phase?: Key } = {}): Done | Refusal {
  const { document } = editing;
  const item = document.item('steps', step);
  const neighbour = document.item('steps', wish.before ?? wish.after ?? '');
  const parent = phase ?? neighbour?.place[0] ?? item?.place[0] ?? '';
  if (!item || !document.item('phases', parent)) return refused('no-such-element');
  const there = document.stepsOf(parent);
  if (item.place[0] === parent && standsSo(there, item, wish)) return DONE;
  return attempt(editing, 'move-step', (write) => {
    const others = there.filter((each) => each !== item);
    write.set(item, 'pos', [parent, rankFor(write, others, wish)]);
    shortenSpans(write);
    return DONE;
  });
}
