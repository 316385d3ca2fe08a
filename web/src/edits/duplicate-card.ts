/** A card a second time. */

import { newKey, textFields, type Item, type Key } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { refused, type Made, type Refusal } from './outcome';
import { rankFor } from './placing';
import { storedFields, type Write } from './write';

/** Copy a card with its marks behind itself, or to the end of another cell; links and findings stay with the original. */
export function duplicateCard(editing: Editing, card: Key, { step, lane }: { step?: Key; lane?: Key } = {}): Made | Refusal {
  const { document } = editing;
  const item = document.item('cards', card);
  const toStep = step ?? item?.place[0] ?? '';
  const toLane = lane ?? item?.place[1] ?? '';
  if (!item || !document.item('steps', toStep)) return refused('no-such-element');
  if (!document.bears(toLane)) return refused('lane-holds-no-cards');
  return attempt(editing, 'duplicate-card', (write) => {
    const cell = document.cards(toStep, toLane);
    const rank = rankFor(write, cell, cell.includes(item) ? { after: item.key } : {});
    const copy = copyOf(write, item, [toStep, toLane, rank], toStep === item.place[0] ? [] : ['until']);
    for (const mark of document.marksOn(item.address)) copyOf(write, mark, [copy.address, mark.place[1] ?? '', mark.rank], []);
    return { ok: true, key: copy.key };
  });
}

/** The same element under a new key in another place; its readable id stays with the original. */
export function copyOf(write: Write, item: Item, pos: readonly string[], without: readonly string[]): Item {
  const collection = item.collection as Exclude<Item['collection'], 'head'>;
  const texts: Record<string, string> = {};
  const tagged: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const plain = textFields(collection);
  for (const [name, value] of Object.entries(storedFields(item.map))) {
    if (['pos', 'id', 'gone', ...without].includes(name)) continue;
    const field = name.split('@', 1)[0] as string;
    if (plain.includes(name)) texts[name] = String(value);
    else if (plain.includes(field) && name !== `${field}@`) tagged[name] = String(value);
    else values[name] = value;
  }
  const made = write.create(collection, newKey(), pos, values, texts);
  for (const [name, text] of Object.entries(tagged)) write.text(made, name, text);
  return made;
}
