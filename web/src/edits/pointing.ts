/** How everything that stays lets go of what is taken out, or points at something else instead. */

import { COLLECTION_NAMES, fieldsOf, keysOf, nameOf, splitAddress, type Item, type Key } from '../document';
import type { Field } from '../generated/model';
import type { Write } from './write';

const SHAPES: readonly Field['shape'][] = ['ref', 'refs', 'time', 'feelings'];

/** Lists lose the pointer, single references are cleared, a persona's feelings go, a span shrinks to the last step left before its end. */
export function letGo(write: Write, gone: ReadonlySet<string>, instead?: string): void {
  for (const collection of COLLECTION_NAMES) {
    const fields = fieldsOf(collection).filter((field) => SHAPES.includes(field.shape));
    if (fields.length === 0) continue;
    for (const item of write.document.everything(collection)) {
      if (item.map.get('gone') === true || gone.has(item.address)) continue;
      const listed = keysOf(item.map).filter((key) => key.includes('/'));
      for (const field of fields) letGoOf(write, item, listed, field, gone, instead);
    }
  }
}

/** Let go in one field; `listed` are the keys of the element that stand in lists. */
function letGoOf(write: Write, item: Item, listed: string[], field: Field, gone: ReadonlySet<string>, instead: string | undefined): void {
  const name = nameOf(field);
  if (field.shape === 'refs') dropRefs(write, item, listed, name, field.collections, gone, instead);
  if (field.shape === 'time') dropRefs(write, item, listed, `${name}.source`, ['sources'], gone, instead);
  if (field.shape === 'feelings') dropFeelings(write, item, gone);
  if (field.shape !== 'ref' || item.collection === 'links') return;
  const pointer = item.map.get(name);
  if (typeof pointer !== 'string' || !gone.has(addressed(pointer, field.collections))) return;
  const other = instead ?? (name === 'until' ? lastBefore(write, item, pointer, gone) : undefined);
  write.set(item, name, other === undefined ? undefined : written(other, field.collections));
}

/** A pointer as an address: a bare key means an element of the field's one collection. */
function addressed(pointer: string, collections: readonly string[]): string {
  return collections.length === 1 && collections[0] !== '*' ? `${collections[0]}/${pointer}` : pointer;
}

/** An address as the field's pointer. */
function written(address: string, collections: readonly string[]): string {
  return collections.length === 1 && collections[0] !== '*' && address.includes('/') ? splitAddress(address)[1] : address;
}

function dropRefs(
  write: Write,
  item: Item,
  listed: readonly string[],
  name: string,
  collections: readonly string[],
  gone: ReadonlySet<string>,
  instead: string | undefined,
): void {
  for (const key of listed) {
    if (!key.startsWith(`${name}/`)) continue;
    const pointer = key.slice(name.length + 1);
    if (!gone.has(addressed(pointer, collections))) continue;
    const rank = item.map.get(key);
    write.set(item, key, undefined);
    const other = instead === undefined ? undefined : `${name}/${written(instead, collections)}`;
    if (other !== undefined && item.map.get(other) === undefined) write.set(item, other, rank);
  }
}

/** `feels/~p` with its basis and sources goes with the persona; `feels/~p.source/~s` with the source. */
function dropFeelings(write: Write, item: Item, gone: ReadonlySet<string>): void {
  for (const key of keysOf(item.map)) {
    if (!key.startsWith('feels/')) continue;
    const [whole = '', source] = key.slice('feels/'.length).split('/', 2);
    const part = source === undefined ? '.basis' : '.source';
    const persona = whole.endsWith(part) ? whole.slice(0, -part.length) : whole;
    if (gone.has(`personas/${persona}`) || gone.has(`personas/${whole}`) || gone.has(`sources/${source ?? ''}`))
      write.set(item, key, undefined);
  }
}

/** The last step that stays between a card's own step and the one its span ended at. */
function lastBefore(write: Write, card: Item, until: Key, gone: ReadonlySet<string>): string | undefined {
  const steps = write.document.steps().filter((step) => step.key === until || !gone.has(step.address));
  const own = steps.findIndex((step) => step.key === card.place[0]);
  const end = steps.findIndex((step) => step.key === until);
  return own >= 0 && end - own > 1 ? steps[end - 1]?.address : undefined;
}
