/** Who edits: one transaction for one intention, and an undo that takes back only what is mine. */

import * as Y from 'yjs';
import { splitAddress, type BoardDocument } from '../document';
import { Box } from '../document/pulse.svelte';
import { takeBack, type Kept } from './taking-back';
import { Write, type Change } from './write';

export interface UndoResult {
  /** Whether anything changed. */
  readonly done: boolean;
  /** The name that the intention was run under (`add card`), '' when there was nothing to undo. */
  readonly name: string;
  /** What stayed as it is, because somebody else has changed it since. */
  readonly kept: readonly Kept[];
  /** The elements that changed, so that the board can show them. */
  readonly touched: readonly string[];
}

/** What every intention takes. */
export interface Editing {
  readonly document: BoardDocument;
  /** False for those who may only look. */
  readonly mayEdit: boolean;
  /** Run one intention: one transaction, one step of undo. A run inside a run belongs to it. Undefined when one may only look. */
  run<T>(name: string, change: (write: Write) => T): T | undefined;
  /** Run a large intention in several transactions that are one step of undo. */
  runInParts(name: string, parts: Iterable<(write: Write) => void>): void;
  /** Type in a shared text: its undo is by letter runs, and belongs to the same history. */
  type(text: Y.Text, address: string, change: () => void): void;
  /** What is typed next is another step of undo. */
  pauseTyping(): void;
  undo(): UndoResult;
  redo(): UndoResult;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

type Entry = { readonly name: string; readonly changes: readonly Change[] } | { readonly name: 'typing'; readonly address: string };

const LONGEST = 500;
const NOTHING: UndoResult = { done: false, name: '', kept: [], touched: [] };

/** The history of one person in one document. */
export class Editor implements Editing {
  readonly document: BoardDocument;
  /** The origin of everything that is written here. */
  readonly origin = { by: 'editor' };
  readonly #typingOrigin = { by: 'typing' };
  readonly #undo: Entry[] = [];
  readonly #redo: Entry[] = [];
  readonly #depth = new Box<readonly [number, number]>([0, 0]);
  readonly #mayEdit = new Box(true);
  #typing: Y.UndoManager | null = null;
  #typed = '';
  #replaying = false;
  #write: Write | null = null;

  constructor(document: BoardDocument) {
    this.document = document;
  }

  get mayEdit(): boolean {
    return this.#mayEdit.value;
  }

  set mayEdit(may: boolean) {
    this.#mayEdit.value = may;
  }

  get canUndo(): boolean {
    return this.#depth.value[0] > 0;
  }

  get canRedo(): boolean {
    return this.#depth.value[1] > 0;
  }

  /** Whether a transaction was made here, by an intention or by typing. */
  owns(origin: unknown): boolean {
    return origin === this.origin || origin === this.#typingOrigin || (this.#typing !== null && origin === this.#typing);
  }

  run<T>(name: string, change: (write: Write) => T): T | undefined {
    if (!this.#mayEdit.peek()) return undefined;
    if (this.#write) return change(this.#write);
    const write = (this.#write = new Write(this.document));
    try {
      return this.document.doc.transact(() => change(write), this.origin);
    } finally {
      this.#write = null;
      this.#remember(name, write.changes);
    }
  }

  runInParts(name: string, parts: Iterable<(write: Write) => void>): void {
    if (!this.#mayEdit.peek()) return;
    const outer = this.#write;
    const write = (this.#write = outer ?? new Write(this.document));
    try {
      for (const part of parts) this.document.doc.transact(() => part(write), this.origin);
    } finally {
      this.#write = outer;
      if (!outer) this.#remember(name, write.changes);
    }
  }

  #remember(name: string, changes: readonly Change[]): void {
    if (changes.length === 0) return;
    this.pauseTyping();
    this.#undo.push({ name, changes });
    if (this.#undo.length > LONGEST) this.#undo.splice(0, this.#undo.length - LONGEST);
    this.#redo.length = 0;
    this.#typing?.clear(false, true);
    this.#measure();
  }

  type(text: Y.Text, address: string, change: () => void): void {
    if (!this.#mayEdit.peek()) return;
    const typing = (this.#typing ??= this.#newTyping(text));
    if (this.#typed !== address) this.pauseTyping();
    this.#typed = address;
    typing.addToScope(text);
    this.document.doc.transact(change, this.#typingOrigin);
  }

  pauseTyping(): void {
    this.#typing?.stopCapturing();
    this.#typed = '';
  }

  #newTyping(text: Y.Text): Y.UndoManager {
    const made = new Y.UndoManager(text, { trackedOrigins: new Set([this.#typingOrigin]), captureTimeout: 700 });
    made.on('stack-item-added', ({ type }: { type: 'undo' | 'redo' }) => {
      if (type !== 'undo' || this.#replaying) return;
      this.#undo.push({ name: 'typing', address: this.#typed });
      this.#redo.length = 0;
      this.#measure();
    });
    return made;
  }

  undo(): UndoResult {
    return this.#replay(this.#undo, this.#redo, 'undo');
  }

  redo(): UndoResult {
    return this.#replay(this.#redo, this.#undo, 'redo');
  }

  #replay(from: Entry[], onto: Entry[], way: 'undo' | 'redo'): UndoResult {
    const entry = this.#mayEdit.peek() ? from.pop() : undefined;
    if (!entry) return NOTHING;
    this.pauseTyping();
    this.#replaying = true;
    try {
      const result = 'changes' in entry ? this.#takeBack(entry.name, entry.changes, onto) : this.#untype(entry, from, onto, way);
      return result;
    } finally {
      this.#replaying = false;
      this.#measure();
    }
  }

  #takeBack(name: string, changes: readonly Change[], onto: Entry[]): UndoResult {
    const write = new Write(this.document);
    const kept = this.document.doc.transact(() => takeBack(write, changes), this.origin);
    if (write.changes.length) onto.push({ name, changes: write.changes });
    const touched = [...new Set(write.changes.map((change) => change.item.address))];
    return { done: write.changes.length > 0, name, kept, touched };
  }

  #untype(entry: Extract<Entry, { name: 'typing' }>, from: Entry[], onto: Entry[], way: 'undo' | 'redo'): UndoResult {
    const typing = this.#typing as Y.UndoManager;
    const done = (way === 'undo' ? typing.undo() : typing.redo()) !== null;
    if (done) onto.push(entry);
    // what had nothing left to take back was passed over: pass over it here too
    const left = (way === 'undo' ? typing.undoStack : typing.redoStack).length;
    let more = from.filter((each) => !('changes' in each)).length - left;
    for (let at = from.length - 1; at >= 0 && more > 0; at--) {
      if ('changes' in (from[at] as Entry)) continue;
      from.splice(at, 1);
      more -= 1;
    }
    const address = splitAddress(entry.address).join('/');
    return { done, name: entry.name, kept: done ? [] : [{ address, field: '' }], touched: done ? [address] : [] };
  }

  #measure(): void {
    this.#depth.value = [this.#undo.length, this.#redo.length];
  }

  close(): void {
    this.#typing?.destroy();
    this.#typing = null;
  }
}
