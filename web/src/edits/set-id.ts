/** The readable id of an element, as it stands in the file. */

import { COLLECTION_NAMES, fieldsOf, splitAddress, type CollectionName } from '../document';
import { MARK_KINDS, PLACES, ROLES } from '../generated/model';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, refused, type Done, type Refusal } from './outcome';

const ID = /^[\p{L}\p{N}](?:[\p{L}\p{N}_.-]{0,78}[\p{L}\p{N}_])?$/u;

/** Words that mean something else where such an id would stand in a file. */
const RESERVED: Readonly<Partial<Record<string, readonly string[]>>> = {
  lanes: ['id', 'to', 'steps', 'place', ...MARK_KINDS, ...ROLES, ...fieldsOf('steps').flatMap(({ name, key }) => [name, key])],
  personas: ['level', 'basis', 'source'],
};

/** Give an element another id: letters, digits and single signs between them, at most 80; phases, steps and cards share one list. */
export function setId(editing: Editing, address: string, id: string): Done | Refusal {
  const { document } = editing;
  const item = document.at(address);
  if (!item || item === document.head) return refused('no-such-element');
  const [collection, key] = splitAddress(address);
  const own = collection === 'lanes' && (ROLES as readonly string[]).includes(key);
  if (!ID.test(id) || own || RESERVED[collection]?.includes(id)) return refused('id-impossible');
  const places: readonly string[] = PLACES;
  const names = COLLECTION_NAMES.filter((name) => name === collection || (places.includes(collection) && places.includes(name)));
  const taken = (name: CollectionName): boolean =>
    [...document.everything(name)].some((other) => other !== item && !other.gone && other.id === id);
  if (names.some(taken)) return refused('id-taken');
  return attempt(editing, 'set-id', (write) => {
    write.set(item, 'id', id);
    return DONE;
  });
}
