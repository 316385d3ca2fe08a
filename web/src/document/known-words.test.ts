import { createEncoder, toUint8Array, writeVarString } from 'lib0/encoding';
import { createDecoder, readVarString as plainly } from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import { readVarString } from '../../tools/known-words.js';

const WORDS = [
  '',
  'a',
  'cards',
  'does',
  'cards',
  'doeş',
  'Über',
  '日本語',
  '😀',
  'x'.repeat(40),
  'x'.repeat(41),
  'é'.repeat(60),
  'Aa',
  'BB',
  '\u0000',
  '~',
];

function written(words: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  for (const word of words) writeVarString(encoder, word);
  return toUint8Array(encoder);
}

describe('words of a shared document', () => {
  it('are read as the library reads them, one behind the other', () => {
    const bytes = written([...WORDS, ...WORDS]);
    const [ours, theirs] = [createDecoder(bytes), createDecoder(bytes)];
    for (const word of [...WORDS, ...WORDS]) {
      expect(readVarString(ours)).toBe(word);
      expect(plainly(theirs)).toBe(word);
      expect(ours.pos).toBe(theirs.pos);
    }
  });

  it('are told apart where their numbers are the same', () => {
    // 31 · 'A' + 'a' = 31 · 'B' + 'B'
    const decoder = createDecoder(written(['Aa', 'BB', 'Aa']));
    expect([readVarString(decoder), readVarString(decoder), readVarString(decoder)]).toEqual(['Aa', 'BB', 'Aa']);
  });

  it('stay right when there are more of them than are kept', () => {
    const words = Array.from({ length: 25_000 }, (_, at) => `word-${at}`);
    const decoder = createDecoder(written([...words, ...words.slice(0, 100)]));
    for (const word of [...words, ...words.slice(0, 100)]) expect(readVarString(decoder)).toBe(word);
  });

  it('end where the bytes end', () => {
    const short = written(['cards']).subarray(0, 3) as Uint8Array<ArrayBuffer>;
    expect(() => plainly(createDecoder(short))).toThrow('Unexpected end');
    expect(() => readVarString(createDecoder(short))).toThrow('Unexpected end');
  });
});
