/** Another value in a field. */

import { fieldNamed, nameOf } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { fitted } from './fitting';
import { DONE, refused, type Done, type Refusal } from './outcome';
import { setRefs } from './refs';
import { setText } from './set-text';
import { span } from './span';

/**
 * Set a field of an element (`head` for the blueprint's own); null clears it. Quantities come as people write them (`3 min`),
 * references as keys (or addresses where any element may be meant), lists of references as a whole.
 */
export function setField(editing: Editing, address: string, field: string, value: unknown, language?: string): Done | Refusal {
  const { document } = editing;
  const item = document.at(address);
  if (!item) return refused('no-such-element');
  const found = fieldNamed(item.collection, field);
  if (!found) return refused('no-such-field', { field });
  const name = field.includes('.') ? field : nameOf(found);
  if (found.shape === 'text') {
    if (value !== null && typeof value !== 'string') return refused('takes-text', { field: found.key });
    return setText(editing, address, name, value ?? '', language);
  }
  if (found.shape === 'refs') return setRefs(editing, item, name, value);
  if (item.collection === 'cards' && name === 'until') return span(editing, item.key, typeof value === 'string' && value ? value : null);
  if (item.collection === 'links' && (name === 'source' || name === 'target')) return refused('moved-not-set', { field: found.key });
  if (item.collection === 'lanes' && name === 'role') return refused('moved-not-set', { field: found.key });
  const fit = fitted(document, found, value);
  if (!fit.ok) return fit;
  return attempt(editing, 'set-field', (write) => {
    write.set(item, name, fit.value);
    return DONE;
  });
}
