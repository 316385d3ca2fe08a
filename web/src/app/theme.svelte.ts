/** Light or dark: as the system says, until somebody chooses. */

import { keep, recall } from './keep';

export type Choice = 'system' | 'light' | 'dark';

class Theme {
  choice: Choice = $state('system');
  #systemDark = $state(false);
  readonly shown: 'light' | 'dark' = $derived(this.choice === 'system' ? (this.#systemDark ? 'dark' : 'light') : this.choice);

  /** Reads what was chosen before and follows the system; call it once, before the first paint. */
  start(): void {
    const kept = recall('theme');
    this.choice = kept === 'light' || kept === 'dark' ? kept : 'system';
    const query = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;
    this.#systemDark = query?.matches ?? false;
    query?.addEventListener('change', (event) => {
      this.#systemDark = event.matches;
      this.#show();
    });
    this.#show();
  }

  choose(choice: Choice): void {
    this.choice = choice;
    keep('theme', choice === 'system' ? null : choice);
    this.#show();
  }

  #show(): void {
    document.documentElement.dataset['theme'] = this.shown;
  }
}

export const theme = new Theme();
