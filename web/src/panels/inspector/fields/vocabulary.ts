/** The value of a vocabulary: pairs of our word and theirs, theirs as one text or as pairs of language and text. */

export type OwnWord = string | [string, string][];
export type Words = [word: string, text: OwnWord][];

const isPair = (value: unknown): value is [string, unknown] => Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';

/** The vocabulary in a document; whatever has another form is left out. */
export function readWords(raw: unknown): Words {
  if (!Array.isArray(raw)) return [];
  return raw.filter(isPair).flatMap(([word, text]): Words => {
    if (typeof text === 'string') return [[word, text]];
    if (!Array.isArray(text)) return [];
    return [[word, text.filter((each): each is [string, string] => isPair(each) && typeof each[1] === 'string')]];
  });
}

/** The same vocabulary with one word put in, replaced, or (an empty text) taken out; the order stays. */
export function withWord(words: Words, word: string, language: string, text: string, own: string): Words {
  const before = words.find(([each]) => each === word)?.[1];
  const pairs: [string, string][] = before === undefined ? [] : typeof before === 'string' ? [[own, before]] : before;
  const known = pairs.some(([tag]) => tag === language);
  const next = (
    known
      ? pairs.map(([tag, old]): [string, string] => [tag, tag === language ? text : old])
      : [...pairs, [language, text] as [string, string]]
  ).filter(([, each]) => each !== '');
  const single = next.length === 1 && next[0]![0] === own && typeof before !== 'object';
  const value: OwnWord | null = next.length === 0 ? null : single ? next[0]![1] : next;
  if (value === null) return words.filter(([each]) => each !== word);
  if (before === undefined) return [...words, [word, value]];
  return words.map(([each, old]) => [each, each === word ? value : old]);
}
