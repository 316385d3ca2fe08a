/** Taking back what one person wrote, and nothing that anybody else has changed since. */

import { fieldNamed, type BoardDocument, type Item } from '../document';
import { hangingOn } from './hanging';
import { sameValue, storedFields, type Change, type Write } from './write';

/** Something that was not taken back, since somebody else has changed it. */
export interface Kept {
  readonly address: string;
  /** The name of the key, '' for the whole element. */
  readonly field: string;
}

/** Take changes back, the last one first; what is not as it was left stays, and is named in the answer. */
export function takeBack(write: Write, changes: readonly Change[]): Kept[] {
  const kept: Kept[] = [];
  for (const change of [...changes].reverse()) {
    const done = change.kind === 'new' ? uncreate(write, change) : change.kind === 'text' ? retell(write, change) : reset(write, change);
    if (!done) kept.push({ address: change.item.address, field: change.kind === 'new' ? '' : change.field });
  }
  return kept;
}

function uncreate(write: Write, change: Extract<Change, { kind: 'new' }>): boolean {
  const { item, fields } = change;
  if (item.map.get('gone') === true) return true;
  if (!asMade(item, fields) || hangingOn(write.document, [item.address]).length > 0) return false;
  write.set(item, 'gone', true);
  return true;
}

/** Whether an element is as it was made. Its readable id comes from the server, so that is nobody's change. */
function asMade(item: Item, fields: Readonly<Record<string, unknown>>): boolean {
  const now = storedFields(item.map);
  const names = new Set([...Object.keys(fields), ...Object.keys(now)]);
  names.delete('id');
  return [...names].every((name) => sameOrSilent(fields[name], now[name]));
}

/** No text and an empty one say the same, and so do not being gone and not saying so. */
function sameOrSilent(one: unknown, two: unknown): boolean {
  return sameValue(one || undefined, two || undefined) || sameValue(one, two);
}

function reset(write: Write, change: Extract<Change, { kind: 'set' }>): boolean {
  const { item, field, before, after } = change;
  const now = item.map.get(field);
  if (sameOrGone(field, now, before)) return true;
  if (!sameOrGone(field, now, after)) return false;
  if (before === undefined && (field === 'pos' || fieldNamed(item.collection, field)?.required)) return false;
  if (field === 'pos' && !standsSomewhere(write.document, item, before)) return false;
  write.set(item, field, before);
  return true;
}

function sameOrGone(field: string, one: unknown, two: unknown): boolean {
  return field === 'gone' ? (one === true) === (two === true) : sameValue(one, two);
}

function retell(write: Write, change: Extract<Change, { kind: 'text' }>): boolean {
  const now = write.textOf(change.item, change.field).toString();
  if (now === change.before) return true;
  if (now !== change.after) return false;
  write.text(change.item, change.field, change.before);
  return true;
}

/** Whether the place that a step or card would go back to is still there. */
function standsSomewhere(document: BoardDocument, item: Item, pos: unknown): boolean {
  if (!Array.isArray(pos)) return false;
  if (item.collection === 'steps') return document.item('phases', String(pos[0])) !== undefined;
  if (item.collection === 'cards') return document.item('steps', String(pos[0])) !== undefined && document.bears(String(pos[1]));
  return true;
}
