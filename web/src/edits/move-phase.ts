/** A phase to another place. */

import type { Key } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, refused, type Done, type Refusal } from './outcome';
import { rankFor, type Wish } from './placing';
import { shortenSpans } from './span';
import { standsSo } from './standing';

/** Move a phase with its steps before or after another one (neither: last). */
export function movePhase(editing: Editing, phase: Key, wish: Wish = {}): Done | Refusal {
  const { document } = editing;
  const item = document.item('phases', phase);
  if (!item) return refused('no-such-element');
  if (standsSo(document.phases(), item, wish)) return DONE;
  return attempt(editing, 'move-phase', (write) => {
    const others = document.phases().filter((each) => each !== item);
    write.set(item, 'pos', [rankFor(write, others, wish)]);
    shortenSpans(write);
    return DONE;
  });
}
