/** What several elements have in common, for forms that edit them together. */

import { nameOf, type Item } from '../../../document';
import type { Field } from '../../../generated/model';
import type { Owner } from '../words';

export interface FieldProps {
  items: readonly Item[];
  owner: Owner;
  field: Field;
  stored?: string;
}

/** One value for all of them; `mixed` where they differ. */
export function common<T>(items: readonly Item[], read: (item: Item) => T): { value: T | undefined; mixed: boolean } {
  const [first, ...rest] = items.map(read);
  const mixed = rest.some((other) => JSON.stringify(other) !== JSON.stringify(first));
  return { value: mixed ? undefined : first, mixed };
}

/** The name of a field in the document. */
export const storedName = nameOf;
