/** One element of the shared document. */

import * as Y from 'yjs';
import type { CollectionName } from '../generated/model';
import type { BoardDocument } from './board';
import { addressOf, splitAddress } from './keys';
import { compareText } from './order';
import { Pulse } from './pulse.svelte';
import { isScalar, readKeys, type Feeling, type Reading, type Scalar } from './reading';
import { fieldNamed, isCollection, isLanguage, placingValues, titleField, type Kind } from './shapes';

export type Key = string;

/** One element, live: whatever an effect or derived value reads of it, that effect hears when the element changes. */
export class Item {
  readonly collection: Kind;
  readonly key: Key;
  /** Where the element is: `cards/~abc`; `head` for the blueprint itself. */
  readonly address: string;
  readonly #document: BoardDocument;
  readonly #pulse = new Pulse();
  /** Where the element is and whether it is there: heard apart, so that a letter typed in it moves nothing. */
  readonly #standing = new Pulse();
  #map: Y.Map<unknown>;
  #reading: Reading | null = null;
  #pos: { place: readonly string[]; rank: string } | null = null;

  constructor(document: BoardDocument, collection: Kind, key: Key, map: Y.Map<unknown>) {
    this.#document = document;
    this.collection = collection;
    this.key = key;
    this.address = collection === 'head' ? 'head' : addressOf(collection, key);
    this.#map = map;
  }

  /** The element's own map, for those who write. Listens to nothing. */
  get map(): Y.Map<unknown> {
    return this.#map;
  }

  get gone(): boolean {
    this.#standing.read();
    return this.#map.get('gone') === true;
  }

  /** The readable id that stands in the file, '' while there is none. */
  get id(): string {
    this.#pulse.read();
    const id = this.#map.get('id');
    if (typeof id === 'string' && id) return id;
    return this.key.startsWith('~') ? '' : this.key;
  }

  /** What the element stands in: a step's phase, a card's step and lane, a mark's element and kind, a link's two ends. */
  get place(): readonly string[] {
    this.#standing.read();
    return this.#placed().place;
  }

  get rank(): string {
    this.#standing.read();
    return this.#placed().rank;
  }

