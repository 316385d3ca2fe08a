/** What a page still had in hand when it went, kept where a page may write until its very end: in one go, and read by the next. */

import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';

const BEGINNING = 'footlights.left';

/** One page's place for what it leaves of a document. */
export class LastWords {
  readonly #document: string;
  readonly #own: string;
  #left = false;

  constructor(document: string) {
    this.#document = document;
    this.#own = `${BEGINNING}/${document}/${Math.random().toString(36).slice(2)}`;
  }

  /** Leave these updates for the next page, in place of what was left before; [] takes it back. */
  leave(updates: readonly Uint8Array[]): void {
    if (updates.length === 0 && !this.#left) return;
    this.#left = updates.length > 0;
    try {
      if (updates.length === 0) localStorage.removeItem(this.#own);
      else localStorage.setItem(this.#own, toBase64(Y.mergeUpdates([...updates])));
    } catch {
      // a browser that keeps nothing has said so already
    }
  }

  /** What earlier pages left; `done` takes it away, once it is kept elsewhere. */
  found(): { readonly updates: readonly Uint8Array[]; done(): void } {
    const keys = keysOf(this.#document).filter((key) => key !== this.#own);
    return {
      updates: keys.map(read).filter((update) => update !== null),
      done: () => keys.forEach((key) => localStorage.removeItem(key)),
    };
  }
}

function keysOf(document: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${BEGINNING}/${document}/`));
  } catch {
    return [];
  }
}

function read(key: string): Uint8Array | null {
  try {
    const update = fromBase64(localStorage.getItem(key) ?? '');
    Y.decodeUpdate(update);
    return update;
  } catch {
    return null;
  }
}
