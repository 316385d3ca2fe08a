/** The permanent keys that elements made in the editor live under. */

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
const LENGTH = 12;

/** A new key: `~` and twelve letters or digits by chance. */
export function newKey(): string {
  let key = '~';
  while (key.length <= LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      // 252 is the last multiple of 36 in a byte: without this the first letters would come oftener
      if (byte < 252 && key.length <= LENGTH) key += LETTERS[byte % 36];
    }
  }
  return key;
}

/** The address of an element: `cards/~abc`. */
export function addressOf(collection: string, key: string): string {
  return `${collection}/${key}`;
}

/** The two halves of an address; `head` has no key. */
export function splitAddress(address: string): [collection: string, key: string] {
  const at = address.indexOf('/');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}

/** The name of a cell: where a step and a lane cross. */
export function cellOf(step: string, lane: string): string {
  return `${step}\n${lane}`;
}
