/** What the findings and the plan say: fetched in the reader's language with them, so that the first screen does not carry it. */

import type english from '../../../messages/en/findings.json';
import { getLocale } from '../../generated/paraglide/runtime.js';

/** The name of a sentence. Those with a `_one` beside them are told apart by `count`. */
export type Word = keyof typeof english;

const FILES = import.meta.glob<string>('../../../messages/*/findings.json', { query: '?url', import: 'default', eager: true });

class Words {
  #said = $state.raw<Readonly<Record<string, Readonly<Record<string, string>>>>>({});

  /** Whether the sentences of a language are here. */
  has(language: string = getLocale()): boolean {
    return language in this.#said;
  }

  /** Fetches the sentences of the reader's language; rejects when they can't be had. */
  async fetch(): Promise<void> {
    const language = getLocale();
    const address = FILES[`../../../messages/${language}/findings.json`];
    if (!address || this.has(language)) return;
    const found = (await (await fetch(address)).json()) as Readonly<Record<string, string>>;
    this.#said = { ...this.#said, [language]: found };
  }

  /** A sentence with its values filled in; '' while it is on its way. */
  say(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
    const said = this.#said[getLocale()];
    const one = values.count === 1 ? said?.[`${word}_one`] : undefined;
    return (one ?? said?.[word] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }
}

export const words = new Words();
export const say = words.say.bind(words);
