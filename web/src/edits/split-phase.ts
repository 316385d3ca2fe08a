/** One phase into two. */

import { newKey, type Key } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { refused, type Made, type Refusal } from './outcome';
import { rankFor } from './placing';

/** Begin a new phase at a step: that step and those behind it in its phase move over, in their order. */
export function splitPhase(editing: Editing, step: Key, title = ''): Made | Refusal {
  const { document } = editing;
  const item = document.item('steps', step);
  const phase = item && document.item('phases', item.place[0] ?? '');
  if (!item || !phase) return refused('no-such-element');
  const row = document.stepsOf(phase.key);
  const at = row.indexOf(item);
  if (at === 0) return refused('first-of-its-phase');
  return attempt(editing, 'split-phase', (write) => {
    const rank = rankFor(write, document.phases(), { after: phase.key });
    const { key } = write.create('phases', newKey(), [rank], {}, { title });
    for (const each of row.slice(at)) write.set(each, 'pos', [key, each.rank]);
    return { ok: true, key };
  });
}
