/** Ranks: fractions in base 62, so that something can always be put between two others. As npm's `fractional-indexing`. */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SMALLEST = `A${'0'.repeat(26)}`;

function digit(text: string, at: number): number {
  return DIGITS.indexOf(text.charAt(at));
}

/** How long the whole part is that begins with this letter; 0 when it begins none. */
function wholeLength(head: string): number {
  if (head >= 'a' && head <= 'z') return head.charCodeAt(0) - 97 + 2;
  if (head >= 'A' && head <= 'Z') return 90 - head.charCodeAt(0) + 2;
  return 0;
}

function wholeOf(rank: string): string {
  return rank.slice(0, wholeLength(rank.charAt(0)));
}

/** Whether a text is a rank at all: anybody can write anything into a shared document. */
export function isRank(text: string): boolean {
  const length = wholeLength(text.charAt(0));
  if (length === 0 || length > text.length || text === SMALLEST) return false;
  for (let at = 1; at < text.length; at++) if (digit(text, at) < 0) return false;
  return text.length === length || !text.endsWith('0');
}

/** A fraction between two; `two` null is one. */
function between(one: string, two: string | null): string {
  if (two !== null) {
    let same = 0;
    while ((one.charAt(same) || '0') === two.charAt(same)) same += 1;
    if (same > 0) return two.slice(0, same) + between(one.slice(same), two.slice(same));
  }
  const low = one ? digit(one, 0) : 0;
  const high = two !== null ? digit(two, 0) : DIGITS.length;
  if (high - low > 1) return DIGITS.charAt(Math.round(0.5 * (low + high)));
  if (two !== null && two.length > 1) return two.charAt(0);
  return DIGITS.charAt(low) + between(one.slice(1), null);
}

function increased(whole: string): string | null {
  const [head, ...rest] = whole.split('') as [string, ...string[]];
  let carry = true;
  for (let at = rest.length - 1; carry && at >= 0; at--) {
    const next = DIGITS.indexOf(rest[at] as string) + 1;
    carry = next === DIGITS.length;
    rest[at] = carry ? '0' : DIGITS.charAt(next);
  }
  if (!carry) return head + rest.join('');
  if (head === 'Z') return 'a0';
  if (head === 'z') return null;
  const bigger = String.fromCharCode(head.charCodeAt(0) + 1);
  if (bigger > 'a') rest.push('0');
  else rest.pop();
  return bigger + rest.join('');
}

function decreased(whole: string): string | null {
  const [head, ...rest] = whole.split('') as [string, ...string[]];
  let borrow = true;
  for (let at = rest.length - 1; borrow && at >= 0; at--) {
    const next = DIGITS.indexOf(rest[at] as string) - 1;
    borrow = next === -1;
    rest[at] = borrow ? 'z' : DIGITS.charAt(next);
  }
  if (!borrow) return head + rest.join('');
  if (head === 'a') return 'Zz';
  if (head === 'A') return null;
  const smaller = String.fromCharCode(head.charCodeAt(0) - 1);
  if (smaller < 'Z') rest.push('z');
  else rest.pop();
  return smaller + rest.join('');
}

/** A rank between two (null: no limit on that side). Both must be ranks, `one` before `two`; throws a RangeError otherwise. */
export function rankBetween(one: string | null, two: string | null): string {
  for (const rank of [one, two]) if (rank !== null && !isRank(rank)) throw new RangeError(`no rank: ${rank}`);
  if (one !== null && two !== null && one >= two) throw new RangeError(`${one} does not come before ${two}`);
  if (one === null) return two === null ? 'a0' : rankBefore(two);
  const whole = wholeOf(one);
  const rest = one.slice(whole.length);
  if (two === null) return increased(whole) ?? whole + between(rest, null);
  const upper = wholeOf(two);
  if (whole === upper) return whole + between(rest, two.slice(upper.length));
  const next = increased(whole);
  return next !== null && next < two ? next : whole + between(rest, null);
}

function rankBefore(two: string): string {
  const whole = wholeOf(two);
  const rest = two.slice(whole.length);
  if (whole === SMALLEST) return whole + between('', rest);
  if (whole < two) return whole;
  const smaller = decreased(whole);
  if (smaller === null) throw new RangeError(`nothing comes before ${two}`);
  return smaller;
}

/** So many ranks in a row between two. */
export function ranksBetween(one: string | null, two: string | null, count: number): string[] {
  if (count <= 0) return [];
  if (count === 1) return [rankBetween(one, two)];
  if (two === null || one === null) return outward(one, two, count);
  const middle = Math.floor(count / 2);
  const rank = rankBetween(one, two);
  return [...ranksBetween(one, rank, middle), rank, ...ranksBetween(rank, two, count - middle - 1)];
}

function outward(one: string | null, two: string | null, count: number): string[] {
  const found: string[] = [];
  let last = two === null ? one : two;
  for (let made = 0; made < count; made++) {
    last = two === null ? rankBetween(last, null) : rankBetween(null, last);
    found.push(last);
  }
  return two === null ? found : found.reverse();
}
