/** What keys, menus and the palette do at the place that has the focus. */

import type { BoardState, Spot } from '../grid/state.svelte';
import { holdsCards } from '../grid/layout';
import type { Item, Key } from '../document';
import {
  addCard,
  addLane,
  addLink,
  addMark,
  addPhase,
  addStep,
  duplicateCard,
  moveCard,
  moveLane,
  movePhase,
  moveStep,
  remove,
  setFeeling,
  setField,
  setText,
  span,
} from '../edits';
import { m } from '../generated/paraglide/messages.js';
import { next, stops, LANE_HEAD, type Way } from './moving';

/** Begin to type at the focus: in what stands there, or in something new. `letters` were typed already. */
export function begin(state: BoardState, letters = ''): void {
  const spot = state.focus;
  if (!spot || !state.mayEdit) return;
  const address = state.addressAt(spot);
  if (spot.column === LANE_HEAD) return nameLane(state, spot.row);
  if (spot.row === 'phases' && !address) return begun(state, addPhase(state.session.editing, { title: letters }), 'phases', 'title');
  const row = state.row(spot.row);
  if (row?.role === 'time') return openTime(state);
  if (row?.role === 'emotion') return;
  if (row && holdsCards(row) && row.role !== 'customer' && !address) return startCard(state, letters);
  if (!address) return startStep(state, letters);
  state.typeTitle(address);
  if (letters && state.typing) append(state, letters);
}

function append(state: BoardState, letters: string): void {
  const { address, field } = state.typing as { address: string; field: string };
  const text = state.document.at(address)?.text(field) ?? '';
  setText(state.session.editing, address, field, text + letters);
}

type Outcome = { ok: true; key: Key } | { ok: false };

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
export function startStep(state: BoardState, letters = ''): void {
  const phase = state.focus ? state.column(state.focus.column)?.phase : null;
  begun(state, addStep(state.session.editing, { phase: phase?.key, does: letters }), 'steps', 'does');
}

/** A new card in the focused cell, behind the focused card. Where there is no step yet, one is made. */
export function startCard(state: BoardState, letters = ''): void {
  const spot = state.focus;
  const row = spot && state.row(spot.row);
  if (!spot || !row || !holdsCards(row) || !state.mayEdit) return;
  const { editing } = state.session;
  let made: Outcome = { ok: false };
  editing.run('add-card', () => {
    const column = state.column(spot.column);
    const step = column?.step?.key ?? stepFor(state, column?.phase ?? null);
    if (step) made = addCard(editing, { step, lane: row.key, does: letters, after: spot.card ?? undefined });
  });
  begun(state, made, 'cards', 'does');
}

function stepFor(state: BoardState, phase: Item | null): Key | null {
  const made = addStep(state.session.editing, { phase: phase?.key });
  return made.ok ? made.key : null;
}

/** Leave the text; what was made for it and stayed empty goes again. `way`: where the focus goes on to. */
export function commit(state: BoardState, way: Way | 'stay' | 'another' = 'stay'): void {
  const typing = state.typing;
  if (!typing) return;
  state.typing = null;
  state.session.setTyping(false);
  const item = state.document.at(typing.address);
  const empty = item !== undefined && typing.fresh && item.text(typing.field).trim() === '';
  if (empty && way === 'stay') {
    const spot = state.focus;
    const old = spot && { ...spot, card: null };
    remove(state.session.editing, [typing.address]);
    if (old) state.go(state.column(old.column) ? old : { ...old, column: state.columns.at(-1)?.key ?? old.column });
    return;
  }
  if (way === 'another') return startCard(state);
  const spot = state.focus;
  const further = way !== 'stay' && spot ? next(state, spot, way) : null;
  if (further ?? spot) state.go((further ?? spot) as Spot);
}

function nameLane(state: BoardState, key: string): void {
  const row = state.row(key);
  if (!row) return;
  if (row.declared) return state.type(`lanes/${row.key}`, 'name');
  const made = addLane(state.session.editing, { role: row.role as never, key: row.key } as never);
  if (made.ok) state.type(`lanes/${made.key}`, 'name', true);
}

