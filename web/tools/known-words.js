// A shared document is read word by word, tens of thousands of them, most of a few plain letters and most again and again (`cards`,
// `does`, `pos`). The browser's decoder is slow to begin with each. Here a short plain word is looked up among those read before, so
// that it is made once; all others are left to the library.
import { _readVarStringNative, readVarUint } from 'lib0/decoding.js';

export * from 'lib0/decoding.js';

const SHORT = 40;
const MANY = 20_000;
const known = new Map();

export function readVarString(decoder) {
  const { arr, pos } = decoder;
  const length = readVarUint(decoder);
  const start = decoder.pos;
  const word = length <= SHORT && start + length <= arr.length ? plain(arr, start, start + length) : null;
  if (word === null) {
    decoder.pos = pos;
    return _readVarStringNative(decoder);
  }
  decoder.pos = start + length;
  return word;
}

/** The word of these bytes, null where one of them is no plain letter. */
function plain(bytes, start, end) {
  let name = end - start;
  for (let at = start; at < end; at++) {
    if (bytes[at] > 0x7f) return null;
    name = (Math.imul(name, 31) + bytes[at]) | 0;
  }
  const found = known.get(name);
  if (found !== undefined && same(found, bytes, start, end)) return found;
  const word = String.fromCharCode.apply(null, bytes.subarray(start, end));
  if (known.size >= MANY) known.clear();
  known.set(name, word);
  return word;
}

function same(word, bytes, start, end) {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) if (word.charCodeAt(at - start) !== bytes[at]) return false;
  return true;
}
