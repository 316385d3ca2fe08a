/** What the model says of the fields of an element, by their name in the shared document. */

import { COLLECTIONS, EFFECT, FEELING, HEAD, TIME, type CollectionName, type Field } from '../generated/model';

/** A collection, or the blueprint's own head. */
export type Kind = CollectionName | 'head';

export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];

/** What an element of a collection is called in ids made by the server: `card-7hq2…`. */
export function wordFor(collection: CollectionName): string {
  return COLLECTIONS[collection].element.toLowerCase();
}

const collections: ReadonlySet<string> = new Set(COLLECTION_NAMES);

export function isCollection(name: string): name is CollectionName {
  return collections.has(name);
}

export function fieldsOf(kind: Kind): readonly Field[] {
  return kind === 'head' ? HEAD : COLLECTIONS[kind].fields;
}

/** The name of a field in the shared document: Python's, but `from` without its underscore. */
export function nameOf(field: Field): string {
  return field.name === 'from_' ? 'from' : field.name;
}

const PARTS: Record<string, readonly Field[]> = { time: TIME, effect: EFFECT, feelings: FEELING };

/** The fields of a kind by name, parts (`time.work`, `effect.reading`) among them. */
const byName = new Map<Kind, Map<string, Field>>();
for (const kind of [...COLLECTION_NAMES, 'head'] as Kind[]) {
  const fields = new Map<string, Field>();
  for (const field of fieldsOf(kind)) {
    fields.set(nameOf(field), field);
    if (field.shape === 'time' || field.shape === 'effect') {
      for (const part of PARTS[field.shape] ?? []) fields.set(`${nameOf(field)}.${nameOf(part)}`, part);
    }
  }
  byName.set(kind, fields);
}

/** The field of this name (`does`, `time.work`, `effect.from`; a file's key such as `moment-of-truth` does too). */
export function fieldNamed(kind: Kind, name: string): Field | undefined {
  const fields = byName.get(kind);
  return fields?.get(name) ?? fieldsOf(kind).find((field) => field.key === name);
}

/** The text that elements of this kind are known by. */
export function titleField(kind: Kind): string {
  const field = fieldsOf(kind).find((each) => each.title);
  return field ? nameOf(field) : '';
}

/** The names of the fields that hold text in the document's own language. */
export function textFields(kind: Kind): string[] {
  return fieldsOf(kind)
    .filter((field) => field.shape === 'text')
    .map(nameOf);
}

const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/;

/** Whether something is a language tag: en, nl-BE, zh-Hant. */
export function isLanguage(tag: unknown): tag is string {
  return typeof tag === 'string' && LANGUAGE_TAG.test(tag);
}

/** How many values place an element, before its rank. */
export function placingValues(kind: Kind): number {
  if (kind === 'head') return 0;
  return kind === 'links' ? 2 : COLLECTIONS[kind].structure.length;
}
