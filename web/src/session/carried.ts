/** Where a place in a text is after somebody else's changes. */

export type Delta = readonly { readonly retain?: number; readonly insert?: unknown; readonly delete?: number }[];

/** The place after changes made one behind the other. Text put in exactly there comes behind it. */
export function carried(place: number, deltas: readonly Delta[]): number {
  let found = place;
  for (const delta of deltas) {
    let at = 0;
    for (const part of delta) {
      if (at >= found) break;
      if (part.retain !== undefined) at += part.retain;
      else if (part.delete !== undefined) found -= Math.min(part.delete, found - at);
      else {
        const length = typeof part.insert === 'string' ? part.insert.length : 1;
        found += length;
        at += length;
      }
    }
  }
  return found;
}
