/** What an element points at. */

import { fieldNamed, keysOf, nameOf, ranksBetween, type Item, type Key } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, refused, type Done, type Refusal } from './outcome';
import { rankBehind } from './placing';

function rankOf(item: Item, name: string): string {
  const rank = item.map.get(name);
  return typeof rank === 'string' ? rank : '';
}

function ranksIn(item: Item, field: string): string[] {
  return keysOf(item.map)
    .filter((key) => key.startsWith(`${field}/`))
    .map((key) => rankOf(item, key));
}

/** Point at something from a list, or no longer; the last one pointed at comes last. Also `time.source`, `feels/~p.source`. */
export function toggleRef(editing: Editing, address: string, field: string, key: Key): Done | Refusal {
  const { document } = editing;
  const item = document.at(address);
  if (!item) return refused('no-such-element');
  const found = fieldNamed(item.collection, field);
  if (found && found.shape !== 'refs') return refused('no-such-field', { field });
  const known = found ? nameOf(found) : field;
  const name = `${field.includes('.') ? field : known}/${key}`;
  const there = item.map.get(name) !== undefined;
  if (!there && !document.pointsAt(key, found?.collections ?? ['sources'])) return refused('takes-references', { field });
  return attempt(editing, 'toggle-ref', (write) => {
    write.set(item, name, there ? undefined : rankBehind(ranksIn(item, name.slice(0, -key.length - 1))));
    return DONE;
  });
}

/** Point at exactly these, in this order. What is kept in its place is not written again. */
export function setRefs(editing: Editing, item: Item, field: string, value: unknown): Done | Refusal {
  const collections = fieldNamed(item.collection, field)?.collections ?? ['sources'];
  const keys = value === null ? [] : typeof value === 'string' ? [value] : value;
  const right = Array.isArray(keys) && keys.every((key) => typeof key === 'string' && editing.document.pointsAt(key, collections));
  if (!right) return refused('takes-references', { field });
  const wanted = [...new Set(keys as string[])];
  return attempt(editing, 'set-field', (write) => {
    for (const name of keysOf(item.map)) {
      if (name.startsWith(`${field}/`) && !wanted.includes(name.slice(field.length + 1))) write.set(item, name, undefined);
    }
    const ranks = wanted.map((key) => rankOf(item, `${field}/${key}`));
    const ordered = ranks.every((rank, at) => rank !== '' && (at === 0 || rank > (ranks[at - 1] as string)));
    const fresh = ordered ? ranks : ranksBetween(null, null, wanted.length);
    wanted.forEach((key, at) => write.set(item, `${field}/${key}`, fresh[at]));
    return DONE;
  });
}
