/** What this device keeps of a document: everything it knows, and what of that the server does not have yet. */

import * as Y from 'yjs';
import { LastWords } from './last-words';

const VERSION = 1;
const KNOWN = 'updates';
const MINE = 'mine';
const ASIDE = 'aside';
/** So many pieces are laid together into one. */
const MANY = 300;
const PATIENCE_MS = 3000;
const LATER_MS = 500;
/** A write that takes longer is trouble, though it may still end well; one that failed is tried again after a while. */
const SLOW_MS = 10_000;
const AGAIN_MS = 2_000;

export interface Loaded {
  /** Everything known, in one piece; null when this device has never seen the document. */
  readonly update: Uint8Array | null;
  /** Changes made here that the server has not acknowledged, oldest first. */
  readonly mine: readonly Uint8Array[];
}

/** A copy put by, since the document on the server became another one. */
export interface Aside {
  readonly at: string;
  readonly why: string;
  readonly update: Uint8Array;
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the device did not answer'));
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the device kept nothing'));
    transaction.onerror = () => reject(transaction.error ?? new Error('the device kept nothing'));
  });
}

/** The name of the database that keeps a document. */
export function deviceName(document: string): string {
  return `footlights/${document}`;
}

/** Something to be kept. */
interface Piece {
  readonly update: Uint8Array;
  /** Whether the server still lacks it. */
  mine: boolean;
  /** Its row among those that the server lacks. */
  row: IDBValidKey | null;
}

/** One document's database on this device. */
export class Device {
  readonly #database: IDBDatabase;
  readonly #words: LastWords;
  /** Called when something could not be kept, and with null when it could again. */
  onTrouble: (why: string | null) => void = () => undefined;
  #trouble = false;
  #closed = false;
  #rows = 0;
  /** Others' updates, which the server has: they are kept together, a moment later. */
  #theirs: Uint8Array[] = [];
  #later: ReturnType<typeof setTimeout> | undefined;
  /** What is being written, and what goes along next. One transaction at a time: a page that goes then leaves little undone. */
  #writing: Piece[] = [];
  #waiting: Piece[] = [];
  /** Changes of ours, in order, as far as the server has not acknowledged them. */
  readonly #mine: Piece[] = [];
  /** Done when what earlier pages left is kept here. */
  #onceKept: () => void = () => undefined;

  private constructor(document: string, database: IDBDatabase) {
    this.#database = database;
    this.#words = new LastWords(document);
    database.onversionchange = () => database.close();
  }

