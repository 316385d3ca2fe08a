/** What an element says, in one language. */

import { fieldNamed, type Item } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, refused, type Done, type Refusal } from './outcome';
import type * as Y from 'yjs';
import type { Write } from './write';

/** Say a text in a language (none: the document's own). Only the letters that differ are changed. */
export function setText(editing: Editing, address: string, field: string, text: string, language?: string): Done | Refusal {
  const item = editing.document.at(address);
  if (!item) return refused('no-such-element');
  const found = fieldNamed(item.collection, field);
  if (found?.shape !== 'text') return refused('no-such-field', { field });
  if (found.required && text.trim() === '' && otherwiseSilent(editing, item, field, language))
    return refused('required', { field: found.key });
  return attempt(editing, 'set-text', (write) => {
    const name = editing.document.textName(item.map, field, language);
    if (text !== '' || item.map.has(name)) write.text(item, name, text);
    return DONE;
  });
}

function otherwiseSilent({ document }: Editing, item: Item, field: string, language: string = document.own): boolean {
  return item.languages(field).every((tag) => tag === language);
}

/** The text to type in, made when nobody has begun it yet; undefined when there is no such element or one may only look. */
export function textToType(editing: Editing, address: string, field: string, language?: string): Y.Text | undefined {
  const item = editing.document.at(address);
  if (!item || fieldNamed(item.collection, field)?.shape !== 'text') return undefined;
  const name = editing.document.textName(item.map, field, language);
  return item.ytext(field, language) ?? editing.run('set-text', (write: Write) => write.begun(item, name));
}
