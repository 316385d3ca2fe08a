/** How a field of the form reaches the document: most by setting it, a few by an intention of their own. */

import type { Item, Scalar } from '../../../document';
import { changeLaneRole, setFeeling, setFeelingBasis, setField, toggleRef, type Editing } from '../../../edits';
import type { Outcome } from '../../desk.svelte';
import { relink } from '../rearrange';

const FEELING = /^feels\/([^.]+)(?:\.(basis|source))?$/;

const persona = (name: string): string | null => (name === '*' ? null : name);

/** A plain value as it stands. */
export function readValue(item: Item, stored: string): Scalar | undefined {
  return item.value(stored);
}

/** What a field points at: keys, or addresses where several collections are possible. */
export function readRefs(item: Item, stored: string, many: boolean): string[] {
  if (item.collection === 'links') {
    const end = item.place[stored === 'source' ? 0 : 1];
    return end ? [end] : [];
  }
  if (many) return item.refs(stored);
  const one = item.ref(stored);
  return one === undefined ? [] : [one];
}

/** Writes a value; null takes it away. */
export function putValue(editing: Editing, item: Item, stored: string, value: string | number | readonly unknown[] | null): Outcome {
  const feeling = FEELING.exec(stored);
  if (feeling) {
    const who = persona(feeling[1]!);
    if (feeling[2] === 'basis') return setFeelingBasis(editing, item.key, who, value === null ? null : String(value));
    return setFeeling(editing, item.key, who, value === null ? null : Number(value));
  }
  if (item.collection === 'lanes' && stored === 'role') return changeLaneRole(editing, item.key, String(value));
  return setField(editing, item.address, stored, value);
}

/** Points at something, or no longer. */
export function putRef(editing: Editing, item: Item, stored: string, many: boolean, target: string, on: boolean): Outcome {
  if (item.collection === 'links') return on ? relink(editing, item, stored === 'source' ? 0 : 1, target) : { ok: true };
  if (!many) return setField(editing, item.address, stored, on ? target : null);
  return item.refs(stored).includes(target) === on ? { ok: true } : toggleRef(editing, item.address, stored, target);
}