  /** Open it; rejects when this browser keeps nothing, or does not answer in time. */
  static async open(document: string): Promise<Device> {
    const request = indexedDB.open(deviceName(document), VERSION);
    request.onupgradeneeded = () => {
      for (const name of [KNOWN, MINE, ASIDE]) request.result.createObjectStore(name, { autoIncrement: true });
    };
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('the device did not answer in time')), PATIENCE_MS));
    return new Device(document, await Promise.race([asked(request), late]));
  }

  async load(): Promise<Loaded> {
    const transaction = this.#database.transaction([KNOWN, MINE], 'readonly');
    const [updates, mine, keys] = await Promise.all([
      asked<Uint8Array[]>(transaction.objectStore(KNOWN).getAll()),
      asked<Uint8Array[]>(transaction.objectStore(MINE).getAll()),
      asked(transaction.objectStore(MINE).getAllKeys()),
    ]);
    this.#mine.unshift(...mine.map((update, at) => ({ update, mine: true, row: keys[at] ?? null })));
    this.#rows = updates.length;
    if (updates.length > MANY / 4) this.#lay();
    const words = this.#words.found();
    for (const update of words.updates) this.keep(update, true);
    this.#onceKept = words.done;
    const known = [...updates, ...words.updates];
    return { update: known.length ? Y.mergeUpdates(known) : null, mine: [...mine, ...words.updates] };
  }

  /** Keep an update: one of ours (`mine`: the server does not have it) at once, with all that came before it. */
  keep(update: Uint8Array, mine: boolean): void {
    if (!mine) {
      this.#theirs.push(update);
      this.#later ??= setTimeout(() => this.#flush(), LATER_MS);
      return;
    }
    const piece = { update, mine, row: null };
    this.#mine.push(piece);
    this.#gather();
    this.#waiting.push(piece);
    this.#write();
  }

  #flush(): void {
    this.#gather();
    this.#write();
  }

  /** Others' updates wait no longer. */
  #gather(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    const theirs = this.#theirs;
    this.#theirs = [];
    if (theirs.length) this.#waiting.push({ update: Y.mergeUpdates(theirs), mine: false, row: null });
  }

  /** Write what waits, in one transaction; what comes meanwhile goes along with the next. */
  #write(): void {
    if (this.#writing.length || !this.#waiting.length || this.#closed) return;
    this.#writing = this.#waiting;
    this.#waiting = [];
    const slow = setTimeout(() => this.#ill(null), SLOW_MS);
    void this.#put(this.#writing)
      .then(
        () => this.#kept(),
        (error: unknown) => this.#notKept(error),
      )
      .finally(() => clearTimeout(slow));
  }

  async #put(pieces: readonly Piece[]): Promise<void> {
    const transaction = this.#database.transaction([KNOWN, MINE], 'readwrite');
    const finished = done(transaction);
    transaction.objectStore(KNOWN).add(Y.mergeUpdates(pieces.map((piece) => piece.update)));
    const rows = pieces.map((piece) => (piece.mine ? asked(transaction.objectStore(MINE).add(piece.update)) : null));
    transaction.commit(); // it is carried out though the page may go now
    const [keys] = await Promise.all([Promise.all(rows), finished]);
    pieces.forEach((piece, at) => (piece.row = keys[at] ?? null));
  }

  #kept(): void {
    const written = this.#writing;
    this.#writing = [];
    if (this.#trouble) {
      this.#trouble = false;
      this.onTrouble(null);
    }
    void this.#forgetRows(written.filter((piece) => !piece.mine)); // acknowledged while it was being written
    if (!this.#waiting.length) {
      this.#words.leave([]);
      this.#onceKept();
      this.#onceKept = () => undefined;
    }
    this.#rows += 1;
    if (this.#rows > MANY) this.#lay();
    this.#write();
  }

  /** Nothing is given up: it waits, and is tried again. */
  #notKept(error: unknown): void {
    this.#waiting = [...this.#writing, ...this.#waiting];
    this.#writing = [];
    this.#ill(error);
    if (!this.#closed) setTimeout(() => this.#write(), AGAIN_MS);
  }

  #ill(error: unknown): void {
    this.#trouble = true;
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    this.onTrouble(full ? 'device-full' : 'device-unavailable');
  }

  /** The page may go any moment: what is not written yet is left for the next one. */
  part(): void {
    this.#gather();
    const pieces = [...this.#writing, ...this.#waiting];
    if (pieces.some((piece) => piece.mine)) this.#words.leave(pieces.map((piece) => piece.update));
    this.#write();
  }

  /** The server has the first `count` of the changes of ours that were still open. */
  async acknowledged(count: number): Promise<void> {
    const pieces = this.#mine.splice(0, count);
    for (const piece of pieces) piece.mine = false;
    await this.#forgetRows(pieces);
  }

  async #forgetRows(pieces: readonly Piece[]): Promise<void> {
    const rows = pieces.flatMap(({ row }) => (row === null ? [] : [row]));
    if (rows.length === 0) return;
    try {
      const transaction = this.#database.transaction(MINE, 'readwrite');
      for (const key of rows) transaction.objectStore(MINE).delete(key);
      await done(transaction);
    } catch {
      // the rows stay: after a reload they are sent once more, which changes nothing
    }
  }

  /** Lay all updates together into one, in one transaction: another tab's are among them. */
  #lay(): void {
    this.#rows = 1;
    try {
      const transaction = this.#database.transaction(KNOWN, 'readwrite');
      const store = transaction.objectStore(KNOWN);
      const request = store.getAll() as IDBRequest<Uint8Array[]>;
      request.onsuccess = () => {
        if (request.result.length < 2) return;
        const whole = Y.mergeUpdates(request.result);
        store.clear();
        store.add(whole);
      };
    } catch {
      // the database is closing; the pieces stay as they are
    }
  }

  /** Put everything by, when the document on the server became another one: it is not lost, and not mixed in. */
  async setAside(why: string, at: string): Promise<void> {
    const rest = this.#taken();
    const transaction = this.#database.transaction([KNOWN, MINE, ASIDE], 'readwrite');
    const finished = done(transaction);
    const request = transaction.objectStore(KNOWN).getAll() as IDBRequest<Uint8Array[]>;
    request.onsuccess = () => {
      const all = [...request.result, ...rest];
      if (all.length) transaction.objectStore(ASIDE).add({ at, why, update: Y.mergeUpdates(all) } satisfies Aside);
      transaction.objectStore(KNOWN).clear();
      transaction.objectStore(MINE).clear();
    };
    await finished;
  }

  /** Take the document off this device, when the server has all of it. */
  async forget(): Promise<void> {
    this.#taken();
    const transaction = this.#database.transaction([KNOWN, MINE], 'readwrite');
    transaction.objectStore(KNOWN).clear();
    transaction.objectStore(MINE).clear();
    await done(transaction);
  }

  /** What waits to be written; it waits no longer. */
  #taken(): Uint8Array[] {
    this.#gather();
    const rest = this.#waiting.map((piece) => piece.update);
    this.#waiting = [];
    this.#mine.length = 0;
    this.#words.leave([]);
    return rest;
  }

  /** The copies that were put by. */
  async asides(): Promise<Aside[]> {
    return asked<Aside[]>(this.#database.transaction(ASIDE, 'readonly').objectStore(ASIDE).getAll());
  }

  /** Let go of it; what is not written yet is, and the database closes behind it. */
  close(): void {
    this.part();
    this.#closed = true;
    const rest = this.#waiting;
    if (rest.length)
      void this.#put(rest).then(
        () => this.#words.leave([]),
        () => undefined,
      );
    this.#database.close();
  }
}
