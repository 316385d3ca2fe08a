/** What this device keeps of a document: everything it knows, and what of that the server does not have yet. */

import * as Y from 'yjs';

const VERSION = 1;
const KNOWN = 'updates';
const MINE = 'mine';
const ASIDE = 'aside';
/** So many pieces are laid together into one. */
const MANY = 300;
const PATIENCE_MS = 3000;
const LATER_MS = 500;

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

/** One document's database on this device. */
export class Device {
  readonly #database: IDBDatabase;
  /** Called when something could not be kept, and with null when it could again. */
  onTrouble: (why: string | null) => void = () => undefined;
  #trouble = false;
  #rows = 0;
  /** Others' updates, which the server has: they are kept together, a moment later. */
  #theirs: Uint8Array[] = [];
  #later: ReturnType<typeof setTimeout> | undefined;
  /** Rows of changes of ours, in order, as far as the server has not acknowledged them. */
  readonly #mine: Promise<IDBValidKey | null>[] = [];

  private constructor(database: IDBDatabase) {
    this.#database = database;
    database.onversionchange = () => database.close();
  }

  /** Open it; rejects when this browser keeps nothing, or does not answer in time. */
  static async open(document: string): Promise<Device> {
    const request = indexedDB.open(deviceName(document), VERSION);
    request.onupgradeneeded = () => {
      for (const name of [KNOWN, MINE, ASIDE]) request.result.createObjectStore(name, { autoIncrement: true });
    };
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('the device did not answer in time')), PATIENCE_MS));
    return new Device(await Promise.race([asked(request), late]));
  }

  async load(): Promise<Loaded> {
    const transaction = this.#database.transaction([KNOWN, MINE], 'readonly');
    const [updates, mine, keys] = await Promise.all([
      asked<Uint8Array[]>(transaction.objectStore(KNOWN).getAll()),
      asked<Uint8Array[]>(transaction.objectStore(MINE).getAll()),
      asked(transaction.objectStore(MINE).getAllKeys()),
    ]);
    this.#mine.unshift(...keys.map((key) => Promise.resolve(key)));
    this.#rows = updates.length;
    if (updates.length > MANY / 4) this.#lay();
    return { update: updates.length ? Y.mergeUpdates(updates) : null, mine };
  }

  /** Keep an update: one of ours (`mine`: the server does not have it) at once, with all that came before it. */
  keep(update: Uint8Array, mine: boolean): void {
    if (!mine) {
      this.#theirs.push(update);
      this.#later ??= setTimeout(() => this.#flush(), LATER_MS);
      return;
    }
    this.#flush();
    this.#mine.push(this.#kept(update, true));
  }

  #flush(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    const theirs = this.#theirs;
    this.#theirs = [];
    if (theirs.length) void this.#kept(theirs.length === 1 ? (theirs[0] as Uint8Array) : Y.mergeUpdates(theirs), false);
  }

  #kept(update: Uint8Array, mine: boolean): Promise<IDBValidKey | null> {
    const kept = this.#keep(update, mine).then(
      (key) => this.#well(key),
      (error: unknown) => this.#ill(error),
    );
    this.#rows += 1;
    if (this.#rows > MANY) this.#lay();
    return kept;
  }

  async #keep(update: Uint8Array, mine: boolean): Promise<IDBValidKey | null> {
    const transaction = this.#database.transaction(mine ? [KNOWN, MINE] : [KNOWN], 'readwrite');
    const finished = done(transaction);
    transaction.objectStore(KNOWN).add(update);
    const row = mine ? asked(transaction.objectStore(MINE).add(update)) : Promise.resolve(null);
    const [key] = await Promise.all([row, finished]);
    return key;
  }

  #well(key: IDBValidKey | null): IDBValidKey | null {
    if (this.#trouble) {
      this.#trouble = false;
      this.onTrouble(null);
    }
    return key;
  }

  #ill(error: unknown): null {
    this.#trouble = true;
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    this.onTrouble(full ? 'device-full' : 'device-unavailable');
    return null;
  }

  /** The server has the first `count` of the changes of ours that were still open. */
  async acknowledged(count: number): Promise<void> {
    const keys = await Promise.all(this.#mine.splice(0, count));
    const rows = keys.filter((key) => key !== null);
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
    this.#flush();
    const transaction = this.#database.transaction([KNOWN, MINE, ASIDE], 'readwrite');
    const finished = done(transaction);
    const request = transaction.objectStore(KNOWN).getAll() as IDBRequest<Uint8Array[]>;
    request.onsuccess = () => {
      if (request.result.length) transaction.objectStore(ASIDE).add({ at, why, update: Y.mergeUpdates(request.result) } satisfies Aside);
      transaction.objectStore(KNOWN).clear();
      transaction.objectStore(MINE).clear();
    };
    await finished;
    this.#mine.length = 0;
  }

  /** Take the document off this device, when the server has all of it. */
  async forget(): Promise<void> {
    this.#flush();
    const transaction = this.#database.transaction([KNOWN, MINE], 'readwrite');
    transaction.objectStore(KNOWN).clear();
    transaction.objectStore(MINE).clear();
    await done(transaction);
    this.#mine.length = 0;
  }

  /** The copies that were put by. */
  async asides(): Promise<Aside[]> {
    return asked<Aside[]>(this.#database.transaction(ASIDE, 'readonly').objectStore(ASIDE).getAll());
  }

  close(): void {
    this.#flush();
    this.#database.close();
  }
}
