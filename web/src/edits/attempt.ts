/** How every intention is tried: not at all for those who may only look, and as one step of undo. */

import type { Editing } from './editing';
import { refused, type Done, type Refusal } from './outcome';
import type { Write } from './write';

/** Run an intention that was found possible. */
export function attempt<T extends Done>(editing: Editing, name: string, change: (write: Write) => T): T | Refusal {
  return editing.run(name, change) ?? refused('read-only');
}
