/** A shared text in a text field: letters go both ways, the caret stays, and nobody's typing is lost. */

import * as Y from 'yjs';
import { textToType, wholeText, type Editing } from '../edits';
import { carried, type Delta } from './carried';
import { spliceBetween, type Splice } from '../edits';

/** What a text field shows and changes. */
export interface TextBinding {
  editing: Editing;
  /** `cards/~abc`; `head` for the blueprint itself. */
  address: string;
  field: string;
  /** None: the document's own. */
  language?: string;
  /** Told when typing begins and when the field is left, for presence. */
  typing?: (typing: boolean) => void;
}

type TextField = HTMLTextAreaElement | HTMLInputElement;

/** Svelte action: `<textarea use:bindText={{ editing, address, field }}>`. */
export function bindText(node: TextField, given: TextBinding): { update(next: TextBinding): void; destroy(): void } {
  let bound = new Bound(node, given);
  return {
    update(next) {
      if (bound.isFor(next)) return;
      bound.end();
      bound = new Bound(node, next);
    },
    destroy: () => bound.end(),
  };
}

class Bound {
  readonly #node: TextField;
  readonly #given: TextBinding;
  #text: Y.Text | null = null;
  /** What the field said when it was last the same as the shared text. */
  #base = '';
  #composing = false;
  /** What others changed while an input method was composing. */
  #missed: Delta[] = [];
  readonly #map: Y.Map<unknown> | undefined;
  /** The document's own language: as it comes in it may turn out to be another, and then the same field is another text. */
  readonly #own: string;
  readonly #stop: (() => void)[] = [];
  readonly #heard = (event: Y.YTextEvent, transaction: Y.Transaction): void => this.#changed(event.delta as Delta, transaction);
  readonly #renamed = (event: Y.YMapEvent<unknown>): void => {
    if (event.keysChanged.has(this.#name)) this.#attach();
  };

  constructor(node: TextField, given: TextBinding) {
    this.#node = node;
    this.#given = given;
    this.#own = given.editing.document.own;
    this.#map = given.editing.document.at(given.address)?.map;
    this.#map?.observe(this.#renamed);
    this.#on('input', () => this.#typed());
    this.#on('compositionstart', () => (this.#composing = true));
    this.#on('compositionend', () => this.#composed());
    this.#on('blur', () => this.#left());
    this.#on('beforeinput', (event) => this.#history(event as InputEvent));
    this.#attach();
  }

  #on(type: string, listener: (event: Event) => void): void {
    this.#node.addEventListener(type, listener);
    this.#stop.push(() => this.#node.removeEventListener(type, listener));
  }

  isFor(next: TextBinding): boolean {
    const { editing, address, field, language } = this.#given;
    const same = next.editing === editing && next.address === address && next.field === field && next.language === language;
    return same && next.editing.document.own === this.#own;
  }

  get #name(): string {
    const { editing, field, language } = this.#given;
    return this.#map ? editing.document.textName(this.#map, field, language) : field;
  }

  /** Bind to the text that stands there now. What was typed into one that somebody else's replaced is put into theirs. */
  #attach(): void {
    const { editing, address } = this.#given;
    const found = this.#map?.get(this.#name);
    const text = found instanceof Y.Text ? found : null;
    if (text === this.#text) return;
    const lost = this.#text ? this.#base : '';
    this.#text?.unobserve(this.#heard);
    this.#text = text;
    text?.observe(this.#heard);
    const theirs = text?.toString() ?? '';
    this.#show(theirs);
    if (!text || !lost || theirs.includes(lost)) return;
    // not inside the transaction that replaced it
    queueMicrotask(() => {
      if (this.#text !== text) return;
      editing.type(text, address, () => text.insert(text.length, (text.length ? '\n' : '') + lost));
      this.#show(text.toString());
    });
  }

  #show(text: string): void {
    this.#base = text;
    if (this.#node.value !== text) this.#node.value = text;
  }

  #typed(): void {
    if (this.#composing) return;
    const { editing, address, field, language, typing } = this.#given;
    const value = wholeText(this.#node.value);
    const splice = spliceBetween(this.#base, value, this.#node.selectionEnd ?? value.length);
    if (!splice) return;
    if (!this.#text) {
      textToType(editing, address, field, language);
      if (!this.#text) this.#attach();
      this.#node.value = value;
    }
    this.#write(splice);
    typing?.(true);
  }

  #write(splice: Splice): void {
    const text = this.#text;
    const { editing, address } = this.#given;
    if (!text || !editing.mayEdit) return this.#show(text?.toString() ?? '');
    this.#base = this.#base.slice(0, splice.index) + splice.insert + this.#base.slice(splice.index + splice.remove);
    editing.type(text, address, () => {
      if (splice.remove) text.delete(splice.index, splice.remove);
      if (splice.insert) text.insert(splice.index, splice.insert);
    });
  }

  /** The input method is done: what it made goes where it was made, past what others wrote meanwhile. */
  #composed(): void {
    this.#composing = false;
    const missed = this.#missed;
    this.#missed = [];
    if (missed.length === 0) return this.#typed();
    const value = wholeText(this.#node.value);
    const splice = spliceBetween(this.#base, value, this.#node.selectionEnd ?? value.length);
    const caret = this.#node.selectionEnd ?? value.length;
    const now = this.#text?.toString() ?? '';
    this.#base = now;
    let end: number;
    if (splice) {
      const index = carried(splice.index, missed);
      const until = carried(splice.index + splice.remove, missed);
      this.#write({ index, remove: until - index, insert: splice.insert });
      end = index + splice.insert.length;
    } else end = carried(caret, missed);
    this.#node.value = this.#base;
    this.#node.setSelectionRange(end, end);
  }

  /** The shared text changed: show it, and keep the caret between the same letters. */
  #changed(delta: Delta, transaction: Y.Transaction): void {
    const text = this.#text?.toString() ?? '';
    if (this.#composing) {
      if (!(transaction.local && text === this.#base)) this.#missed.push(delta);
      return;
    }
    if (text === this.#node.value) {
      this.#base = text;
      return;
    }
    const focused = this.#node.ownerDocument.activeElement === this.#node;
    const { selectionStart, selectionEnd, scrollTop } = this.#node;
    this.#show(text);
    if (!focused || selectionStart === null || selectionEnd === null) return;
    this.#node.setSelectionRange(carried(selectionStart, [delta]), carried(selectionEnd, [delta]));
    this.#node.scrollTop = scrollTop;
  }

  /** The browser's own undo knows nothing of the others: ours takes its place. */
  #history(event: InputEvent): void {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    if (event.inputType === 'historyUndo') this.#given.editing.undo();
    else this.#given.editing.redo();
  }

  #left(): void {
    if (this.#composing) this.#composed();
    this.#given.editing.pauseTyping();
    this.#given.typing?.(false);
  }

  end(): void {
    if (this.#composing) this.#composed();
    for (const stop of this.#stop) stop();
    this.#text?.unobserve(this.#heard);
    this.#map?.unobserve(this.#renamed);
  }
}
