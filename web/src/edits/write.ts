/** How an edit is written into the shared document, and remembered so that it can be undone. */

import * as Y from 'yjs';
import { textFields, type BoardDocument, type CollectionName, type Item, type Key } from '../document';
import { sharedSet } from './meeting';
import { replaceText } from './replace';

/** One thing that was written: enough to take it back, and to see whether somebody has changed it since. */
export type Change =
  | { readonly kind: 'set'; readonly item: Item; readonly field: string; readonly before: unknown; readonly after: unknown }
  | { readonly kind: 'text'; readonly item: Item; readonly field: string; readonly before: string; readonly after: string }
  | { readonly kind: 'new'; readonly item: Item; readonly fields: Readonly<Record<string, unknown>> };

/** A name in an element's map → its value; undefined takes it away. */
export type Values = Readonly<Record<string, unknown>>;

/** What an intention writes with, inside one transaction. */
export class Write {
  readonly document: BoardDocument;
  readonly changes: Change[] = [];

  constructor(document: BoardDocument) {
    this.document = document;
  }

  /** A new element: its place and rank, plain values, and texts in the document's own language. */
  create(
    collection: CollectionName,
    key: Key,
    pos: readonly string[],
    values: Values = {},
    texts: Readonly<Record<string, string>> = {},
  ): Item {
    const root = this.document.doc.getMap<unknown>(collection);
    const map = new Y.Map<unknown>();
    map.set('pos', [...pos]);
    for (const [name, value] of Object.entries(values)) if (value !== undefined) map.set(name, value);
    for (const field of textFields(collection)) map.set(field, new Y.Text(texts[field] ?? ''));
    root.set(key, map);
    const item = this.document.reached(collection, key);
    this.changes.push({ kind: 'new', item, fields: storedFields(item.map) });
    return item;
  }

  /** The element of a key that several people may make at the same time (a role's own row): theirs and ours become one. */
  declare(collection: CollectionName, key: Key, pos: readonly string[], values: Values, texts: Readonly<Record<string, string>>): Item {
    const map = sharedSet(this.document.doc, this.document.doc.getMap<unknown>(collection), collection, key, () => new Y.Map<unknown>());
    map.set('pos', [...pos]);
    for (const [name, value] of Object.entries(values)) if (value !== undefined) map.set(name, value);
    for (const field of textFields(collection)) {
      const text = sharedSet(this.document.doc, map, `${collection}/${key}`, field, () => new Y.Text());
      if (texts[field]) text.insert(0, texts[field]);
    }
    const item = this.document.reached(collection, key);
    this.changes.push({ kind: 'new', item, fields: storedFields(item.map) });
    return item;
  }

  /** Write one value; undefined takes it away. Nothing happens when it is there already. */
  set(item: Item, field: string, value: unknown): void {
    const before = item.map.get(field);
    if (sameValue(before, value)) return;
    if (value === undefined) item.map.delete(field);
    else item.map.set(field, value);
    this.document.rewritten(item, field);
    this.changes.push({ kind: 'set', item, field, before, after: value });
  }

  /** Write a text, changing only the letters that differ. */
  text(item: Item, name: string, text: string): void {
    const ytext = this.textOf(item, name);
    const before = ytext.toString();
    if (before === text) return;
    if (before === '') this.#listLanguage(item, name);
    replaceText(ytext, text);
    this.changes.push({ kind: 'text', item, field: name, before, after: ytext.toString() });
  }

  /** The text under a name, made when it is not there: two people who begin the same one get the same one. */
  textOf(item: Item, name: string): Y.Text {
    const found = item.map.get(name);
    return found instanceof Y.Text ? found : sharedSet(this.document.doc, item.map, item.address, name, () => new Y.Text());
  }

  /** The text under a name for somebody who begins to type in it now. */
  begun(item: Item, name: string): Y.Text {
    this.#listLanguage(item, name);
    return this.textOf(item, name);
  }

  /** A language that is new here stands behind those there are. */
  #listLanguage(item: Item, name: string): void {
    const [field = '', tag] = name.split('@', 2);
    if (tag === undefined) return;
    const said = item.languages(field);
    const there = said.length ? said : item.textIn(field, this.document.own) ? [this.document.own] : [];
    if (!there.includes(tag)) this.set(item, `${field}@`, [...there, tag]);
  }
}

/** What an element's keys hold, texts as strings. */
export function storedFields(map: Y.Map<unknown>): Record<string, unknown> {
  return Object.fromEntries([...map.entries()].map(([name, value]) => [name, value instanceof Y.Text ? value.toString() : value]));
}

/** Whether two stored values say the same; absent, false and an empty text that nobody wrote in are not told apart for `gone`. */
export function sameValue(one: unknown, two: unknown): boolean {
  if (one === two) return true;
  if (typeof one !== 'object' || typeof two !== 'object' || one === null || two === null) return false;
  return JSON.stringify(one) === JSON.stringify(two);
}
