/** Updates and state vectors, laid together and taken apart. */

import * as Y from 'yjs';

const PIECE = 250_000;

/** Updates laid together, in pieces that the server takes. */
export function inPieces(updates: readonly Uint8Array[]): Uint8Array[] {
  const pieces: Uint8Array[][] = [];
  let size = Infinity;
  for (const update of updates) {
    if (size + update.length > PIECE) {
      pieces.push([]);
      size = 0;
    }
    (pieces[pieces.length - 1] as Uint8Array[]).push(update);
    size += update.length;
  }
  return pieces.map((piece) => (piece.length === 1 ? (piece[0] as Uint8Array) : Y.mergeUpdates(piece)));
}

/** What is known to one or the other. */
export function together(one: Uint8Array, two: Uint8Array): Uint8Array {
  const known = Y.decodeStateVector(one);
  for (const [client, clock] of Y.decodeStateVector(two)) known.set(client, Math.max(clock, known.get(client) ?? 0));
  return Y.encodeStateVector(known);
}
