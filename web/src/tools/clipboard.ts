/** Cells out as a table, and tables in; our own cards with everything they say. */

import { parseDuration, splitAddress, type BoardDocument, type CollectionName, type Item, type Key, type Row } from '../document';
import {
  duplicateCard,
  gridText,
  hangingOn,
  moveCard,
  parseGrid,
  pasteGrid,
  planPaste,
  quieted,
  restore,
  type PastePlan,
  type PasteTarget,
} from '../edits';
import { holdsCards } from '../board/layout';
import { LANE_HEAD, type Spot } from '../board/spot';
import type { BoardState } from '../board/state.svelte';

export interface Pasting {
  readonly grid: readonly (readonly string[])[];
  readonly at: PasteTarget;
  readonly plan: PastePlan;
}

/** Our own cards on the clipboard: of which document, which they are, whether they were cut, and what went with them then. */
interface Carried {
  readonly document: string;
  readonly cards: readonly Key[];
  readonly cut: boolean;
  readonly hanging?: readonly string[];
}

const OURS = 'application/x-footlights-cards';

/** The chosen cells as a table: steps as columns, rows as lines. */
export function tableOf(state: BoardState): string[][] {
  const columns = state.columns.filter(({ kind }) => kind === 'step');
  const cards = state.chosen.filter((address) => address.startsWith('cards/'));
  if (!state.anchor && state.picked.length > 0 && cards.length === state.chosen.length) return cardTable(state, cards);
  const [one, other] = [state.focus, state.anchor ?? state.focus];
  const at = (spot: Spot | null): number => columns.findIndex(({ key }) => key === spot?.column);
  const level = (spot: Spot | null): number => state.rows.findIndex(({ key }) => key === spot?.row);
  const head = one?.row === 'steps' || one?.row === 'phases';
  const [left, right] = [Math.min(at(one), at(other)), Math.max(at(one), at(other))];
  const [top, bottom] = [Math.min(level(one), level(other)), Math.max(level(one), level(other))];
  const wide = left < 0 ? columns : columns.slice(left, right + 1);
  if (one && one.card !== null && !state.anchor) return [[state.document.item('cards', one.card)?.text('does') ?? '']];
  const rows = head && top < 0 ? state.rows.filter(({ role }) => role === 'customer') : state.rows.slice(Math.max(0, top), bottom + 1);
  return rows.map((row) => wide.map(({ step }) => (step ? written(state, row, step) : '')));
}

/** Cards chosen one by one, each at its own distance to the others. */
function cardTable(state: BoardState, addresses: readonly string[]): string[][] {
  const cards = addresses.flatMap((address) => state.document.at(address) ?? []);
  const columns = state.columns.filter(({ step }) => cards.some((card) => card.place[0] === step?.key));
  const rows = state.rows.filter(({ key }) => cards.some((card) => card.place[1] === key));
  const [first, last] = [columns[0], columns.at(-1)];
  const wide = state.columns.filter(({ x, step }) => step && first && last && x >= first.x && x <= last.x);
  return rows.map(({ key }) =>
    wide.map(({ step }) =>
      cards
        .filter((card) => card.place[0] === step?.key && card.place[1] === key)
        .map((card) => card.text('does'))
        .join('\n'),
    ),
  );
}

function written(state: BoardState, row: Row, step: Item): string {
  const levels = step.feelings().map(({ level }) => String(level));
  if (row.role === 'emotion') return levels.join(' / ');
  if (row.role === 'time') return String(step.value('time.work') ?? step.value('time.standard') ?? '');
  const cards = holdsCards(row) ? state.document.cards(step.key, row.key).map((card) => card.text('does')) : [];
  return (row.role === 'customer' ? [step.text('does'), ...cards] : cards).filter(Boolean).join('\n');
}

/** Put the chosen cells on the clipboard as text and as a table; true when there was something. */
export function copyOut(state: BoardState, event: ClipboardEvent, cut: boolean): boolean {
  const table = tableOf(state);
  if (!event.clipboardData || !state.focus || table.every((row) => row.every((cell) => cell === ''))) return false;
  const cards = state.chosen.filter((address) => address.startsWith('cards/')).map((address) => address.slice('cards/'.length));
  const hanging = cut ? hangingOn(state.document, state.chosen).map(({ address }) => address) : [];
  const carried: Carried = { document: state.session.id, cards, cut: cut && state.mayEdit, hanging };
  event.clipboardData.setData('text/plain', gridText(table));
  event.clipboardData.setData('text/html', htmlOf(table));
  if (cards.length > 0 && cards.length === state.chosen.length && onlyCards(state))
    event.clipboardData.setData(OURS, JSON.stringify(carried));
  event.preventDefault();
  return true;
}

/** Whether a rectangle that was drawn over the board holds cards only, and no words or feelings of steps. */
function onlyCards(state: BoardState): boolean {
  const rows = [state.focus, state.anchor].map((spot) => state.rows.findIndex(({ key }) => key === spot?.row)).filter((at) => at >= 0);
  const across = state.rows.slice(Math.min(...rows), Math.max(...rows) + 1);
  return !state.anchor || across.every((row) => holdsCards(row) && row.role !== 'customer');
}

