/** Finding by a few letters: all of them in order, whole words and beginnings first, accents and capitals alike. */

/** Small letters without accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How well `wanted` fits `text` (both may be anything): higher is better, null when it does not fit at all. */
export function fit(wanted: string, text: string): number | null {
  const query = plain(wanted).trim();
  const target = plain(text);
  if (!query) return 0;
  const whole = target.indexOf(query);
  if (whole === 0) return 1000 - target.length / 100;
  if (whole > 0) return (/[\p{L}\p{N}]/u.test(target[whole - 1]!) ? 600 : 800) - whole / 10 - target.length / 100;
  const words = query.split(/\s+/);
  if (words.length > 1 && words.every((word) => target.includes(word))) return 500 - target.length / 100;
  return scattered(query.replace(/\s+/g, ''), target);
}

function scattered(query: string, target: string): number | null {
  let at = -1;
  let gaps = 0;
  let starts = 0;
  for (const letter of query) {
    const next = target.indexOf(letter, at + 1);
    if (next < 0) return null;
    if (next === 0 || !/[\p{L}\p{N}]/u.test(target[next - 1]!)) starts++;
    else if (next !== at + 1) gaps++;
    at = next;
  }
  // letters strewn over a sentence are chance, not a match
  return gaps * 2 >= query.length && gaps > 0 ? null : 200 + starts * 20 - gaps * 15 - target.length / 100;
}

/** The things that fit, best first; equals keep their order. */
export function found<T>(wanted: string, things: readonly T[], textOf: (thing: T) => string): T[] {
  return things
    .map((thing) => ({ thing, score: fit(wanted, textOf(thing)) }))
    .filter((each): each is { thing: T; score: number } => each.score !== null)
    .sort((one, two) => two.score - one.score)
    .map(({ thing }) => thing);
}
