/** A new lane. */

import { newKey, type Key } from '../document';
import { ROLES } from '../generated/model';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { refused, type Made, type Refusal } from './outcome';
import { rankFor } from './placing';
import { wished, type Fields } from './wishes';

export interface NewLane {
  role: string;
  name?: string;
  before?: Key;
  after?: Key;
  fields?: Fields;
}

/** Declare a lane with a role, before or after another declared one (neither: last). */
export function addLane(editing: Editing, { role, name, before, after, fields }: NewLane): Made | Refusal {
  const { document } = editing;
  if (!(ROLES as readonly string[]).includes(role)) return refused('no-such-role');
  const wish = wished(document, 'lanes', { role, name, ...fields });
  if (!wish.ok) return wish;
  return attempt(editing, 'add-lane', (write) => {
    const rank = rankFor(write, document.items('lanes'), { before, after });
    const { key } = write.create('lanes', newKey(), [rank], wish.values, wish.texts);
    return { ok: true, key };
  });
}
