/** Which elements there are and where they stand: kept up to date by the document's own transactions. */

import * as Y from 'yjs';
import { BASES, type CollectionName } from '../generated/model';
import type { BoardDocument } from './board';
import { Item, type Key } from './item';
import { cellOf } from './keys';
import { Pulse } from './pulse.svelte';
import { parseDuration } from './quantities';
import { holdsKey } from './reading';
import { COLLECTION_NAMES } from './shapes';
import { Shelf } from './shelf';

type YMap = Y.Map<unknown>;

/** Where an element stands: on which shelves, in which places. */
type Standing = readonly (readonly [Shelf, string])[];

const NOWHERE: Standing = [];
const SHAPING: ReadonlySet<string> = new Set(['pos', 'gone', 'role', 'zone', 'kind', 'from', 'to', 'within', 'says']);
const PARTS = ['time.work', 'time.wait', 'time.standard', 'time.tolerance'];

/** The elements of a Y.Doc, and their places. `changed` is told after each transaction whether the structure is another. */
export class Structure {
  readonly head: Item;
  readonly steps = new Shelf();
  readonly cells = new Shelf();
  readonly marks = new Shelf();
  readonly linksFrom = new Shelf();
  readonly linksTo = new Shelf();
  readonly #lists = new Map<CollectionName, Shelf>();
  readonly #document: BoardDocument;
  readonly #doc: Y.Doc;
  readonly #roots = new Map<unknown, CollectionName>();
  readonly #items = new Map<CollectionName, Map<Key, Item>>();
  readonly #members = new Map<CollectionName, Pulse>();
  readonly #byMap = new Map<unknown, Item>();
  readonly #standing = new Map<Item, Standing>();
  readonly #timed = new Set<Item>();
  readonly #changed: (shape: boolean) => void;
  readonly #listen = (transaction: Y.Transaction): void => this.#after(transaction);

