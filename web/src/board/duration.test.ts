import { afterEach, expect, test } from 'vitest';
import { overwriteGetLocale } from '../generated/paraglide/runtime.js';
import { durationOf } from './duration';

afterEach(() => overwriteGetLocale(() => 'en'));

/** What `footlights.words.duration_text` says of them: the board and the pictures say the same. */
const TOLD: readonly [number, string, string, string][] = [
  [0, '0 s', '0 s', '0 s'],
  [0.5, '0.5 s', '0,5 s', '0,5 s'],
  [9.5, '9.5 s', '9,5 s', '9,5 s'],
  [10, '10 s', '10 s', '10 s'],
  [45, '45 s', '45 s', '45 s'],
  [59.6, '1 min', '1 min', '1 min'],
  [60, '1 min', '1 min', '1 min'],
  [90, '1 min 30 s', '1 min 30 s', '1 min 30 s'],
  [3599, '59 min 59 s', '59 min 59 s', '59 min 59 s'],
  [3599.7, '1 h', '1 u', '1 h'],
  [3600, '1 h', '1 u', '1 h'],
  [5400, '1 h 30 min', '1 u 30 min', '1 h 30 min'],
  [7500, '2 h 5 min', '2 u 5 min', '2 h 5 min'],
  [7530, '2 h 6 min', '2 u 6 min', '2 h 6 min'],
  [7590, '2 h 6 min', '2 u 6 min', '2 h 6 min'],
  [86399, '1 day', '1 dag', '1 día'],
  [86400, '1 day', '1 dag', '1 día'],
  [90000, '1 day 1 h', '1 dag 1 u', '1 día 1 h'],
  [172800, '2 days', '2 dagen', '2 días'],
  [1000000, '11 days 14 h', '11 dagen 14 u', '11 días 14 h'],
  [31536000, '1 year', '1 jaar', '1 año'],
  [40000000, '1 year 98 days', '1 jaar 98 dagen', '1 año 98 días'],
  [100000000, '3 years 62 days', '3 jaar 62 dagen', '3 años 62 días'],
];

test.each(TOLD)('%d seconds are %s', (seconds, ...told) => {
  const found = (['en', 'nl', 'es'] as const).map((language) => {
    overwriteGetLocale(() => language);
    return durationOf(seconds).replaceAll('\u00a0', ' ');
  });
  expect(found).toEqual(told);
});
