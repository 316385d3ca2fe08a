/** The sentences that explain the fields: fetched in the reader's language when somebody first asks. */

import { getLocale } from '../../generated/paraglide/runtime.js';

const FILES = import.meta.glob<string>('../../../messages/*/help.json', { query: '?url', import: 'default', eager: true });

type Sentences = Readonly<Record<string, string>>;

class Helps {
  #sentences = $state.raw<Readonly<Record<string, Sentences>>>({});
  #asked = new Set<string>();

  /** The sentence under a name, undefined until it is here. */
  say(name: string): string | undefined {
    return this.#sentences[getLocale()]?.[name];
  }

  /** Fetches the sentences of the reader's language, once. */
  async fetch(): Promise<void> {
    const language = getLocale();
    const address = FILES[`../../../messages/${language}/help.json`];
    if (!address || this.#asked.has(language)) return;
    this.#asked.add(language);
    try {
      const found = (await (await fetch(address)).json()) as Sentences;
      this.#sentences = { ...this.#sentences, [language]: found };
    } catch {
      this.#asked.delete(language); // there are none until the next time
    }
  }
}

export const helps = new Helps();
