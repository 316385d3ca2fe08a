/** What fields, choices and collections are called in the reader's language. */

import { basisWords, classWords, laneWords, lineWords, linkWords, markWords, stateWords } from '../../generated/craft';
import type { CollectionName, Field } from '../../generated/model';
import { m } from '../../generated/paraglide/messages.js';
import { named } from '../../generated/named';
import { helps } from './helps.svelte';

type Say = () => string;
const messages = named as unknown as Readonly<Record<string, Say | undefined>>;
const find = (...keys: string[]): Say | undefined => keys.map((key) => messages[key]).find((say) => say !== undefined);

export type Owner = CollectionName | 'head' | 'time' | 'feelings' | 'effect';

/** The name over a field. */
export function fieldLabel(owner: Owner, field: Pick<Field, 'name'>): string {
  const name = field.name.replace(/_$/, '');
  return find(`field_${owner}_${name}`, `field_${name}`)?.() ?? name;
}

/** The sentence that explains a field; '' until it is here. */
export function fieldHelp(owner: Owner, field: Pick<Field, 'name'>): string {
  const name = field.name.replace(/_$/, '');
  return helps.say(`${owner}_${name}`) ?? helps.say(name) ?? '';
}

const CRAFT: Record<string, Readonly<Record<string, Say>>> = {
  state: stateWords,
  basis: basisWords,
  class_: classWords,
  role: laneWords,
};

/** What one choice of a field is called. */
export function choiceLabel(owner: Owner, field: Pick<Field, 'name'>, value: string): string {
  const craft = owner === 'links' && field.name === 'kind' ? linkWords : CRAFT[field.name];
  const say = (craft as Readonly<Record<string, Say>> | undefined)?.[value] ?? find(`choice_${value.replaceAll('-', '_')}`);
  return capital(say?.() ?? value);
}

/** The kind of a mark in words. */
export function markLabel(kind: string): string {
  return (markWords as Readonly<Record<string, Say>>)[kind]?.() ?? kind;
}

/** One element of a collection (“Step”), or all of them (“Steps”). */
export function collectionLabel(collection: CollectionName, many = false): string {
  return find(`${many ? 'many' : 'one'}_${collection}`)?.() ?? collection;
}

/** With a capital at the start, as labels stand alone. */
export function capital(text: string): string {
  return text && text[0]!.toLocaleUpperCase() + text.slice(1);
}

/** A word of ours that a blueprint may replace by its own. */
export function craftWord(word: string): string {
  const plain: Record<string, Say> = {
    phase: m.word_phase,
    step: m.word_step,
    card: m.word_card,
    'moment-of-truth': m.word_moment_of_truth,
    'customer-need': m.word_need,
    ...laneWords,
    ...lineWords,
  };
  return plain[word]?.() ?? word;
}
