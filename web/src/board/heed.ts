/** Hears when certain fields of any element change, without listening to every element: letters typed in texts pass unheard. */

import * as Y from 'yjs';
import type { BoardDocument } from '../document';

/** Calls `changed` after a transaction that wrote a key for which `matters` holds, or made a new element. Gives the way to stop. */
export function heed({ doc }: BoardDocument, matters: (key: string) => boolean, changed: () => void): () => void {
  const after = (transaction: Y.Transaction): void => {
    for (const [type, keys] of transaction.changed) {
      if (!(type instanceof Y.Map)) continue;
      const root = type._item === null; // a root map holds elements: one came
      for (const key of keys) if (key !== null && (root || matters(key))) return changed();
    }
  };
  doc.on('afterTransaction', after);
  return () => doc.off('afterTransaction', after);
}
