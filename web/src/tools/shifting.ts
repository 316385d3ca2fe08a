/** Moving what is chosen by keys: cards, steps, phases and lanes, with all that hangs on them; how far a card reaches; copies. */

import { textFields, type Item, type Key } from '../document';
import { addStep, duplicateCard, moveCard, moveLane, movePhase, moveStep, setFeeling, setField, setText, span } from '../edits';
import { m } from '../generated/paraglide/messages.js';
import { holdsCards } from '../board/layout';
import { LANE_HEAD } from '../board/spot';
import type { BoardState } from '../board/state.svelte';
import { placeAt } from '../board/words';
import type { Way } from './moving';

/** Alt with left or right: the steps, or on the heads of phases the phase, go one further. */
export function moveSideways(state: BoardState, way: 'left' | 'right'): void {
  const spot = state.focus;
  const column = spot && state.column(spot.column);
  if (!spot || !column?.phase) return;
  if (spot.row === 'phases') return shiftPhase(state, column.phase, way);
  if (!column.step) return;
  const chosen = state.picked.filter((address) => address.startsWith('steps/'));
  const steps = state.document.steps().filter((step) => (chosen.length > 1 ? chosen.includes(step.address) : step === column.step));
  const { picked, anchor } = state;
  state.session.editing.run('move-step', () => {
    // the foremost first, so that they stay in their order
    for (const step of way === 'left' ? steps : [...steps].reverse()) shiftStep(state, step, way, steps);
  });
  state.go({ ...spot, column: column.step.key });
  [state.picked, state.anchor] = [chosen.length > 1 ? picked : [], anchor];
  state.say(m.board_moved_step({ number: state.document.steps().indexOf(column.step) + 1 }));
}

function shiftPhase(state: BoardState, phase: Item, way: 'left' | 'right'): void {
  const phases = state.document.phases();
  const other = phases[phases.indexOf(phase) + (way === 'left' ? -1 : 1)];
  if (!other) return;
  movePhase(state.session.editing, phase.key, way === 'left' ? { before: other.key } : { after: other.key });
  arrived(state, phase.address, m.board_moved());
}

function shiftStep(state: BoardState, step: Item, way: 'left' | 'right', along: readonly Item[]): void {
  const { document } = state;
  const { editing } = state.session;
  const by = way === 'left' ? -1 : 1;
  const home = step.place[0] ?? '';
  const mates = document.stepsOf(home);
  const beside = mates[mates.indexOf(step) + by];
  if (beside && along.includes(beside)) return; // it stands at the edge already, and so does this one
  if (beside) return void moveStep(editing, step.key, way === 'left' ? { before: beside.key } : { after: beside.key });
  const phases = document.phases();
  const phase = phases[phases.findIndex(({ key }) => key === home) + by];
  if (!phase) return;
  const first = document.stepsOf(phase.key)[0];
  moveStep(editing, step.key, way === 'right' && first ? { phase: phase.key, before: first.key } : { phase: phase.key });
}

/** Alt with up or down: the cards go one place up or down, and on into the next row. On a lane's head the lane does. */
export function moveUpright(state: BoardState, way: 'up' | 'down'): void {
  const spot = state.focus;
  if (!spot) return;
  if (spot.column === LANE_HEAD) return shiftLane(state, spot.row, way);
  if (spot.card === null) return;
  const mates = state.cardsAt(spot.row, spot.column).map(({ key }) => key);
  const beside = mates[mates.indexOf(spot.card) + (way === 'up' ? -1 : 1)];
  if (!beside || cardsMeant(state).length > 1) return moveToCell(state, way);
  moveCard(state.session.editing, spot.card, way === 'up' ? { before: beside } : { after: beside });
  arrived(state, `cards/${spot.card}`, m.board_moved());
}

/** The cards that are meant: those chosen, else the focused one. */
function cardsMeant(state: BoardState): Item[] {
  return state.chosen.flatMap((address) => (address.startsWith('cards/') ? (state.document.at(address) ?? []) : []));
}

