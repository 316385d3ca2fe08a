/** What the flat keys of one element say: its references, feelings and languages. */

import type * as Y from 'yjs';
import { compareText } from './order';

export type Scalar = string | number | boolean;

export interface Feeling {
  /** The key of a persona; null speaks for everyone. */
  persona: string | null;
  level: number;
  basis?: string;
  source: string[];
}

/** The keys of one element, sorted out once and kept until one of them changes. */
export interface Reading {
  /** By field: the keys pointed at, in their order. */
  refs: Map<string, string[]>;
  /** By text field: the languages that have a text of their own, `own` among them. */
  languages: Map<string, string[]>;
  feelings: { persona: string; level: number }[];
}

export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

/** The keys of an element that hold something. As `map.keys()`, without its iterators: this is asked of every card at once. */
export function keysOf(map: Y.Map<unknown>): string[] {
  const found: string[] = [];
  map._map.forEach((entry, key) => {
    if (!entry.deleted) found.push(key);
  });
  return found;
}

/** Whether an element holds something under a key that begins so. */
export function holdsKey(map: Y.Map<unknown>, start: string): boolean {
  for (const [key, entry] of map._map) if (!entry.deleted && key.startsWith(start)) return true;
  return false;
}

/** Sort out the keys of an element. */
export function readKeys(map: Y.Map<unknown>): Reading {
  const ranked = new Map<string, { key: string; rank: string }[]>();
  const languages = new Map<string, string[]>();
  const feelings: Reading['feelings'] = [];
  for (const name of keysOf(map)) {
    const slash = name.indexOf('/');
    if (slash > 0) {
      const value = map.get(name);
      const field = name.slice(0, slash);
      const key = name.slice(slash + 1);
      if (field !== 'feels') addRef(ranked, field, key, value);
      else if (key.includes('/')) addFeelingSource(ranked, name, value);
      else if (typeof value === 'number') feelings.push({ persona: key, level: value });
      continue;
    }
    const at = name.indexOf('@');
    if (at > 0 && at < name.length - 1) listed(languages, name.slice(0, at)).push(name.slice(at + 1));
  }
  const refs = new Map<string, string[]>();
  for (const [field, each] of ranked) {
    refs.set(
      field,
      each.sort((one, two) => compareText(one.rank, two.rank) || compareText(one.key, two.key)).map((ref) => ref.key),
    );
  }
  return { refs, languages, feelings };
}

function listed<T>(lists: Map<string, T[]>, name: string): T[] {
  const found = lists.get(name);
  if (found) return found;
  const made: T[] = [];
  lists.set(name, made);
  return made;
}

function addRef(ranked: Map<string, { key: string; rank: string }[]>, field: string, key: string, value: unknown): void {
  if (key && typeof value === 'string') listed(ranked, field).push({ key, rank: value });
}

/** `feels/~p.source/~s`: the source of what one persona is said to feel. A key may have dots itself. */
function addFeelingSource(ranked: Map<string, { key: string; rank: string }[]>, name: string, value: unknown): void {
  const at = name.indexOf('/', 'feels/'.length);
  const field = name.slice(0, at);
  if (field.endsWith('.source')) addRef(ranked, field, name.slice(at + 1), value);
}
