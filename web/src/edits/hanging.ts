/** What hangs on an element: it goes when the element goes. */

import { splitAddress, type BoardDocument, type CollectionName, type Item } from '../document';

/** The live steps, cards, marks, links and promises that hang on these elements, outermost first; they themselves not among them. */
export function hangingOn(document: BoardDocument, addresses: Iterable<string>): Item[] {
  const given = new Set(addresses);
  const found = new Map<string, Item>();
  const todo = [...given];
  for (let here = todo.shift(); here !== undefined; here = todo.shift()) {
    for (const item of directlyOn(document, here)) {
      if (found.has(item.address) || given.has(item.address)) continue;
      found.set(item.address, item);
      todo.push(item.address);
    }
  }
  return [...found.values()];
}

function* directlyOn(document: BoardDocument, address: string): Iterable<Item> {
  const [collection, key] = splitAddress(address);
  if (collection === 'phases') yield* document.stepsOf(key);
  if (collection === 'steps') yield* live(document, 'cards', (card) => card.place[0] === key);
  if (collection === 'lanes') yield* live(document, 'cards', (card) => card.place[1] === key);
  if (['phases', 'steps', 'cards'].includes(collection)) yield* document.marksOn(address);
  if (collection === 'steps' || collection === 'cards') {
    yield* document.linksFrom(address);
    yield* document.linksTo(address);
    yield* live(document, 'promises', (promise) => promise.value('from') === address || promise.value('to') === address);
  }
}

function live(document: BoardDocument, collection: CollectionName, wanted: (item: Item) => boolean): Item[] {
  return [...document.everything(collection)].filter((item) => !item.gone && wanted(item));
}
