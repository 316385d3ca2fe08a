/** The times of the blueprint, kept fresh: worked out a moment after something that matters to them changed, never per letter. */

import { untrack } from 'svelte';
import type { BoardDocument } from '../document';
import { heed } from './heed';
import { pathTime, type PathTime } from './times';

const LATER_MS = 120;
/** So long the cards of a large board have, before anything else is worked out. */
const SHOWN_MS = 600;
const MATTERS = /^(?:time\.|(?:pos|gone|until|kind|basis|role)$)/;

export class Times {
  now: PathTime = $state.raw({ total: null, customer: null, company: null, path: [], unknown: 0, stations: [] });

  /** Begins to keep them, on a large board once that is shown; gives the way to stop. */
  follow(document: BoardDocument, large: boolean): () => void {
    const again = (): void => void (this.now = untrack(() => pathTime(document)));
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (large) timer = setTimeout(again, SHOWN_MS);
    else again();
    const stop = heed(
      document,
      (key) => MATTERS.test(key),
      () => {
        clearTimeout(timer);
        timer = setTimeout(again, LATER_MS);
      },
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }
}
