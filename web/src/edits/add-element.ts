/** A new element that stands in no phase, step or cell: an actor, a system, a promise, a finding and the like. */

import { fieldsOf, nameOf, newKey, titleField, type Key } from '../document';
import { AGREEMENT_KINDS } from '../generated/model';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { refused, type Made, type Refusal } from './outcome';
import { rankFor } from './placing';
import { wished, type Fields } from './wishes';

/** The collections that are simple lists. */
export type SimpleCollection =
  | 'personas'
  | 'actors'
  | 'systems'
  | 'channels'
  | 'sources'
  | 'promises'
  | 'agreements'
  | 'findings'
  | 'actions'
  | 'expect'
  | 'bindings'
  | 'views';

export interface NewElement {
  /** The text it is known by: a name, a title, a binding's column. */
  title?: string;
  /** For agreements: sla or xla. */
  kind?: string;
  before?: Key;
  after?: Key;
  fields?: Fields;
}

/** Put an element in one of the simple lists, before or after another (neither: last). */
export function addElement(editing: Editing, collection: SimpleCollection, given: NewElement): Made | Refusal {
  const { document } = editing;
  const agreement = collection === 'agreements';
  const sort = agreement ? (given.kind ?? 'sla') : undefined;
  if (sort !== undefined && !(AGREEMENT_KINDS as readonly string[]).includes(sort)) {
    return refused('takes-choice', { field: 'kind', choices: AGREEMENT_KINDS.join(', ') });
  }
  const title = given.title === undefined ? {} : { [titleField(collection)]: given.title };
  // a new way of looking shows everything until somebody chooses
  const shows = collection === 'views' ? { shows: 'blueprint' } : {};
  const fields = { ...shows, ...title, ...given.fields, ...(agreement || given.kind === undefined ? {} : { kind: given.kind }) };
  const wish = wished(document, collection, fields);
  if (!wish.ok) return wish;
  const missing = fieldsOf(collection).find((field) => field.required && wish.values[nameOf(field)] === undefined);
  if (missing) return refused('required', { field: missing.key });
  const said = Object.keys(wish.values).length > 0 || Object.values(wish.texts).some(Boolean);
  if ((collection === 'bindings' || collection === 'findings') && !said) return refused('nothing-to-say');
  return attempt(editing, 'add-element', (write) => {
    const siblings = document.items(collection).filter((item) => sort === undefined || item.place[0] === sort);
    const rank = rankFor(write, siblings, given);
    const { key } = write.create(collection, newKey(), sort === undefined ? [rank] : [sort, rank], wish.values, wish.texts);
    return { ok: true, key };
  });
}