/** The chosen cards go to the cells beside their own; when one of them can't, all stay. */
export function moveToCell(state: BoardState, way: Way): void {
  const spot = state.focus;
  const cards = cardsMeant(state);
  if (!spot?.card || cards.length === 0) return;
  const goals = cards.map((card) => cellBeside(state, card, way));
  if (goals.some((goal) => goal === null)) return;
  const { picked, anchor } = state;
  state.session.editing.run('move-card', () => {
    cards.forEach((card, at) => {
      const to = goals[at] as { step: Key; lane: Key };
      const first = way === 'down' ? state.document.cards(to.step, to.lane).find((each) => !cards.includes(each)) : undefined;
      moveCard(state.session.editing, card.key, { ...to, ...(first ? { before: first.key } : {}) });
    });
  });
  const there = state.spotOf(`cards/${spot.card}`);
  if (!there) return;
  state.go(there);
  [state.picked, state.anchor] = [cards.length > 1 ? picked : [], anchor && null];
  state.say(m.board_moved_to({ place: placeAt(state, there.row, there.column) }));
}

function cellBeside(state: BoardState, card: Item, way: Way): { step: Key; lane: Key } | null {
  const [step = '', lane = ''] = card.place;
  const by = way === 'left' || way === 'up' ? -1 : 1;
  if (way === 'left' || way === 'right') {
    const steps = state.document.steps().map(({ key }) => key);
    const to = steps[steps.indexOf(step) + by];
    return to === undefined ? null : { step: to, lane };
  }
  const rows = state.rows.filter((row) => holdsCards(row) && !state.foldedLanes.has(row.key)).map(({ key }) => key);
  const to = rows[rows.indexOf(lane) + by];
  return to === undefined ? null : { step, lane: to };
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
  if (spot) state.go(spot);
  state.say(words);
}

/** Let the card reach one step further, or one step less far. */
export function reach(state: BoardState, way: 'left' | 'right'): void {
  const card = state.focus?.card ? state.document.item('cards', state.focus.card) : undefined;
  if (!card) return;
  const steps = state.document.steps().map(({ key }) => key);
  const own = steps.indexOf(card.place[0] ?? '');
  const end = Math.max(own, steps.indexOf(String(card.value('until') ?? ''))) + (way === 'right' ? 1 : -1);
  const until = steps[end];
  if (until === undefined || end < own) return;
  span(state.session.editing, card.key, until);
  // it is drawn anew in a track of its own, or in its cell: the keyboard goes along
  if (state.focus) state.reveal(state.focus, true);
  state.say(m.board_reaches({ number: end + 1 }));
}

/** The chosen cards a second time; on steps, the steps with their cards. */
export function duplicate(state: BoardState): void {
  const { editing } = state.session;
  const items = state.chosen.flatMap((address) => state.document.at(address) ?? []);
  const made: string[] = [];
  editing.run('duplicate-card', () => {
    for (const item of items) {
      const key = item.collection === 'cards' ? cardTwice(state, item) : item.collection === 'steps' ? stepTwice(state, item) : null;
      if (key) made.push(`${item.collection}/${key}`);
    }
  });
  const last = made.at(-1);
  if (!last) return;
  const { focus } = state;
  const spot = state.spotOf(last);
  if (spot) state.go(focus && last.startsWith('steps/') ? { ...spot, row: focus.row } : spot);
  if (made.length > 1) state.picked = made;
}

function cardTwice(state: BoardState, card: Item): Key | null {
  const made = duplicateCard(state.session.editing, card.key);
  return made.ok ? made.key : null;
}

const PLAIN = ['basis', 'moment_of_truth', 'desired', 'actual', 'time.work', 'time.wait', 'time.standard', 'time.tolerance'];

function stepTwice(state: BoardState, step: Item): Key | null {
  const { editing } = state.session;
  const made = addStep(editing, { after: step.key });
  if (!made.ok) return null;
  const address = `steps/${made.key}`;
  for (const field of textFields('steps')) {
    for (const language of new Set([state.document.own, ...step.languages(field)])) {
      const text = step.textIn(field, language);
      if (text) setText(editing, address, field, text, language);
    }
  }
  for (const field of PLAIN) {
    const value = step.value(field);
    if (value !== undefined) setField(editing, address, field, value);
  }
  for (const { persona, level } of step.feelings()) setFeeling(editing, made.key, persona, level);
  for (const card of state.document.items('cards')) {
    if (card.place[0] === step.key) duplicateCard(editing, card.key, { step: made.key });
  }
  return made.key;
}
