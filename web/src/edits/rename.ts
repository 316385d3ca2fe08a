/** Another text on an element: its name, its title, or what is done there. */

import { splitAddress, titleField } from '../document';
import { ROLES } from '../generated/model';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, type Done, type Refusal } from './outcome';
import { rankFor } from './placing';
import { setText } from './set-text';
import { setField } from './set-field';

/** Set the text an element is known by, in a language (none: the document's own). A role's own row gets its name by being declared. */
export function rename(editing: Editing, address: string, title: string, language?: string): Done | Refusal {
  const { document } = editing;
  const [collection, key] = splitAddress(address);
  const item = document.at(address);
  if (item && item.collection !== 'head' && titleField(item.collection) === 'column') return setField(editing, address, 'column', title);
  if (item) return setText(editing, address, titleField(item.collection), title, language);
  const role = collection === 'lanes' && (ROLES as readonly string[]).includes(key);
  if (!role) return setText(editing, address, 'name', title, language);
  return attempt(editing, 'rename', (write) => {
    const known = document.known('lanes', key);
    if (known) {
      write.set(known, 'gone', undefined);
      write.set(known, 'role', key);
      write.text(known, document.textName(known.map, 'name', language), title);
      return DONE;
    }
    const rank = rankFor(write, document.items('lanes'), {});
    const own = language === undefined || language === document.own;
    const lane = write.declare('lanes', key, [rank], { role: key }, own ? { name: title } : {});
    if (!own) write.text(lane, `name@${language}`, title);
    return DONE;
  });
}
