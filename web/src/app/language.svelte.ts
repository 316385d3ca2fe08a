/** The language of the editor itself: as the browser asks, until somebody chooses. Changing it needs no reload. */

import { baseLocale, isLocale, locales, overwriteGetLocale, overwriteSetLocale } from '../generated/paraglide/runtime.js';
import { keep, recall } from './keep';

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

  /** Reads what was chosen before; from then on every message follows `current`. */
  start(): void {
    const kept = recall('language');
    this.current = nearest([...(kept === null ? [] : [kept]), ...navigator.languages]);
    overwriteGetLocale(() => this.current);
    overwriteSetLocale((to) => this.choose(to));
    document.documentElement.lang = this.current;
  }

  choose(language: Language): void {
    this.current = language;
    keep('language', language);
    document.documentElement.lang = language;
  }
}

export const tongue = new Tongue();
export { locales };