export function openTime(state: BoardState): void {
  const address = state.focus ? state.addressAt(state.focus) : '';
  if (address && !address.startsWith('phases/')) state.box = { address, kind: 'time' };
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

/** Put a lane with the role of the focused row under it. */
export function insertLane(state: BoardState): void {
  const row = state.focus ? state.row(state.focus.row) : undefined;
  const role = row && holdsCards(row) ? row.role : 'backstage';
  const made = addLane(state.session.editing, { role, after: row?.declared?.key } as never);
  if (made.ok) {
    state.focus = { row: made.key, column: LANE_HEAD, card: null };
    state.type(`lanes/${made.key}`, 'name', true);
  }
}

/** Alt with left or right: the step, or on the heads of phases the phase, goes one further. */
export function moveSideways(state: BoardState, way: 'left' | 'right'): void {
  const spot = state.focus;
  const column = spot && state.column(spot.column);
  if (!spot || !column?.phase) return;
  const { document } = state;
  const { editing } = state.session;
  if (spot.row === 'phases') {
    const phases = document.phases();
    const other = phases[phases.indexOf(column.phase) + (way === 'left' ? -1 : 1)];
    if (!other) return;
    movePhase(editing, column.phase.key, way === 'left' ? { before: other.key } : { after: other.key });
    return arrived(state, column.phase.address, m.board_moved());
  }
  const step = column.step;
  if (!step) return;
  const phases = document.phases();
  const mates = document.stepsOf(column.phase.key);
  const beside = mates[mates.indexOf(step) + (way === 'left' ? -1 : 1)];
  const phase = phases[phases.indexOf(column.phase) + (way === 'left' ? -1 : 1)];
  if (beside) moveStep(editing, step.key, way === 'left' ? { before: beside.key } : { after: beside.key });
  else if (phase) {
    const first = document.stepsOf(phase.key)[0];
    moveStep(editing, step.key, way === 'right' && first ? { phase: phase.key, before: first.key } : { phase: phase.key });
  } else return;
  const number = document.steps().indexOf(step) + 1;
  state.focus = { ...spot, column: step.key };
  state.reveal(state.focus, true);
  state.say(m.board_moved_step({ number }));
}

/** Alt with up or down: the card goes one place up or down, and on into the next row. On a lane's head the lane does. */
export function moveUpright(state: BoardState, way: 'up' | 'down'): void {
  const spot = state.focus;
  if (!spot) return;
  if (spot.column === LANE_HEAD) return shiftLane(state, spot.row, way);
  if (spot.card === null) return;
  const mates = state.cardsAt(spot.row, spot.column).map(({ key }) => key);
  const at = mates.indexOf(spot.card);
  const beside = mates[at + (way === 'up' ? -1 : 1)];
  if (beside) moveCard(state.session.editing, spot.card, way === 'up' ? { before: beside } : { after: beside });
  else return moveToCell(state, way);
  arrived(state, `cards/${spot.card}`, m.board_moved());
}

/** The chosen card goes to the cell beside its own. */
export function moveToCell(state: BoardState, way: Way): void {
  const spot = state.focus;
  if (!spot?.card) return;
  const to = way === 'left' || way === 'right' ? sideCell(state, spot, way) : uprightCell(state, spot, way);
  if (!to) return;
  const there = state.cardsAt(to.row, to.column);
  const wish = way === 'down' && there[0] ? { before: there[0].key } : {};
  const moved = moveCard(state.session.editing, spot.card, { step: to.column, lane: to.row, ...wish });
  if (!moved.ok) return;
  state.focus = { row: to.row, column: to.column, card: spot.card };
  state.reveal(state.focus, true);
  state.say(m.board_moved_to({ place: placeName(state, to.row, to.column) }));
}

function sideCell(state: BoardState, spot: Spot, way: 'left' | 'right'): { row: string; column: string } | null {
  const steps = state.columns.filter(({ kind }) => kind === 'step');
  const to = steps[steps.findIndex(({ key }) => key === spot.column) + (way === 'left' ? -1 : 1)];
  return to ? { row: spot.row, column: to.key } : null;
}

function uprightCell(state: BoardState, spot: Spot, way: 'up' | 'down'): { row: string; column: string } | null {
  const rows = state.rows.filter((row) => holdsCards(row) && !state.foldedLanes.has(row.key));
  const to = rows[rows.findIndex(({ key }) => key === spot.row) + (way === 'up' ? -1 : 1)];
  return to ? { row: to.key, column: spot.column } : null;
}

function shiftLane(state: BoardState, key: string, way: 'up' | 'down'): void {
  const row = state.row(key);
  const mates = state.rows.filter((each) => each.declared && each.role === row?.role);
  const beside = mates[mates.findIndex((each) => each.key === key) + (way === 'up' ? -1 : 1)];
  if (!row?.declared || !beside) return;
  moveLane(state.session.editing, row.key, way === 'up' ? { before: beside.key } : { after: beside.key });
  state.say(m.board_moved());
  state.reveal({ row: row.key, column: LANE_HEAD, card: null }, true);
}

function arrived(state: BoardState, address: string, words: string): void {
  const spot = state.spotOf(address);
  if (spot) {
    state.focus = spot;
    state.reveal(spot, true);
  }
  state.say(words);
}

/** A place in words: “Front stage, step 3”. */
export function placeName(state: BoardState, row: string, column: string): string {
  const number = state.column(column)?.number ?? 0;
  const found = state.row(row);
  return m.board_place({ lane: found ? state.nameOf(found) : '', number });
}

/** Let the card reach one step further, or one step less far. */
export function reach(state: BoardState, way: 'left' | 'right'): void {
  const card = state.focus?.card ? state.document.item('cards', state.focus.card) : undefined;
  if (!card) return;
  const steps = state.document.steps().map(({ key }) => key);
  const end = steps.indexOf(String(card.value('until') ?? card.place[0]));
  const until = steps[end + (way === 'right' ? 1 : -1)];
  const own = steps.indexOf(card.place[0] ?? '');
  if (until === undefined || end + (way === 'right' ? 1 : -1) < own) return;
  span(state.session.editing, card.key, until);
  state.say(m.board_reaches({ number: steps.indexOf(until) + 1 }));
}

export function duplicate(state: BoardState): void {
  const cards = state.chosen.filter((address) => address.startsWith('cards/'));
  let last = '';
  state.session.editing.run('duplicate-card', () => {
    for (const address of cards) {
      const made = duplicateCard(state.session.editing, address.slice('cards/'.length));
      if (made.ok) last = `cards/${made.key}`;
    }
  });
  if (last) state.goTo(last);
}

/** Take away what is chosen. What a step says or feels is emptied first; its head takes the step away. */
export function takeAway(state: BoardState): void {
  const spot = state.focus;
  const { editing } = state.session;
  if (!spot || !state.mayEdit) return;
  if (state.picked.length === 0) {
    const step = state.column(spot.column)?.step;
    const role = state.row(spot.row)?.role;
    if (spot.column === LANE_HEAD) return void (state.row(spot.row)?.declared && removed(state, [`lanes/${spot.row}`]));
    if (step && role === 'emotion') return setLevel(state, null);
    if (step && role === 'time') return void editing.run('set-time', () => ['work', 'wait', 'standard', 'tolerance'].forEach((part) => setField(editing, step.address, `time.${part}`, null)));
    if (step && role === 'customer' && spot.card === null) return void setText(editing, step.address, 'does', '');
  }
  removed(state, state.chosen);
}

function removed(state: BoardState, addresses: readonly string[]): void {
  const spot = state.focus;
  if (!spot || addresses.length === 0) return;
  const places = stops(state, spot.row, spot.column);
  const at = places.indexOf(spot.card);
  const columns = state.columns.map(({ key }) => key);
  const rest = places.filter((card) => card === null || !addresses.includes(`cards/${card}`));
  remove(state.session.editing, addresses);
  state.say(m.board_removed({ count: addresses.length }));
  const column = state.column(spot.column)?.key ?? state.columns[Math.min(columns.indexOf(spot.column), state.columns.length - 1)]?.key;
  const row = spot.column === LANE_HEAD || spot.row === 'phases' || spot.row === 'steps' || state.row(spot.row) ? spot.row : 'steps';
  if (column !== undefined) state.go({ row, column, card: rest[Math.min(at, rest.length - 1)] ?? null });
}

/** How the focused step feels, for the persona whose curve has the focus. */
export function setLevel(state: BoardState, level: number | null): void {
  const step = state.focus ? state.column(state.focus.column)?.step : null;
  if (step) setFeeling(state.session.editing, step.key, state.persona, level);
}

/** Raise or lower how the focused step feels. */
export function liftLevel(state: BoardState, by: 1 | -1): void {
  const step = state.focus ? state.column(state.focus.column)?.step : null;
  if (!step) return;
  const now = step.feelings().find(({ persona }) => persona === state.persona)?.level;
  setLevel(state, Math.max(-2, Math.min(2, Math.round((now ?? 0) + (now === undefined ? 0 : by)))));
}

/** A fail point, wait point and so on at the chosen elements; where it is already, it goes. */
export function toggleMark(state: BoardState, kind: string): void {
  const { editing } = state.session;
  editing.run('toggle-mark', () => {
    for (const address of state.chosen) {
      const there = state.document.marksOn(address).filter((mark) => mark.place[1] === kind);
      if (there.length) remove(editing, there.map((mark) => mark.address));
      else addMark(editing, { on: address, kind } as never);
    }
  });
}

/** How much rides on the focused step: none, then 1 to 4, then none again. */
export function turnTruth(state: BoardState): void {
  const step = stepAt(state);
  if (!step) return;
  const now = Number(step.value('moment_of_truth') ?? 0);
  const grade = now >= 4 ? null : now + 1;
  setField(state.session.editing, step.address, 'moment_of_truth', grade);
  state.say(grade === null ? m.board_no_truth() : m.board_truth({ grade }));
}

function stepAt(state: BoardState): Item | null {
  return (state.focus && state.column(state.focus.column)?.step) ?? null;
}

/** Draw a link: from what has the focus, and then to it. */
export function link(state: BoardState): void {
  const address = state.chosen.find((each) => each.startsWith('cards/') || each.startsWith('steps/'));
  if (!address) return;
  if (state.linking === null) {
    state.linking = address;
    return state.say(m.board_linking());
  }
  finishLink(state, address);
}

export function finishLink(state: BoardState, target: string): void {
  const source = state.linking;
  state.linking = null;
  if (source === null || source === target) return;
  const made = addLink(state.session.editing, { source, target });
  state.say(made.ok ? m.board_linked() : m.board_not_linked());
}
