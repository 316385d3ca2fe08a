/** Which fields an element has, what stands first and what folds away. */

import { COLLECTIONS, HEAD, type CollectionName, type Field } from '../../generated/model';

export type FormOwner = CollectionName | 'head';

/** The fields that matter first; every other field of the model comes in the fold. */
const FIRST: Partial<Record<FormOwner, readonly string[]>> = {
  head: ['title', 'service', 'scenario', 'state', 'owner'],
  phases: ['title', 'need', 'met'],
  steps: ['does', 'thinks', 'feels', 'expects', 'moment_of_truth', 'time'],
  cards: ['does', 'by', 'via', 'uses', 'time'],
  marks: ['title', 'severity', 'recovery'],
  findings: ['title', 'severity', 'why', 'on', 'status', 'reason'],
};

export interface Plan {
  first: readonly Field[];
  folded: readonly Field[];
}

export function fieldsOf(owner: FormOwner): readonly Field[] {
  return owner === 'head' ? HEAD : COLLECTIONS[owner].fields;
}

/** The fields of a form in their two groups: together they are every field the model has. */
export function planOf(owner: FormOwner): Plan {
  const fields = fieldsOf(owner);
  const first = FIRST[owner];
  if (!first) return { first: fields, folded: [] };
  return {
    first: first.flatMap((name) => fields.filter((field) => field.name === name)),
    folded: fields.filter((field) => !first.includes(field.name)),
  };
}

/** Registers: the collections that stand beside the board, in the order people need them. */
export const REGISTERS = [
  'personas',
  'actors',
  'channels',
  'systems',
  'lanes',
  'promises',
  'agreements',
  'findings',
  'actions',
  'expect',
  'sources',
  'bindings',
  'views',
  'links',
  'marks',
] as const satisfies readonly CollectionName[];

export type Register = (typeof REGISTERS)[number];
