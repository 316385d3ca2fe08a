/** A length of time for people, in the words that the pictures use. */

import { unitWords } from '../generated/craft';
import { getLocale } from '../generated/paraglide/runtime.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const UNITS = [YEAR, DAY, HOUR, MINUTE, 1];
const LONG = new Map([
  [YEAR, 'year'],
  [DAY, 'day'],
]);
const SHORT = new Map([
  [HOUR, unitWords.h],
  [MINUTE, unitWords.min],
  [1, unitWords.s],
]);

/** `7500` → `2 h 5 min`: at most two units, without parts that are zero; below ten seconds to a tenth. As `footlights.words.duration_text`. */
export function durationOf(seconds: number): string {
  if (seconds < 10) return part(Math.round(seconds * 10) / 10, 1);
  const round = (unit: number): number => toEven(seconds / unit) * unit;
  const large = UNITS.findIndex((unit) => unit <= round(1));
  const whole = round(UNITS[Math.min(large + 1, UNITS.length - 1)] as number);
  // rounding up may fill the larger unit, or the one above it: 3,599.7 s is one hour
  const at = UNITS.findIndex((unit) => unit <= whole);
  const [first, second = 1] = UNITS.slice(at, at + 2) as [number, number?];
  const parts =
    first === 1
      ? [[whole, 1] as const]
      : [[Math.floor(whole / first), first] as const, [Math.floor((whole % first) / second), second] as const];
  return parts.flatMap(([count, unit]) => (count ? [part(count, unit)] : [])).join(' ');
}

/** Rounded as Python does: a half to the even side. */
function toEven(amount: number): number {
  const up = Math.round(amount);
  return amount % 1 === 0.5 && up % 2 ? up - 1 : up;
}

function part(count: number, unit: number): string {
  const long = LONG.get(unit);
  if (long) return new Intl.NumberFormat(getLocale(), { style: 'unit', unit: long, unitDisplay: 'long', useGrouping: false }).format(count);
  const figure = new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1, useGrouping: false }).format(count);
  return `${figure} ${SHORT.get(unit)?.() ?? ''}`;
}
