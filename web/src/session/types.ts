/** What a session tells the screens. */

import type { BoardDocument } from '../document';
import type { Editing } from '../edits';
import type { SavingWord } from './saving';

/** Where somebody is: an element, perhaps a field of it. */
export interface At {
  /** `cards/~abc`. */
  readonly address: string;
  readonly field: string | null;
  /** The cell, as step and lane keys joined by `|`, for those who show rings. */
  readonly cell?: string;
}

export interface Person {
  readonly clientId: number;
  readonly id: string;
  readonly name: string;
  /** 0 to 7. */
  readonly colour: number;
  readonly at: At | null;
  readonly typing: boolean;
  /** What they are dragging, as their board describes it. */
  readonly drag: unknown;
  readonly view: string;
  readonly self: boolean;
}

/** The file that the document is bound to, when the editor was opened on one. */
export interface BoundFile {
  readonly state: 'ok' | 'conflict' | 'unreadable';
  /** A word such as `gone`, `read-only` or `faulty`. */
  readonly why?: string;
  readonly where?: string;
  /** What is wrong in a faulty file, by language. */
  readonly says?: Readonly<Record<string, string>>;
}

/** One document, open. Its fields are heard by whoever reads them. */
export interface Session {
  readonly id: string;
  readonly document: BoardDocument;
  readonly editing: Editing;
  /** The one honest word. */
  readonly state: SavingWord;
  /** How many changes are not safe on the server yet. */
  readonly unsaved: number;
  /** Why it can't be saved, or is gone. */
  readonly why: string | undefined;
  readonly mayEdit: boolean;
  readonly people: readonly Person[];
  readonly self: Person;
  /** Somebody whose place the board goes along with. */
  readonly followed: Person | undefined;
  readonly file: BoundFile | null;
  setAt(at: At | null): void;
  setTyping(typing: boolean): void;
  setDrag(drag: unknown): void;
  setView(view: string): void;
  setName(name: string): void;
  follow(clientId: number | null): void;
  /** Who is typing there just now, beside me. */
  lockedBy(address: string, field?: string): Person | undefined;
  /** Try again at once, for a button. */
  retry(): void;
  close(): void;
}
