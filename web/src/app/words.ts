/** What the editor says, in the reader's language. While one works on it, every message carries its own words; the build
 *  takes them out, one file a language, and puts a module here that fetches them (tools/words-apart.js). */

import type { Language } from './language.svelte';

/** Resolves once the words of a language are here; rejects when they can't be had. */
export const fetchWords: (language: Language) => Promise<void> = () => Promise.resolve();
