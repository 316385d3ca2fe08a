/** Undo as hands know it: what was made by beginning to type is one step with its first letters. */

import type { Item } from '../document';
import type { UndoResult } from '../edits';
import type { Session } from '../session';

export class History {
  readonly #session: Session;
  /** What was made by beginning to type. */
  readonly #made = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** This element was made so that something can be typed in it. */
  began(address: string): void {
    this.#made.add(address);
  }

  /** One undo takes the letters away, and with the first of them what was made for them. */
  undo(): UndoResult {
    const { editing } = this.#session;
    const result = editing.undo();
    const emptied = result.name === 'typing' ? this.#empty(result.touched) : undefined;
    if (!emptied) return result;
    const making = editing.undo();
    if (!making.name.startsWith('add-') || !emptied.gone) editing.redo();
    return result;
  }

  redo(): UndoResult {
    const { editing } = this.#session;
    const result = editing.redo();
    return result.name.startsWith('add-') && this.#empty(result.touched) ? editing.redo() : result;
  }

  /** The element among these that was made by typing, where nothing is written in it now. */
  #empty(addresses: readonly string[]): Item | undefined {
    const items = addresses.flatMap((address) => (this.#made.has(address) ? (this.#session.document.at(address) ?? []) : []));
    return items.find((item) => item.title() === '' && item.text('does') === '');
  }
}
