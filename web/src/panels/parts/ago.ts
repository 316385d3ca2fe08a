/** When something was, as people say it: “3 minutes ago”, “yesterday”, “12 May”. */

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
];

/** A moment in words; within the last minute that is “now”, after a week the date. An unreadable one gives "". */
export function ago(moment: string, language: string, now = Date.now()): string {
  const then = Date.parse(moment);
  if (Number.isNaN(then)) return '';
  const seconds = Math.max(0, (now - then) / 1000);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (seconds < 60) return relative.format(0, 'second');
  if (seconds > 7 * 86_400) {
    const sameYear = new Date(then).getFullYear() === new Date(now).getFullYear();
    return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(then);
  }
  const [unit, size] = STEPS.filter(([, size]) => seconds >= size).at(-1) ?? STEPS[0]!;
  return relative.format(-Math.floor(seconds / size), unit);
}

/** Date and time in full, for a tooltip. */
export function exactly(moment: string, language: string): string {
  const then = Date.parse(moment);
  return Number.isNaN(then) ? '' : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(then);
}
