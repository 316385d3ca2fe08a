/** How an element is called where only a few words fit: its title, else its kind and number. */

import type { BoardDocument, Item } from '../../document';
import type { CollectionName } from '../../generated/model';
import { laneWords } from '../../generated/craft';
import { m } from '../../generated/paraglide/messages.js';
import { capital, collectionLabel, markLabel } from './words';

/** A short name; never empty. */
export function shortName(document: BoardDocument, item: Item): string {
  if (item.collection === 'head') return item.title() || m.word_untitled();
  const title = item.title();
  if (title) return title;
  if (item.collection === 'links') return linkName(document, item);
  if (item.collection === 'promises') return endsName(document, item.ref('from'), item.ref('to'));
  if (item.collection === 'marks') return capital(markLabel(item.place[1] ?? ''));
  if (item.collection === 'lanes') return laneName(String(item.value('role') ?? ''));
  if (item.id) return item.id;
  const number = document.items(item.collection).indexOf(item) + 1;
  return number > 0 ? `${collectionLabel(item.collection)} ${number}` : collectionLabel(item.collection);
}

/** The name of whatever an address points at; "" when it points at nothing. */
export function nameAt(document: BoardDocument, address: string | undefined): string {
  const item = address === undefined ? undefined : document.at(address);
  if (item) return shortName(document, item);
  return address?.startsWith('lanes/') ? laneName(address.slice('lanes/'.length)) : ''; // a row that nobody had to declare
}

function endsName(document: BoardDocument, from: string | undefined, to: string | undefined): string {
  return `${nameAt(document, from) || '?'} → ${nameAt(document, to) || '?'}`;
}

export function linkName(document: BoardDocument, link: Item): string {
  return endsName(document, link.place[0], link.place[1]);
}

/** The name of a row that has none of its own. */
export function laneName(role: string): string {
  return (laneWords as Readonly<Record<string, () => string>>)[role]?.() ?? role;
}

/** What a row is called: by its own name, else by its role. */
export function rowName(document: BoardDocument, key: string): string {
  const lane = document.item('lanes', key);
  return lane ? lane.title() || laneName(String(lane.value('role') ?? '')) : laneName(key);
}

export interface Choice {
  /** What is stored: a key, or an address where any collection may be meant. */
  value: string;
  label: string;
  /** Where it stands, to tell namesakes apart. */
  aside: string;
}

/** Every element that a field may point at, in reading order. */
export function choicesFor(document: BoardDocument, collections: readonly string[]): Choice[] {
  const any = collections[0] === '*';
  const names = (
    any ? ['phases', 'steps', 'cards', 'lanes', 'personas', 'actors', 'channels', 'systems', 'promises', 'agreements'] : collections
  ) as CollectionName[];
  const mixed = any || collections.length > 1;
  const steps = document.steps();
  // rows stand on the board whether somebody declared them or not
  if (!mixed && names[0] === 'lanes')
    return document.rows().map(({ key }): Choice => ({ value: key, label: rowName(document, key), aside: '' }));
  return names.flatMap((collection) => {
    const items = collection === 'steps' ? steps : document.items(collection);
    return items.map((item): Choice => {
      const number = collection === 'steps' ? steps.indexOf(item) + 1 : 0;
      const under = collection === 'cards' ? document.item('steps', item.place[0] ?? '') : undefined;
      return {
        value: mixed ? item.address : item.key,
        label: number ? `${number} ${shortName(document, item)}` : shortName(document, item),
        aside: under
          ? `${rowName(document, item.place[1] ?? '')} · ${shortName(document, under)}`
          : mixed
            ? collectionLabel(collection)
            : '',
      };
    });
  });
}
