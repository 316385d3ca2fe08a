/** A mark to another element, or to another place among its kind. */

import type { Key } from '../document';
import { impossible } from './add-mark';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, refused, type Done, type Refusal } from './outcome';
import { rankFor, type Wish } from './placing';

/** Move a mark to an element or give it another kind (none: those it has), before or after another there (neither: last). */
export function moveMark(editing: Editing, mark: Key, { on, kind, ...wish }: Wish & { on?: string; kind?: string }): Done | Refusal {
  const { document } = editing;
  const item = document.item('marks', mark);
  if (!item) return refused('no-such-element');
  const toOn = on ?? item.place[0] ?? '';
  const toKind = kind ?? item.place[1] ?? '';
  const refusal = impossible(editing, toOn, toKind);
  if (refusal) return refusal;
  return attempt(editing, 'move-mark', (write) => {
    const others = document.marksOn(toOn).filter((each) => each !== item && each.place[1] === toKind);
    write.set(item, 'pos', [toOn, toKind, rankFor(write, others, wish)]);
    return DONE;
  });
}
