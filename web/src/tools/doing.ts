/** Beginning to write at the place that has the focus, and leaving what was written. */

import type { Item, Key } from '../document';
import { addCard, addLane, addPhase, addStep, rename } from '../edits';
import { m } from '../generated/paraglide/messages.js';
import { holdsCards } from '../board/layout';
import { LANE_HEAD, type Spot } from '../board/spot';
import type { BoardState } from '../board/state.svelte';
import { toasts } from '../panels';
import { next, type Way } from './moving';
import { removeEmpty } from './removing';

export { takeAway } from './removing';

type Outcome = { ok: true; key: Key } | { ok: false };

/** Begin to type at the focus: in what stands there, or in something new. `letter` was pressed to begin, and follows by itself. */
export function begin(state: BoardState, letter = ''): void {
  const spot = state.focus;
  if (!spot || !state.mayEdit) return;
  const address = state.addressAt(spot);
  const column = state.column(spot.column);
  if (spot.column === LANE_HEAD) return nameLane(state, spot.row);
  if (column?.kind === 'folded' && column.phase) return state.foldPhase(column.phase.key);
  if (spot.row === 'phases' && !address) return begun(state, addPhase(state.session.editing), 'phases', 'title');
  const row = state.row(spot.row);
  if (row && state.foldedLanes.has(row.key)) return void state.foldedLanes.delete(row.key);
  if (row?.role === 'time') return openTime(state, letter);
  if (row?.role === 'emotion') return;
  if (row && holdsCards(row) && row.role !== 'customer' && !address) return startCard(state);
  if (!address) return startStep(state);
  open(state, address, state.fieldAt(spot, address));
}

/** Open a text, unless somebody else types in it: then they are named, and a second try opens it all the same. */
let warned = '';
function open(state: BoardState, address: string, field: string): void {
  const person = state.session.lockedBy(address, field);
  const place = `${address} ${field}`;
  if (person && warned !== place) {
    warned = place;
    toasts.say(m.board_locked({ name: person.name || m.session_somebody() }));
    return;
  }
  warned = '';
  state.type(address, field);
}

function begun(state: BoardState, made: Outcome, collection: string, field: string): void {
  if (!made.ok) return;
  const address = `${collection}/${made.key}`;
  const spot = state.spotOf(address);
  const customer = state.rows.find(({ role }) => role === 'customer');
  state.picked = [];
  if (spot) state.focus = field === 'does' && collection === 'steps' && customer ? { ...spot, row: customer.key } : spot;
  state.type(address, field, true);
}

/** A new step at the focused column: in an empty phase, or behind the last. */
function startStep(state: BoardState): void {
  const phase = state.focus ? state.column(state.focus.column)?.phase : null;
  begun(state, addStep(state.session.editing, { phase: phase?.key }), 'steps', 'does');
}

/** A new card in the focused cell, behind the focused card. Where there is no step yet, one is made. */
export function startCard(state: BoardState, place: { before?: Key; after?: Key } = { after: state.focus?.card ?? undefined }): void {
  const spot = state.focus;
  const row = spot && state.row(spot.row);
  if (!spot || !row || !holdsCards(row) || !state.mayEdit) return;
  const { editing } = state.session;
  let made: Outcome = { ok: false };
  editing.run('add-card', () => {
    const column = state.column(spot.column);
    const step = column?.step?.key ?? stepFor(state, column?.phase ?? null);
    if (step) made = addCard(editing, { step, lane: row.key, ...place });
  });
  begun(state, made, 'cards', 'does');
}

function stepFor(state: BoardState, phase: Item | null): Key | null {
  const made = addStep(state.session.editing, { phase: phase?.key });
  return made.ok ? made.key : null;
}

/** Another card in the focused cell; where no cards go, the next step. */
export function startAnother(state: BoardState): void {
  const row = state.focus ? state.row(state.focus.row) : undefined;
  if (row && holdsCards(row) && state.focus?.column !== LANE_HEAD) startCard(state);
  else if (state.focus?.column === LANE_HEAD) insertLane(state);
  else insertBeside(state, 'right');
}

/**
 * Leave the text; what was made for it and stayed empty goes again, but a step that one goes on from: there the customer waits.
 * `way`: where the focus goes on to; `leave`: the focus is on its way elsewhere already.
 */
export function commit(state: BoardState, way: Way | 'stay' | 'another' | 'leave' = 'stay'): void {
  const typing = state.typing;
  if (!typing) return;
  state.typing = null;
  state.session.setTyping(false);
  const spot = state.focus;
  const item = state.document.at(typing.address);
  const empty = item !== undefined && typing.fresh && item.text(typing.field).trim() === '';
  const onward = way === 'left' || way === 'right';
  if (empty && !(onward && item.collection === 'steps')) {
    const further = onward && spot ? next(state, { ...spot, card: null }, way) : null;
    removeEmpty(state, typing.address, way !== 'leave');
    if (further) state.go(further);
    return;
  }
  if (way === 'leave') return;
  if (way === 'another') return startAnother(state);
  const further = way !== 'stay' && spot ? next(state, spot, way) : null;
  if (further ?? spot) state.go((further ?? spot) as Spot);
}

function nameLane(state: BoardState, key: string): void {
  const row = state.row(key);
  if (!row) return;
  // a role's own row gets its name by being declared
  if (!row.declared) rename(state.session.editing, `lanes/${key}`, '');
  open(state, `lanes/${key}`, 'name');
}

/** The small box with the times of what has the focus. */
export function openTime(state: BoardState, letters = ''): void {
  const address = state.focus ? state.addressAt(state.focus) : '';
  if (/^(steps|cards)\//.test(address)) state.box = { address, kind: 'time', letters };
}

/** Put a step before or after the focused one; on the heads of phases, a phase. */
export function insertBeside(state: BoardState, way: 'left' | 'right'): void {
  const spot = state.focus;
  const column = spot && state.column(spot.column);
  if (!spot || !column) return;
  const place = (key: Key | undefined): object => (key === undefined ? {} : way === 'left' ? { before: key } : { after: key });
  if (spot.row === 'phases' || column.kind === 'folded') {
    return begun(state, addPhase(state.session.editing, place(column.phase?.key)), 'phases', 'title');
  }
  begun(state, addStep(state.session.editing, { phase: column.phase?.key, ...place(column.step?.key) }), 'steps', 'does');
}

/** A phase behind the focused one, or last. */
export function insertPhase(state: BoardState, before?: Key): void {
  const phase = state.focus ? state.column(state.focus.column)?.phase : null;
  const place = before !== undefined ? { before } : phase ? { after: phase.key } : {};
  begun(state, addPhase(state.session.editing, place), 'phases', 'title');
}

/** Put a lane with the role of the focused row under it. */
export function insertLane(state: BoardState): void {
  const row = state.focus ? state.row(state.focus.row) : undefined;
  const role = row && holdsCards(row) ? row.role : 'backstage';
  const made = addLane(state.session.editing, { role, after: row?.declared?.key });
  if (!made.ok) return;
  state.focus = { row: made.key, column: LANE_HEAD, card: null };
  state.type(`lanes/${made.key}`, 'name', true);
}
