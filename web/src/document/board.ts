/** The shared document as the board sees it: elements by key, in their places and in order, each heard on its own. */

import * as Y from 'yjs';
import { CARD_ROLES, ROLES, type CollectionName } from '../generated/model';
import { flowsOf, type Flow } from './flows';
import { pointedAt, type Item, type Key } from './item';
import { cellOf } from './keys';
import { compareRanked } from './order';
import { Box, unheard } from './pulse.svelte';
import { linesBetween, rowOf, rowsOf, sameRow, type BoardLine, type Row } from './rows';
import { isLanguage } from './shapes';
import { kindAt, readingOrder, sortedLinks, sortedMarks, stands } from './standing';
import { Structure } from './structure';
import { Worked, sameList } from './worked';

const BEARING: readonly string[] = CARD_ROLES;

/** A live view of a Y.Doc. What a component reads, it hears of; and of nothing else. */
export class BoardDocument {
  readonly doc: Y.Doc;
  readonly head: Item;
  readonly #structure: Structure;
  readonly #shown = new Box<string | null>(null);
  readonly #own = new Box('en');
  readonly #vocabulary = new Box<unknown>(undefined);
  readonly #worked = new Map<string, Worked<unknown>>();
  readonly #lists = new Map<CollectionName, Worked<readonly Item[]>>();
  readonly #phases = this.#work('phases', () => this.#structure.all('phases'), sameList);
  readonly #steps = this.#work('steps', () => this.phases().flatMap((phase) => this.stepsOf(phase.key)), sameList);
  readonly #rows = this.#work(
    'rows',
    () => this.#workRows(),
    (one, two) => one.length === two.length && one.every((row, at) => sameRow(row, two[at] as Row)),
  );
  readonly #lines = this.#work(
    'lines',
    () => linesBetween(this.rows()),
    (one, two) => JSON.stringify(one) === JSON.stringify(two),
  );
  readonly #cards = this.#work('cards', () => this.#workCards(), sameList);
  readonly #order = this.#work('order', () => readingOrder(this));
  readonly #flows = this.#work('flows', () => this.#workFlows());
  readonly #unplaced = this.#work('unplaced', () => this.#workUnplaced(), sameList);

  constructor(doc: Y.Doc = new Y.Doc()) {
    this.doc = doc;
    this.#structure = new Structure(this, doc, (shape) => this.#changed(shape));
    this.head = this.#structure.head;
    this.#changed(false);
  }

  #work<T>(name: string, work: () => T, same?: (one: T, two: T) => boolean): Worked<T> {
    const made = new Worked(work, same);
    this.#worked.set(name, made as Worked<unknown>);
    return made;
  }

  #changed(shape: boolean): void {
    const language = this.head.map.get('language');
    this.#own.value = isLanguage(language) ? language : 'en';
    this.#vocabulary.value = this.head.map.get('vocabulary');
    if (!shape) return;
    this.#spoil(); // all of them first: they are worked out from each other
    for (const worked of this.#worked.values()) worked.review();
  }

  /** The language that plain texts are in. */
  get own(): string {
    return this.#own.value;
  }

  /** The language shown: the document's own, until a view asks for another. */
  get language(): string {
    return this.#shown.value ?? this.own;
  }

  set language(language: string) {
    this.#shown.value = language === this.#own.peek() ? null : language;
  }

  /** Whether there is no phase, step or card yet. */
  get empty(): boolean {
    return this.phases().length === 0 && this.items('cards').length === 0;
  }

  /** The element of this key, gone or not; undefined when there never was one. Listens to nothing. */
  known(collection: CollectionName, key: Key): Item | undefined {
    return this.#structure.known(collection, key);
  }

  /** Every element of a collection, gone ones too, in no order. Listens to nothing. */
  everything(collection: CollectionName): Iterable<Item> {
    return this.#structure.everything(collection);
  }

  /** For those who write: an element was made just now, inside a transaction that still runs. */
  reached(collection: CollectionName, key: Key): Item {
    const item = this.#structure.reached(collection, key);
    this.#spoil();
    return item;
  }

  /** For those who write: these keys of an element were written just now, inside a transaction that still runs. */
  rewritten(item: Item, field: string): void {
    if (!Structure.shapes(new Set([field]))) return item.forget();
    this.#structure.rewritten(item, field);
    this.#spoil();
  }

  #spoil(): void {
    for (const worked of this.#worked.values()) worked.spoil();
  }

  /** The live element of this key. */
  item(collection: CollectionName, key: Key): Item | undefined {
    return this.#structure.item(collection, key);
  }

  /** The live element at an address (`cards/~abc`; `head`). */
  at(address: string): Item | undefined {
    if (address === 'head') return this.head;
    const found = pointedAt(address);
    return found && this.item(...found);
  }

  /** Whether a reference means a live element: a key of the one collection, or an address where several are possible. */
  pointsAt(pointer: string, collections: readonly string[]): boolean {
    const [only] = collections;
    // the row of a role is there without being declared
    if (only === 'lanes' && collections.length === 1 && (ROLES as readonly string[]).includes(pointer)) return true;
    if (collections.length === 1 && only !== '*') return this.item(only as CollectionName, pointer) !== undefined;
    const found = pointedAt(pointer);
    return found !== undefined && (only === '*' || collections.includes(found[0])) && this.item(...found) !== undefined;
  }

  /** The elements of a collection that stand on the board, in reading order. */
  items(collection: CollectionName): readonly Item[] {
    if (collection === 'phases') return this.phases();
    if (collection === 'steps') return this.steps();
    if (collection === 'cards') return this.#cards.value;
    let list = this.#lists.get(collection);
    if (!list) this.#lists.set(collection, (list = this.#work(`all ${collection}`, () => this.#listed(collection), sameList)));
    return list.value;
  }

  #listed(collection: CollectionName): readonly Item[] {
    const all = this.#structure.all(collection);
    if (collection === 'links') return sortedLinks(all, this.#order.value);
    const there = all.filter((item) => stands(this, item));
    return collection === 'marks' ? sortedMarks(there, this.#order.value) : there;
  }

  phases(): readonly Item[] {
    return this.#phases.value;
  }

  stepsOf(phase: Key): readonly Item[] {
    return this.#structure.steps.at(phase);
  }

  /** The steps in board order: by phase, then by rank. */
  steps(): readonly Item[] {
    return this.#steps.value;
  }

  rows(): readonly Row[] {
    return this.#rows.value;
  }

  lines(): readonly BoardLine[] {
    return this.#lines.value;
  }

  /** The cards of one cell, in order. Hears of that cell only. */
  cards(step: Key, lane: Key): readonly Item[] {
    return this.#structure.cells.at(cellOf(step, lane));
  }

  /** The marks of an element (`cards/k`), in order: by kind, then by rank. */
  marksOn(address: string): readonly Item[] {
    const marks = this.#structure.marks.at(address);
    if (marks.length < 2) return marks;
    return unheard(() => [...marks].sort((one, two) => kindAt(one) - kindAt(two) || compareRanked(one, two)));
  }

  linksFrom(address: string): readonly Item[] {
    return this.#structure.linksFrom.at(address);
  }

  linksTo(address: string): readonly Item[] {
    return this.#structure.linksTo.at(address);
  }

  /** Every way on: drawn links first, then those the form implies. */
  flows(): readonly Flow[] {
    return this.#flows.value;
  }

  /** Steps without a phase, and cards without a step or lane: what their parents' removal left over. */
  unplaced(): readonly Item[] {
    return this.#unplaced.value;
  }

  /** What this blueprint calls a word of ours (`phase`, `frontstage`, `visibility`); '' when it uses ours. */
  say(word: string, language: string = this.language): string {
    return saidIn(this.#vocabulary.value, word, language, this.own);
  }

  /** The name of the key that holds a text in a language. Listens to the document's own language only. */
  textName(map: Y.Map<unknown>, field: string, language?: string): string {
    const own = this.own;
    const tagged = `${field}@${language ?? own}`;
    if (language !== undefined && language !== own) return tagged;
    const text = map.get(tagged);
    return text instanceof Y.Text && text.length > 0 ? tagged : field;
  }

  close(): void {
    this.#structure.close();
  }

  /** Whether a lane can hold cards: a live one whose role does, or a role's own row that nobody declared. */
  bears(lane: Key): boolean {
    const declared = this.item('lanes', lane);
    return BEARING.includes(declared ? rowOf(declared).role : lane);
  }

  #workRows(): readonly Row[] {
    const steps = new Set(this.steps().map((step) => step.key));
    const used = new Set<string>();
    for (const [cell] of this.#structure.cells.places()) {
      const [step, lane] = cell.split('\n') as [string, string];
      if (steps.has(step)) used.add(lane);
    }
    const shown = {
      customer: steps.size > 0,
      emotion: this.steps().some((step) => step.feelings().length > 0),
      time: this.#structure.timed((item) => stands(this, item)),
    };
    return rowsOf(this.#structure.all('lanes').map(rowOf), used, shown);
  }

  #workCards(): readonly Item[] {
    const rows = this.rows().filter((row) => this.bears(row.key));
    return this.steps().flatMap((step) => rows.flatMap((row) => this.cards(step.key, row.key)));
  }

  #workFlows(): readonly Flow[] {
    const roles = new Map(this.rows().map((row) => [row.key, row.role]));
    const roleOf = (lane: string): string => roles.get(lane) ?? '';
    return flowsOf({ steps: this.steps(), links: this.items('links'), cards: this.items('cards'), roleOf });
  }

  #workUnplaced(): readonly Item[] {
    const left = (collection: 'steps' | 'cards'): Item[] => {
      const placed = this.items(collection);
      if (this.#structure.count(collection) === placed.length) return [];
      const there = new Set(placed);
      return this.#structure.all(collection).filter((item) => !there.has(item));
    };
    return [...left('steps'), ...left('cards')];
  }
}

function saidIn(vocabulary: unknown, word: string, language: string, own: string): string {
  if (!Array.isArray(vocabulary)) return '';
  const entry: unknown = vocabulary.find((pair) => Array.isArray(pair) && pair[0] === word);
  const said: unknown = Array.isArray(entry) ? entry[1] : undefined;
  if (typeof said === 'string') return said;
  if (!Array.isArray(said)) return '';
  const pairs = said.filter((pair): pair is [string, string] => Array.isArray(pair) && typeof pair[1] === 'string' && pair[1] !== '');
  for (const tag of [language, language.split('-', 1)[0], own]) {
    const found = pairs.find(([each]) => each === tag);
    if (found) return found[1];
  }
  return pairs[0]?.[1] ?? '';
}
