import { expect, test, vi } from 'vitest';
import en from '../../../messages/en/findings.json';
import es from '../../../messages/es/findings.json';
import nl from '../../../messages/nl/findings.json';
import { overwriteGetLocale } from '../../generated/paraglide/runtime.js';
import { serveWords } from './testing';
import { say, words } from './words.svelte';

const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test.each([
  ['nl', nl],
  ['es', es],
])('%s says what English says, with the same places', (_, other) => {
  expect(Object.keys(other)).toEqual(Object.keys(en));
  for (const [name, text] of Object.entries(en)) {
    const said = (other as Record<string, string>)[name] ?? '';
    expect(said).not.toBe('');
    expect([name, ...places(said)]).toEqual([name, ...places(text)]);
  }
});

test('sentences come when they are fetched, in the reader’s language, and tell one from many', async () => {
  serveWords();
  expect(say('found_why')).toBe('');
  overwriteGetLocale(() => 'nl');
  await words.fetch();
  expect(say('found_why')).toBe('Waarom het telt');
  expect(say('found_kept_back', { count: 1 })).toBe('Eén kleinere wordt hier niet getoond.');
  expect(say('found_kept_back', { count: 3 })).toBe('3 kleinere worden hier niet getoond.');
  overwriteGetLocale(() => 'en');
  vi.unstubAllGlobals();
});
