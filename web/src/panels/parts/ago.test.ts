import { expect, test } from 'vitest';
import { ago } from './ago';

const NOW = Date.parse('2027-03-10T12:00:00Z');

test.each([
  ['2027-03-10T11:59:30Z', 'en', 'now'],
  ['2027-03-10T12:05:00Z', 'en', 'now'],
  ['2027-03-10T11:57:00Z', 'en', '3 minutes ago'],
  ['2027-03-10T09:00:00Z', 'nl', '3 uur geleden'],
  ['2027-03-09T11:00:00Z', 'es', 'ayer'],
  ['2027-02-01T12:00:00Z', 'nl', '1 februari'],
  ['2025-02-01T12:00:00Z', 'en', 'February 1, 2025'],
  ['whenever', 'en', ''],
])('%s in %s: %s', (moment, language, words) => {
  expect(ago(moment, language, NOW)).toBe(words);
});
