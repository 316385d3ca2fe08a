/** The order of texts: by code point, so that the editor and the server sort alike. */

export function compareText(one: string, two: string): number {
  const length = Math.min(one.length, two.length);
  for (let at = 0; at < length; at++) {
    let a = one.charCodeAt(at);
    let b = two.charCodeAt(at);
    if (a === b) continue;
    if (a >= 0xd800 && b >= 0xd800) {
      // half a pair stands for a character behind all the others
      a += a >= 0xe000 ? -0x800 : 0x2000;
      b += b >= 0xe000 ? -0x800 : 0x2000;
    }
    return a - b;
  }
  return one.length - two.length;
}

/** By rank, then by key: the order of siblings everywhere. */
export function compareRanked(one: { rank: string; key: string }, two: { rank: string; key: string }): number {
  return compareText(one.rank, two.rank) || compareText(one.key, two.key);
}
