/** How two people who begin the same thing at the same time, apart from each other, begin one thing and not two. */

import * as Y from 'yjs';

/**
 * A number that everybody works out alike from an address, above all client numbers that Yjs draws (those are below 2^32).
 * Two runs of FNV-1a, 20 and 32 bits of them.
 */
export function meetingClient(address: string): number {
  let one = 0x811c9dc5;
  let two = 0x01000193;
  for (const byte of new TextEncoder().encode(address)) {
    one = Math.imul(one ^ byte, 0x01000193);
    two = Math.imul(two ^ byte, 0x85ebca6b);
    two ^= two >>> 13;
  }
  const high = ((two >>> 0) & 0xfffff) | 1;
  return high * 0x100000000 + (one >>> 0);
}

/**
 * Put a new shared type under a name that is free, so that everyone who does the same makes the very same one: the first letter
 * of both then stays. Where the name was in use before, it is put there in the ordinary way, and the later one wins.
 */
export function sharedSet<T extends Y.Map<unknown> | Y.Text>(
  doc: Y.Doc,
  holder: Y.Map<unknown>,
  address: string,
  name: string,
  make: () => T,
): T {
  const made = make();
  const client = meetingClient(`${address}#${name}`);
  const free = !holder._map.has(name) && Y.getState(doc.store, client) === 0;
  const mine = doc.clientID;
  doc.transact(() => {
    try {
      if (free) doc.clientID = client;
      holder.set(name, made);
    } finally {
      doc.clientID = mine;
    }
  });
  return made;
}
