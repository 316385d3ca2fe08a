/** A new phase. */

import { newKey, type Key } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import type { Made, Refusal } from './outcome';
import { rankFor } from './placing';
import { wished, type Fields } from './wishes';

export interface NewPhase {
  before?: Key;
  after?: Key;
  title?: string;
  fields?: Fields;
}

/** Put a phase in, before or after another one (neither: last). */
export function addPhase(editing: Editing, { before, after, title, fields }: NewPhase = {}): Made | Refusal {
  const { document } = editing;
  const wish = wished(document, 'phases', { title, ...fields });
  if (!wish.ok) return wish;
  return attempt(editing, 'add-phase', (write) => {
    const rank = rankFor(write, document.phases(), { before, after });
    const { key } = write.create('phases', newKey(), [rank], wish.values, wish.texts);
    return { ok: true, key };
  });
}