  constructor(document: BoardDocument, doc: Y.Doc, changed: (shape: boolean) => void) {
    this.#document = document;
    this.#doc = doc;
    this.#changed = changed;
    this.head = new Item(document, 'head', '', doc.getMap('head'));
    this.#byMap.set(this.head.map, this.head);
    for (const collection of COLLECTION_NAMES) {
      const root = doc.getMap<unknown>(collection);
      this.#roots.set(root, collection);
      this.#items.set(collection, new Map());
      this.#members.set(collection, new Pulse());
      this.#lists.set(collection, new Shelf());
      for (const key of root.keys()) this.#renew(collection, root, key);
    }
    this.#tell();
    doc.on('afterTransaction', this.#listen);
  }

  close(): void {
    this.#doc.off('afterTransaction', this.#listen);
  }

  known(collection: CollectionName, key: Key): Item | undefined {
    return this.#items.get(collection)?.get(key);
  }

  everything(collection: CollectionName): Iterable<Item> {
    return this.#items.get(collection)?.values() ?? [];
  }

  item(collection: CollectionName, key: Key): Item | undefined {
    const found = this.known(collection, key);
    if (!found) this.#members.get(collection)?.read();
    return found && !found.gone ? found : undefined;
  }

  /** The live elements of a collection by rank, wherever they stand. */
  all(collection: CollectionName): readonly Item[] {
    return this.#lists.get(collection)?.at('') ?? [];
  }

  /** How many live elements a collection has, wherever they stand. */
  count(collection: CollectionName): number {
    return this.#lists.get(collection)?.count('') ?? 0;
  }

  /** Whether any step or card that stands on the board says how long it takes. */
  timed(stands: (item: Item) => boolean): boolean {
    for (const item of this.#timed) if (stands(item) && saysTime(item)) return true;
    return false;
  }

  /** Whether a change of these keys can change more than the element itself: its place, a row, a line, a flow. */
  static shapes(keys: ReadonlySet<string | null>): boolean {
    for (const key of keys) if (key !== null && (SHAPING.has(key) || key.startsWith('feels/') || key.startsWith('time.'))) return true;
    return false;
  }

  /** The element of a key that was written just now, inside a transaction that still runs. */
  reached(collection: CollectionName, key: Key): Item {
    this.#renew(collection, this.#doc.getMap(collection), key);
    return this.known(collection, key) as Item;
  }

  /** An element was written to just now, inside a transaction that still runs: let it stand where it says. */
  rewritten(item: Item, field: string): void {
    item.forget();
    if (item !== this.head) this.#stand(item, field === 'pos' || field === 'gone');
  }

  #after(transaction: Y.Transaction): void {
    let shape = false;
    let any = false;
    for (const [type, keys] of transaction.changed as Map<unknown, Set<string | null>>) {
      const collection = this.#roots.get(type);
      if (collection) {
        for (const key of keys) if (key !== null) this.#renew(collection, type as YMap, key);
        this.#members.get(collection)?.beat();
        shape = any = true;
        continue;
      }
      const item = this.#byMap.get(type);
      if (item) {
        any = true;
        item.touched(keys);
        if (Structure.shapes(keys) && item !== this.head) {
          this.#stand(item, keys.has('pos') || keys.has('gone'));
          shape = true;
        }
        continue;
      }
      const holder = this.#byMap.get((type as Y.Text).parent);
      if (holder) holder.touched();
    }
    if (shape) this.#tell();
    if (any) this.#changed(shape);
  }

  #tell(): void {
    for (const shelf of [this.steps, this.cells, this.marks, this.linksFrom, this.linksTo, ...this.#lists.values()]) shelf.tell();
  }

  /** What stands in a collection under a key is there, is another, or is no longer. */
  #renew(collection: CollectionName, root: YMap, key: Key): void {
    const items = this.#items.get(collection) as Map<Key, Item>;
    const map = root.get(key);
    const old = items.get(key);
    if (!(map instanceof Y.Map)) {
      if (!old) return;
      old.replaced(old.map);
      items.delete(key);
      this.#byMap.delete(old.map);
      this.#put(old, NOWHERE);
      this.#standing.delete(old);
      this.#timed.delete(old);
      return;
    }
    if (old) {
      this.#byMap.delete(old.map);
      old.replaced(map);
    }
    const item = old ?? new Item(this.#document, collection, key, map);
    items.set(key, item);
    this.#byMap.set(map, item);
    this.#stand(item, true);
  }

  #stand(item: Item, moved: boolean): void {
    if (moved) this.#put(item, item.gone ? NOWHERE : this.#placesOf(item));
    const timed = !item.gone && holdsKey(item.map, 'time.');
    if (timed) this.#timed.add(item);
    else this.#timed.delete(item);
  }

  #placesOf(item: Item): Standing {
    const collection = item.collection as CollectionName;
    const [one = '', two = ''] = item.place;
    const list: readonly [Shelf, string] = [this.#lists.get(collection) as Shelf, ''];
    if (collection === 'steps') return [list, [this.steps, one]];
    if (collection === 'cards') return [list, [this.cells, cellOf(one, two)]];
    if (collection === 'marks') return [list, [this.marks, one]];
    if (collection === 'links') return [list, [this.linksFrom, one], [this.linksTo, two]];
    return [list];
  }

  #put(item: Item, standing: Standing): void {
    for (const [shelf, place] of this.#standing.get(item) ?? NOWHERE) shelf.take(item, place);
    for (const [shelf, place] of standing) shelf.put(item, place);
    this.#standing.set(item, standing);
  }
}

function saysTime(item: Item): boolean {
  const spelt = (part: string): boolean => {
    const value = item.value(part);
    return typeof value === 'string' && parseDuration(value) !== null;
  };
  const basis: readonly unknown[] = BASES;
  return PARTS.some(spelt) || basis.includes(item.value('time.basis')) || item.refs('time.source').length > 0;
}
