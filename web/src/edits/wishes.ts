/** What was wished for a new element: texts apart from values, each as the shared document holds it. */

import { fieldNamed, nameOf, type BoardDocument, type CollectionName } from '../document';
import { fitted } from './fitting';
import { refused, type Refusal } from './outcome';
import { rankBehind } from './placing';
import { wholeText } from './replace';

/** Fields by name: texts, values as people write them, lists of keys for references. */
export type Fields = Readonly<Record<string, unknown>>;

export interface Wished {
  readonly ok: true;
  readonly values: Record<string, unknown>;
  readonly texts: Record<string, string>;
}

/** The wishes in the form that is written; refuses a field that there is none of, and a value that it can't hold. */
export function wished(document: BoardDocument, collection: CollectionName, fields: Fields): Wished | Refusal {
  const values: Record<string, unknown> = {};
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    const field = fieldNamed(collection, name);
    if (!field) return refused('no-such-field', { field: name });
    const stored = name.includes('.') ? name : nameOf(field);
    if (field.shape === 'text') {
      if (typeof value !== 'string') return refused('takes-text', { field: field.key });
      texts[stored] = wholeText(value);
    } else if (field.shape === 'refs') {
      const keys = Array.isArray(value) ? value : [value];
      if (!keys.every((key) => typeof key === 'string' && document.pointsAt(key, field.collections))) {
        return refused('takes-references', { field: field.key });
      }
      const ranks: string[] = [];
      for (const key of new Set(keys as string[])) {
        ranks.push(rankBehind(ranks));
        values[`${stored}/${key}`] = ranks.at(-1);
      }
    } else {
      const found = fitted(document, field, value);
      if (!found.ok) return found;
      values[stored] = found.value;
    }
  }
  return { ok: true, values, texts };
}