  #placed(): { place: readonly string[]; rank: string } {
    this.#pos ??= placeIn(this.#map.get('pos'), placingValues(this.collection));
    return this.#pos;
  }

  #read(): Reading {
    this.#reading ??= readKeys(this.#map);
    return this.#reading;
  }

  #written(name: string): string {
    const text = this.#map.get(name);
    return text instanceof Y.Text ? text.toString() : '';
  }

  /** The languages a text is written in, in their order; [] when only in the document's own. */
  languages(field: string): string[] {
    this.#pulse.read();
    const tags = this.#read().languages.get(field);
    if (!tags) return [];
    const own = this.#document.own;
    const found = tags.filter((tag) => tag !== own && isLanguage(tag) && this.#written(`${field}@${tag}`));
    const other = tags.includes(own) && this.#written(`${field}@${own}`);
    if (other || this.#written(field)) found.push(own);
    const order = this.#map.get(`${field}@`);
    const listed = Array.isArray(order) ? order.filter((tag): tag is string => found.includes(tag as string)) : [];
    return [...listed, ...found.filter((tag) => !listed.includes(tag)).sort(compareText)];
  }

  /** The text in a language (the one shown, unless said), else in its base language, the document's own, or the first there is. */
  text(field: string, language: string = this.#document.language): string {
    this.#pulse.read();
    if (!this.#read().languages.has(field)) return this.#written(field);
    const own = this.#document.own;
    for (const tag of [language, language.split('-', 1)[0] as string, own]) {
      const found = this.#inLanguage(field, tag, own);
      if (found) return found;
    }
    const first = this.languages(field)[0];
    return first === undefined ? '' : this.#inLanguage(field, first, own);
  }

  #inLanguage(field: string, tag: string, own: string): string {
    return this.#written(`${field}@${tag}`) || (tag === own ? this.#written(field) : '');
  }

  /** The text in exactly this language, to show beside others; '' when there is none. */
  textIn(field: string, language: string): string {
    this.#pulse.read();
    return this.#inLanguage(field, language, this.#document.own);
  }

  /** The text that is edited in a language (the document's own, unless said); null while nobody has begun it. */
  ytext(field: string, language?: string): Y.Text | null {
    this.#pulse.read();
    const found = this.#map.get(this.#document.textName(this.#map, field, language));
    return found instanceof Y.Text ? found : null;
  }

  /** A plain value: `mode`, `time.work`, `effect.reading`, `moment_of_truth`. */
  value(field: string): Scalar | undefined {
    this.#pulse.read();
    const value = this.#map.get(field);
    return isScalar(value) ? value : undefined;
  }

  /** What is written under a name, whatever it is: for lists such as `languages` and `vocabulary`. */
  raw(field: string): unknown {
    this.#pulse.read();
    return this.#map.get(field);
  }

  /** The references of a list, in their order: keys, or addresses (`cards/k`) where any element may be meant. Dead ones are left out. */
  refs(field: string): Key[] {
    this.#pulse.read();
    const found = this.#read().refs.get(field);
    if (!found) return [];
    const collections = fieldNamed(this.collection, field)?.collections ?? ['sources'];
    return found.filter((key) => this.#document.pointsAt(key, collections));
  }

  /** The reference of a single field, undefined when it is empty or points at nothing. */
  ref(field: string): Key | undefined {
    const key = this.value(field);
    if (typeof key !== 'string') return undefined;
    const collections = fieldNamed(this.collection, field)?.collections ?? [];
    return this.#document.pointsAt(key, collections) ? key : undefined;
  }

  /** How it feels: for everyone first, then by persona in their order. */
  feelings(): Feeling[] {
    this.#pulse.read();
    const read = this.#read();
    const personas = this.#document.items('personas').map((persona) => persona.key);
    const at = (persona: string): number => (persona === '*' ? -1 : personas.indexOf(persona));
    return read.feelings
      .filter(({ persona, level }) => (persona === '*' || personas.includes(persona)) && level >= -2 && level <= 2)
      .sort((one, two) => at(one.persona) - at(two.persona))
      .map(({ persona, level }) => {
        const basis = this.#map.get(`feels/${persona}.basis`);
        const source = (read.refs.get(`feels/${persona}.source`) ?? []).filter((key) => this.#document.pointsAt(key, ['sources']));
        const feeling: Feeling = { persona: persona === '*' ? null : persona, level, source };
        return typeof basis === 'string' ? { ...feeling, basis } : feeling;
      });
  }

  /** The text it is known by, '' when it has none. */
  title(language?: string): string {
    const name = titleField(this.collection);
    return this.text(name, language) || String(this.value(name) ?? '');
  }

  /** Listen to anything that changes in this element. */
  listen(): void {
    this.#pulse.read();
  }

  /** Read the element anew from now on (from another map, where it was replaced), and tell nobody yet. */
  forget(map: Y.Map<unknown> = this.#map): void {
    this.#map = map;
    this.#pos = null;
    this.#reading = null;
  }

  /** The document says: something in this element has changed; only the letters of its texts, where no keys are given. */
  touched(keys?: ReadonlySet<string | null>): void {
    if (keys) this.forget();
    this.#pulse.beat();
    if (keys?.has('pos') || keys?.has('gone')) this.#standing.beat();
  }

  /** The document says: this element is another one, or is there no longer. */
  replaced(map: Y.Map<unknown>): void {
    this.forget(map);
    this.#pulse.beat();
    this.#standing.beat();
  }
}

/** The collection and key of a live element's address, undefined when it names none. */
export function pointedAt(address: string): [CollectionName, Key] | undefined {
  const [collection, key] = splitAddress(address);
  return isCollection(collection) && key ? [collection, key] : undefined;
}

/** The placing values and the rank in a `pos`; values that are not all there place nothing. */
function placeIn(pos: unknown, count: number): { place: readonly string[]; rank: string } {
  if (!Array.isArray(pos) || !pos.every((part): part is string => typeof part === 'string')) return { place: [], rank: '' };
  return { place: pos.length === count + 1 ? pos.slice(0, -1) : [], rank: pos[pos.length - 1] ?? '' };
}
