/** The list of blueprints on the home screen: a page at a time, and only the newest question's answer counts. */

import { api, type DocumentRow } from '../api';

export class Library {
  search = $state('');
  rows: DocumentRow[] = $state([]);
  next: string | null = $state(null);
  busy = $state(false);
  /** Whether a first answer has come, so that nothing is said of an empty list too early. */
  answered = $state(false);
  trouble: unknown = $state(null);
  #question = 0;

  async read(): Promise<void> {
    await this.#ask(null);
  }

  async more(): Promise<void> {
    await this.#ask(this.next);
  }

  drop(id: string): void {
    this.rows = this.rows.filter((row) => row.id !== id);
  }

  async #ask(after: string | null): Promise<void> {
    const question = ++this.#question;
    this.busy = true;
    try {
      const page = await api.documents(this.search.trim(), after);
      if (question !== this.#question) return;
      const known = new Set(after === null ? [] : this.rows.map((row) => row.id));
      this.rows = after === null ? page.items : [...this.rows, ...page.items.filter((row) => !known.has(row.id))];
      this.next = page.next;
      this.trouble = null;
      this.answered = true;
    } catch (trouble) {
      if (question === this.#question) this.trouble = trouble;
    } finally {
      if (question === this.#question) this.busy = false;
    }
  }
}
