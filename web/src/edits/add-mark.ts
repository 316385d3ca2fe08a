/** A new mark. */

import { newKey, splitAddress, type Key } from '../document';
import { MARK_KINDS } from '../generated/model';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { refused, type Made, type Refusal } from './outcome';
import { rankFor } from './placing';
import { wished, type Fields } from './wishes';

export interface NewMark {
  /** The address of a phase, step or card: `cards/~abc`. */
  on: string;
  kind: string;
  title?: string;
  before?: Key;
  after?: Key;
  fields?: Fields;
}

/** Put a mark on a phase, step or card, before or after another of its kind there (neither: last). */
export function addMark(editing: Editing, { on, kind, title, before, after, fields }: NewMark): Made | Refusal {
  const { document } = editing;
  const refusal = impossible(editing, on, kind);
  if (refusal) return refusal;
  const wish = wished(document, 'marks', { title, ...fields });
  if (!wish.ok) return wish;
  return attempt(editing, 'add-mark', (write) => {
    const siblings = document.marksOn(on).filter((mark) => mark.place[1] === kind);
    const rank = rankFor(write, siblings, { before, after });
    const { key } = write.create('marks', newKey(), [on, kind, rank], wish.values, wish.texts);
    return { ok: true, key };
  });
}

/** Why a mark of a kind can't be on an element; null when it can. */
export function impossible({ document }: Editing, on: string, kind: string): Refusal | null {
  const [collection] = splitAddress(on);
  if (!['phases', 'steps', 'cards'].includes(collection) || !document.at(on)) return refused('no-such-element');
  if (!(MARK_KINDS as readonly string[]).includes(kind)) return refused('takes-choice', { field: 'kind', choices: MARK_KINDS.join(', ') });
  return kind === 'policy' && collection === 'steps' ? refused('no-policy-at-a-step') : null;
}
