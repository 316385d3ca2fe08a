/** The language of the editor itself: as the browser asks, until somebody chooses. Changing it needs no reload. */

import { baseLocale, isLocale, locales, overwriteGetLocale, overwriteSetLocale } from '../generated/paraglide/runtime.js';
import { keep, recall } from './keep';
import { fetchWords } from './words';

export type Language = (typeof locales)[number];

/** What each language calls itself. */
export const NAMES: Record<Language, string> = { en: 'English', nl: 'Nederlands', es: 'Español' };

/** The first of the wanted languages that we speak, else English. */
export function nearest(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const stem = tag.toLowerCase().split('-')[0];
    if (isLocale(stem)) return stem;
  }
  return baseLocale;
}

class Tongue {
  current: Language = $state(baseLocale);

  /** Reads what was chosen before; from then on every message follows `current`. Resolves when the words are here. */
  start(): Promise<void> {
    const kept = recall('language');
    this.current = nearest([...(kept === null ? [] : [kept]), ...navigator.languages]);
    overwriteGetLocale(() => this.current);
    overwriteSetLocale((to) => void this.choose(to));
    document.documentElement.lang = this.current;
    return fetchWords(this.current);
  }

  /** Another language, as soon as its words are here; where they can't be had all stays as it is. */
  async choose(language: Language): Promise<void> {
    keep('language', language);
    try {
      await fetchWords(language);
    } catch {
      return; // it is kept: the next page speaks it
    }
    this.current = language;
    document.documentElement.lang = language;
  }

  /** Fetches the words of the other languages, for when the server is not here. */
  async warm(): Promise<void> {
    await Promise.all(locales.map(fetchWords));
  }
}

export const tongue = new Tongue();
export { locales };