function htmlOf(rows: readonly (readonly string[])[]): string {
  const table = document.createElement('table');
  for (const row of rows) {
    const line = table.insertRow();
    for (const cell of row) {
      const lines = quieted(cell)
        .split('\n')
        .flatMap((text, at) => (at ? [document.createElement('br'), text] : [text]));
      line.insertCell().append(...lines);
    }
  }
  return table.outerHTML;
}

/** Take in what is on the clipboard: our own cards and single cells at once; a table is given back, to be looked at first. */
export function pasteIn(state: BoardState, event: ClipboardEvent): Pasting | null {
  const data = event.clipboardData;
  const spot = state.focus;
  if (!data || !spot || !state.mayEdit || spot.column === LANE_HEAD) return null;
  event.preventDefault();
  const ours = carriedIn(data.getData(OURS));
  if (ours && ours.document === state.session.id && putCards(state, spot, ours)) return null;
  const grid = parseGrid({ text: data.getData('text/plain'), html: data.getData('text/html') });
  if (grid.length === 0) return null;
  const role = state.row(spot.row)?.role;
  const lane = spot.row === 'phases' || spot.row === 'steps' || (role === 'customer' && spot.card === null) ? 'steps' : spot.row;
  const at: PasteTarget = { step: state.column(spot.column)?.step?.key ?? null, lane, rows: rowsUnder(state, spot, grid) };
  if (grid.length > 1 || (grid[0]?.length ?? 0) > 1) return { grid, at, plan: planPaste(state.document, grid, at) };
  const made = pasteGrid(state.session.editing, grid, at);
  const card = made.ok ? made.keys[0] : undefined;
  if (card !== undefined) state.goTo(`cards/${card}`);
  return null;
}

/** The rows that the lines of a table go to, from the focused one down. Words are no feelings or times: they pass those rows by. */
function rowsUnder(state: BoardState, spot: Spot, grid: readonly (readonly string[])[]): Row[] {
  const role = state.row(spot.row)?.role;
  const customer = state.rows.findIndex((row) => row.role === 'customer');
  const own = spot.row === 'phases' || spot.row === 'steps' ? customer : state.rows.findIndex(({ key }) => key === spot.row);
  const below = state.rows.slice(own + 1);
  const found = role === 'customer' && spot.card === null ? [] : state.rows.slice(own, own + 1);
  for (const line of grid.slice(1)) {
    const fits = (row: Row): boolean => line.every((text) => text === '' || takes(row.role, text));
    const at = below.findIndex(fits);
    if (at >= 0) found.push(...below.splice(0, at + 1).slice(-1));
  }
  return own === customer && spot.card === null ? found.filter((row) => row.role !== 'customer') : found;
}

function takes(role: string, text: string): boolean {
  if (role === 'emotion') return /^[+\-\u2212]?[0-2](?:[.,]\d+)?$/.test(text);
  return role !== 'time' || parseDuration(text) !== null;
}

function carriedIn(text: string): Carried | null {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null && 'cards' in found && Array.isArray(found.cards) ? (found as Carried) : null;
  } catch {
    return null;
  }
}

/** Cards of this document to the focused cell, with all they say; several keep their distances. What was cut comes back there. */
function putCards(state: BoardState, spot: Spot, { cards, cut, hanging }: Carried): boolean {
  const { document, session } = state;
  const steps = document.steps().map(({ key }) => key);
  const lanes = state.rows.filter(holdsCards).map(({ key }) => key);
  const here = { step: steps.indexOf(state.column(spot.column)?.step?.key ?? ''), lane: lanes.indexOf(spot.row) };
  const items = cards.flatMap((key) => document.known('cards', key) ?? []);
  if (items.length === 0 || here.step < 0 || here.lane < 0) return false;
  const stepOf = (item: Item): number => steps.indexOf(item.place[0] ?? '');
  const laneOf = (item: Item): number => lanes.indexOf(item.place[1] ?? '');
  const [left, top] = [Math.min(...items.map(stepOf)), Math.min(...items.map(laneOf))];
  const made: string[] = [];
  session.editing.run('paste', () => {
    for (const item of items) {
      const step = steps[here.step + stepOf(item) - left];
      const lane = lanes[here.lane + laneOf(item) - top];
      if (step === undefined || lane === undefined) continue;
      if (cut && item.gone) {
        restore(session.editing, [item.address]);
        if (moveCard(session.editing, item.key, { step, lane }).ok) made.push(item.address);
      } else {
        const copy = duplicateCard(session.editing, item.key, { step, lane });
        if (copy.ok) made.push(`cards/${copy.key}`);
      }
    }
    if (cut && Array.isArray(hanging)) restore(session.editing, hanging.filter((address) => ended(document, String(address)))); // prettier-ignore
  });
  if (made[0]) state.goTo(made[0]);
  if (made.length > 1) state.picked = made;
  return made.length > 0;
}

/** Whether all that a mark, link or promise hangs on is there, now that cards came back. */
function ended(document: BoardDocument, address: string): boolean {
  const [collection, key] = splitAddress(address);
  const item = ['marks', 'links', 'promises'].includes(collection) ? document.known(collection as CollectionName, key) : undefined;
  const ends = item ? [...item.place, item.value('from'), item.value('to')].filter((end) => /^(steps|cards)\//.test(String(end))) : [];
  return ends.length > 0 && ends.every((end) => document.at(String(end)));
}
