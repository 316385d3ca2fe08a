/** How long to wait before the next try. */

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** Twice as long each time, up to half a minute, and never all at the same moment: between half and the whole of it by chance. */
export function waitFor(tries: number, chance: number = Math.random()): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries, 16));
  return whole * (0.5 + chance / 2);
}
