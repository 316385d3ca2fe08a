import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { overwriteGetLocale } from '../generated/paraglide/runtime.js';
import { durationOf } from './duration';

afterEach(() => overwriteGetLocale(() => 'en'));

test.each([
  [0, '0 s'],
  [59, '59 s'],
  [60, '1 min'],
  [90, '1.5 min'],
  [3600, '1 h'],
  [5400, '1.5 h'],
])('%d seconds are %s', (seconds, text) => {
  expect(durationOf(seconds)).toBe(text);
});

test('in the words and figures of the reader', () => {
  const told = (['en', 'nl', 'es'] as const).map((language) => {
    overwriteGetLocale(() => language);
    return durationOf(90);
  });
  expect(told).toEqual(['1.5 min', '1,5 min', '1,5 min']);
});

test('a figure of at most one decimal that says the length to within a twentieth of its unit', () => {
  const SECONDS: Record<string, number> = { s: 1, min: 60, h: 3600 };
  fc.assert(
    fc.property(fc.nat(86_399), (seconds) => {
      const [figure = '', unit = ''] = durationOf(seconds).split(' ');
      expect(figure).toMatch(/^\d+(\.\d)?$/);
      expect(Math.abs(Number(figure) * (SECONDS[unit] ?? NaN) - seconds)).toBeLessThanOrEqual((SECONDS[unit] ?? NaN) / 20 + 1e-6);
    }),
  );
});
