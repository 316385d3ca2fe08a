/** What the panels of one open blueprint share: the session, the board's state, and which panel is open. */

import { getContext, setContext } from 'svelte';
import type { BoardState } from '../board';
import type { BoardDocument, Item } from '../document';
import type { Done, Editing, Refusal, UndoResult } from '../edits';
import { isCollection } from '../document';
import { m } from '../generated/paraglide/messages.js';
import type { CollectionName } from '../generated/model';
import type { Session } from '../session';
import type { Findings } from './findings';
import { nameAt } from './inspector/names';
import { refusal } from './inspector/refusal';
import { toasts } from './parts/toasts.svelte';
import type { Server } from './server';

export type Sheet = 'details' | 'blueprint' | 'findings' | 'versions';
export type Overlay = 'palette' | 'find' | 'export' | 'source' | 'help' | 'name';
export type Outcome = Done | Refusal;

const ON_BOARD: readonly string[] = ['phases', 'steps', 'cards'];

export class Desk {
  /** The panel beside the board, null when it is folded away. */
  sheet: Sheet | null = $state(null);
  /** What lies over the board. */
  overlay: Overlay | null = $state(null);
  /** Whether texts show in every language at once. */
  allLanguages = $state(false);
  /** The register that is shown among the blueprint's parts, and the address of its element that is open. */
  register: CollectionName | null = $state(null);
  opened: string | null = $state(null);
  /** What the checks find, null until it was fetched. */
  findings: Findings | null = $state.raw(null);
  #wanted: Promise<Findings> | null = null;
  #closed = false;

  constructor(
    readonly id: string,
    readonly session: Session,
    readonly board: BoardState,
    readonly server: Server,
  ) {
    board.onKept = (result) => this.tellKept(result);
  }

  get document(): BoardDocument {
    return this.session.document;
  }

  get editing(): Editing {
    return this.session.editing;
  }

  /** Whether this person may only look. */
  get looking(): boolean {
    return !this.editing.mayEdit;
  }

  /** Every language that this blueprint is in or is meant to be in, the document's own first. */
  get languages(): string[] {
    const listed = this.document.head.raw('languages');
    const tags = Array.isArray(listed) ? listed.filter((tag): tag is string => typeof tag === 'string' && tag !== '') : [];
    return [...new Set([this.document.own, ...tags, ...this.document.head.languages('title'), this.document.language])];
  }

  /** What is chosen on the board: the elements that the details speak of. */
  get subjects(): Item[] {
    return this.board.chosen.map((address) => this.document.at(address)).filter((item) => item !== undefined);
  }

  /** Fetches what asks for findings, once; from then on they follow the document. */
  wantFindings(): Promise<Findings> {
    this.#wanted ??= import('./findings').then(async ({ Findings, words }) => {
      await words.fetch();
      const made = new Findings(this);
      if (this.#closed) made.close();
      return (this.findings = made);
    });
    // without a connection it may not be here yet: the next time may do better
    this.#wanted.catch(() => (this.#wanted = null));
    return this.#wanted;
  }

  close(): void {
    this.#closed = true;
    this.findings?.close();
  }

  toggle(sheet: Sheet): void {
    this.sheet = this.sheet === sheet ? null : sheet;
  }

  /** Shows an element where it lives: on the board, or in its register. */
  open(address: string): void {
    const [collection = ''] = address.split('/');
    if (ON_BOARD.includes(collection)) {
      this.board.goTo(address);
      this.sheet = 'details';
    } else if (isCollection(collection)) {
      this.register = collection;
      this.opened = address;
      this.sheet = 'blueprint';
    }
  }

  /** Runs one edit on each of several elements as one step of undo; answers the first refusal. */
  attempt(items: readonly Item[], edit: (item: Item) => Outcome): Outcome {
    let answer: Outcome = { ok: true };
    this.editing.run('change', () => {
      for (const item of items) {
        const outcome = edit(item);
        if (!outcome.ok && answer.ok) answer = outcome;
      }
    });
    return answer;
  }

  /** The same, and says a refusal aloud. */
  change(items: readonly Item[], edit: (item: Item) => Outcome): boolean {
    return this.done(this.attempt(items, edit));
  }

  /** Says why an edit was refused; true when it was made. */
  done(outcome: Outcome): boolean {
    if (!outcome.ok) toasts.say(refusal(outcome));
    return outcome.ok;
  }

  undo(): void {
    this.board.undo();
  }

  redo(): void {
    this.board.redo();
  }

  /** Says what an undo left as it is. */
  tellKept({ kept }: UndoResult): void {
    const first = kept[0];
    if (!first) return;
    const name = nameAt(this.document, first.address);
    toasts.say(name ? m.panels_undo_kept({ name }) : m.panels_undo_kept_some());
  }
}

const KEY = Symbol('desk');

export function putDesk(desk: Desk): Desk {
  return setContext(KEY, desk);
}

/** The context that a single panel needs, for showing it on its own. */
export function deskContext(desk: Desk): Map<unknown, unknown> {
  return new Map([[KEY, desk]]);
}

export function useDesk(): Desk {
  return getContext(KEY);
}
