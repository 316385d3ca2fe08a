/** One document, open: what the screens read and call. */

import type * as Y from 'yjs';
import { BoardDocument } from '../document';
import { Box } from '../document/pulse.svelte';
import { Editor } from '../edits';
import type { Keeping } from './keeping';
import { Presence } from './presence';
import { wordFor, type SavingWord } from './saving';
import type { At, BoundFile, Person, Session } from './types';

const LOCKED_OUT: readonly SavingWord[] = ['loading', 'gone', 'read-only'];

export class LiveSession implements Session {
  readonly id: string;
  readonly document: BoardDocument;
  readonly editing: Editor;
  readonly presence: Presence;
  readonly #keeping: Keeping;
  /** Heard apart from the state of saving: it comes and goes with each letter, and every card asks for this. */
  readonly #mayEdit = new Box(false);
  readonly #file = new Box<BoundFile | null>(null);
  readonly #following = new Box<number | null>(null);
  /** Set by whoever connects it. */
  onRetry: () => void = () => undefined;
  onClose: () => void = () => undefined;
  sendAwareness: (update: Uint8Array) => void = () => undefined;

  constructor(id: string, doc: Y.Doc, keeping: Keeping, name: string) {
    this.id = id;
    this.document = new BoardDocument(doc);
    this.editing = new Editor(this.document);
    this.presence = new Presence(doc, name, (update) => this.sendAwareness(update));
    this.#keeping = keeping;
    this.#allow();
    keeping.watch(() => this.#allow());
  }

  #allow(): void {
    const { may, loaded, gone } = this.#keeping.now;
    this.editing.mayEdit = may === 'edit' && loaded && gone === null;
    this.#mayEdit.value = this.editing.mayEdit && !LOCKED_OUT.includes(wordFor(this.#keeping.now));
  }

  get state(): SavingWord {
    return this.#keeping.word;
  }

  get unsaved(): number {
    return this.#keeping.unsaved;
  }

  get why(): string | undefined {
    return this.#keeping.why;
  }

  get mayEdit(): boolean {
    return this.#mayEdit.value;
  }

  get people(): readonly Person[] {
    return this.presence.people;
  }

  get self(): Person {
    return this.presence.self;
  }

  get followed(): Person | undefined {
    const wanted = this.#following.value;
    return wanted === null ? undefined : this.people.find((person) => person.clientId === wanted && !person.self);
  }

  get file(): BoundFile | null {
    return this.#file.value;
  }

  set file(file: BoundFile | null) {
    this.#file.value = file;
  }

  setAt(at: At | null): void {
    this.presence.say('at', at);
    if (at === null) this.presence.say('typing', false);
  }

  setTyping(typing: boolean): void {
    this.presence.say('typing', typing);
  }

  setDrag(drag: unknown): void {
    this.presence.say('drag', drag);
  }

  setView(view: string): void {
    this.presence.say('view', view);
  }

  setName(name: string): void {
    this.presence.setName(name);
  }

  follow(clientId: number | null): void {
    this.#following.value = clientId;
  }

  lockedBy(address: string, field?: string): Person | undefined {
    return this.people.find(
      ({ self, typing, at }) =>
        !self && typing && at?.address === address && (field === undefined || at.field === null || at.field === field),
    );
  }

  retry(): void {
    this.onRetry();
  }

  close(): void {
    this.presence.close();
    this.onClose();
    this.editing.close();
    this.document.close();
  }
}
