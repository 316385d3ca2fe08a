/** The state of saving, heard by whoever shows it. */

import { Box } from '../document/pulse.svelte';
import { BEGINNING, after, unsavedIn, wordFor, whyFor, type Saving, type SavingEvent, type SavingWord } from './saving';

export class Keeping {
  readonly #saving = new Box<Saving>(BEGINNING);
  readonly #word = new Box<SavingWord>('loading');
  readonly #unsaved = new Box(0);
  readonly #why = new Box<string | undefined>(undefined);
  readonly #watchers = new Set<(now: Saving, before: Saving) => void>();

  /** What is known now, without listening. */
  get now(): Saving {
    return this.#saving.peek();
  }

  get word(): SavingWord {
    return this.#word.value;
  }

  get unsaved(): number {
    return this.#unsaved.value;
  }

  get why(): string | undefined {
    return this.#why.value;
  }

  /** Be told of every change, with what was before. */
  watch(watcher: (now: Saving, before: Saving) => void): void {
    this.#watchers.add(watcher);
  }

  tell(event: SavingEvent): void {
    const before = this.#saving.peek();
    const now = after(before, event);
    this.#saving.value = now;
    this.#word.value = wordFor(now);
    this.#unsaved.value = unsavedIn(now);
    this.#why.value = whyFor(now);
    for (const watcher of this.#watchers) watcher(now, before);
  }
}
