import { beforeEach, expect, test, vi } from 'vitest';
import en from '../../../messages/en/help.json';
import es from '../../../messages/es/help.json';
import nl from '../../../messages/nl/help.json';
import { COLLECTIONS, EFFECT, FEELING, HEAD, TIME, type Field } from '../../generated/model';
import { overwriteGetLocale } from '../../generated/paraglide/runtime.js';
import { helps } from './helps.svelte';
import { choiceLabel, fieldHelp, fieldLabel, type Owner } from './words';

beforeEach(() => overwriteGetLocale(() => 'en'));

const every: [Owner, Field][] = [
  ...Object.entries(COLLECTIONS).flatMap(([owner, { fields }]) => fields.map((field): [Owner, Field] => [owner as Owner, field])),
  ...HEAD.map((field): [Owner, Field] => ['head', field]),
  ...TIME.map((field): [Owner, Field] => ['time', field]),
  ...FEELING.map((field): [Owner, Field] => ['feelings', field]),
  ...EFFECT.map((field): [Owner, Field] => ['effect', field]),
];

test.each(every.map(([owner, field]) => [`${owner}.${field.name}`, owner, field] as const))(
  '%s is named and explained in every language',
  (_, owner, field) => {
    const name = field.name.replace(/_$/, '');
    for (const sentences of [en, nl, es] as Record<string, string>[])
      expect(sentences[`${owner}_${name}`] ?? sentences[name]).toMatch(/\S/);
    for (const language of ['en', 'nl', 'es'] as const) {
      overwriteGetLocale(() => language);
      expect(fieldLabel(owner, field)).not.toBe(name);
      for (const choice of field.choices) expect(choiceLabel(owner, field, choice)).toMatch(/\S/);
    }
  },
);

test('sentences come in the reader’s language, and only when asked for', async () => {
  const field = COLLECTIONS.cards.fields[0];
  const fetched = vi.fn(() => Promise.resolve(new Response(JSON.stringify({ cards_does: 'Wat hier gebeurt.' }))));
  vi.stubGlobal('fetch', fetched);
  overwriteGetLocale(() => 'nl');
  expect(fieldHelp('cards', field)).toBe('');
  await helps.fetch();
  await helps.fetch();
  expect(fetched).toHaveBeenCalledOnce();
  expect(fieldHelp('cards', field)).toBe('Wat hier gebeurt.');
  vi.unstubAllGlobals();
});

test('without an answer there is no sentence, and the next time asks again', async () => {
  const field = COLLECTIONS.cards.fields[0];
  const fetched = vi.fn(() => Promise.reject(new TypeError('failed')));
  vi.stubGlobal('fetch', fetched);
  overwriteGetLocale(() => 'es');
  await helps.fetch();
  await helps.fetch();
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(fieldHelp('cards', field)).toBe('');
  vi.unstubAllGlobals();
});
