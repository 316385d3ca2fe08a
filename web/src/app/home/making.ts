/** Making a new blueprint from what somebody brings. */

import { api, type NewDocument } from '../api';
import { tongue } from '../language.svelte';
import { documentPath, router } from '../router.svelte';

/** A grid that was pasted on the home screen and waits for its blueprint to open. */
let waiting: (PastedTable & { id: string }) | null = null;

/** Whether a text is a blueprint of ours (YAML), and not a table. */
export function isBlueprint(text: string): boolean {
  return /^\s*footlights\s*:/m.test(text) || (/^(title|phases)\s*:/m.test(text) && !text.includes('\t'));
}

/** A table that was pasted. */
export interface PastedTable {
  grid: string[][];
  /** Whether its first column holds the names of the rows. */
  named: boolean;
}

/** Whether the first column looks like names of rows: the corner above them is empty. */
export function looksNamed(grid: readonly (readonly string[])[]): boolean {
  return grid.length > 1 && (grid[0]?.[0] ?? '').trim() === '';
}

/** Makes a blueprint and opens it. */
export async function make(wish: NewDocument): Promise<void> {
  const made = await api.make({ language: tongue.current, ...wish });
  router.go(documentPath(made.id));
}

/** Makes a blueprint of the text of a file of ours. */
export function makeOfText(text: string): Promise<void> {
  return make({ text });
}

/** Makes an empty blueprint for a table, which is put in when it opens. */
export async function makeOfTable(table: PastedTable): Promise<void> {
  const made = await api.make({ language: tongue.current });
  waiting = { ...table, id: made.id };
  router.go(documentPath(made.id));
}

/** The table that waits for this blueprint, once. */
export function waitingTable(id: string): PastedTable | null {
  if (waiting?.id !== id) return null;
  const table = waiting;
  waiting = null;
  return table;
}

/** Makes a blueprint of a file; raises what the server has against it. */
export async function makeOfFile(file: File): Promise<void> {
  return make({ text: await file.text() });
}
