/** A length of time for people: in the largest units that say it. */

import { unitWords } from '../generated/craft';
import { getLocale } from '../generated/paraglide/runtime.js';
import { SECONDS } from '../generated/model';

/** `90` → `1.5 min`; at most one decimal, in the words of the reader. */
export function durationOf(seconds: number): string {
  const unit = seconds >= SECONDS.d ? 'd' : seconds >= SECONDS.h ? 'h' : seconds >= SECONDS.min ? 'min' : 's';
  const amount = seconds / SECONDS[unit];
  const whole = new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1 }).format(amount);
  return `${whole} ${unitWords[unit]()}`;
}
