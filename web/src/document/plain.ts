/** A shared document as plain JSON: every root, every element, every key; texts as strings. For tests and for looking at it. */

import * as Y from 'yjs';
import type { BoardDocument } from './board';
import { compareText } from './order';
import { COLLECTION_NAMES } from './shapes';

export type Plain = Record<string, Record<string, unknown>>;

function sorted<T>(entries: Iterable<[string, T]>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([one], [two]) => compareText(one, two)));
}

function plainValue(value: unknown): unknown {
  if (value instanceof Y.Text) return value.toString();
  if (value instanceof Y.Map) return sorted([...value.entries()].map(([key, each]): [string, unknown] => [key, plainValue(each)]));
  if (value instanceof Y.Array) return value.toArray().map(plainValue);
  return value;
}

/** The roots we know, with their elements and keys sorted; what is gone is there too, with `gone`. */
export function plainOf(document: BoardDocument): Plain {
  const roots = ['head', 'meta', ...COLLECTION_NAMES].map((name): [string, Record<string, unknown>] => [
    name,
    plainValue(document.doc.getMap(name)) as Record<string, unknown>,
  ]);
  return sorted(roots);
}
