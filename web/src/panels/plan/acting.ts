/** What is done in the plan by hand: a new action, another owner by name, another state. Each is one step of undo. */

import { addElement, setField } from '../../edits';
import type { Desk, Outcome } from '../desk.svelte';
import { STATES, type Row, type State } from './plan';

/** A new action, without words yet; its key. */
export function newAction(desk: Desk, fields: Readonly<Record<string, unknown>> = {}): string | null {
  const made = addElement(desk.editing, 'actions', { fields: { status: 'open', ...fields } });
  return desk.done(made) && made.ok ? made.key : null;
}

/** Set one field of an action. */
export function put(desk: Desk, row: Row, field: string, value: unknown): boolean {
  return desk.done(setField(desk.editing, row.item.address, field, value));
}

/** Another state for an action, as far along as there are states. */
export function advance(desk: Desk, row: Row, by: 1 | -1): State | null {
  const to = STATES[STATES.indexOf(row.state) + by];
  return to && put(desk, row, 'status', to) ? to : null;
}

/** Whoever is called so answers for it: an actor of this name, else a new one; '' for nobody. */
export function own(desk: Desk, row: Row, name: string): void {
  const wanted = name.trim();
  if (wanted === row.ownerName) return;
  const there = desk.document.items('actors').find((actor) => actor.title().toLocaleLowerCase() === wanted.toLocaleLowerCase());
  const outcome = desk.editing.run('own', (): Outcome => {
    if (!wanted) return setField(desk.editing, row.item.address, 'owner', null);
    if (there) return setField(desk.editing, row.item.address, 'owner', there.key);
    const made = addElement(desk.editing, 'actors', { title: wanted });
    return made.ok ? setField(desk.editing, row.item.address, 'owner', made.key) : made;
  });
  if (outcome) desk.done(outcome);
}
