/** Light, dark or with much contrast: as the system says, until somebody chooses. */

import { keep, recall } from './keep';

export type Choice = 'system' | 'light' | 'dark' | 'contrast';
type Shown = Exclude<Choice, 'system'>;

const asks = (wish: string) => (typeof matchMedia === 'function' ? matchMedia(wish) : null);

class Theme {
  choice: Choice = $state('system');
  #system: Shown = $state('light');
  readonly shown: Shown = $derived(this.choice === 'system' ? this.#system : this.choice);

  /** Reads what was chosen before and follows the system; call it once, before the first paint. */
  start(): void {
    const kept = recall('theme');
    this.choice = kept === 'light' || kept === 'dark' || kept === 'contrast' ? kept : 'system';
    const dark = asks('(prefers-color-scheme: dark)');
    const clear = asks('(prefers-contrast: more)');
    const follow = () => {
      this.#system = dark?.matches ? 'dark' : clear?.matches ? 'contrast' : 'light';
      this.#show();
    };
    dark?.addEventListener('change', follow);
    clear?.addEventListener('change', follow);
    follow();
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
