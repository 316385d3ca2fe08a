/** What the pointer does on the board, heard once for the whole of it: choosing, typing, adding, drawing links and spans. */

import type { BoardState, HeadRow, Spot } from '../grid/state.svelte';
import { addCard, addStep, span } from '../edits';
import { begin, finishLink } from './doing';
import { between } from './moving';

/** The place an event happened at. */
export function spotAt(target: EventTarget | null): Spot | null {
  const node = target instanceof Element ? target.closest<HTMLElement>('[data-spot]') : null;
  const [row, column, card] = (node?.dataset['spot'] ?? '').split('|');
  return row && column !== undefined ? { row: row as HeadRow, column, card: card || null } : null;
}

export function clicked(state: BoardState, event: MouseEvent): void {
  const target = event.target as Element;
  if (target.closest('textarea, input')) return;
  const add = target.closest<HTMLElement>('[data-add]');
  const spot = spotAt(target);
  if (!spot) return;
  if (add) return added(state, add.dataset['add'] ?? '', spot);
  if (target.closest('button')) return;
  const address = state.addressAt(spot);
  if (state.linking !== null && address) return finishLink(state, address);
  if (event.shiftKey && state.focus) {
    const anchor = state.anchor ?? state.focus;
    state.go(spot);
    state.anchor = anchor;
    state.picked = between(state, anchor, spot);
  } else if ((event.ctrlKey || event.metaKey) && address) {
    const chosen = state.chosen;
    state.go(spot);
    state.picked = chosen.includes(address) ? chosen.filter((each) => each !== address) : [...chosen, address];
  } else state.go(spot);
}

function added(state: BoardState, what: string, spot: Spot): void {
  const { editing } = state.session;
  state.go(spot, false);
  const column = state.column(spot.column);
  if (what === 'card' && column?.step) {
    const made = addCard(editing, { step: column.step.key, lane: spot.row });
    if (made.ok) {
      state.focus = { ...spot, card: made.key };
      state.type(`cards/${made.key}`, 'does', true);
    }
  } else if (what === 'step') {
    const made = addStep(editing, { phase: column?.phase?.key, ...(column?.step ? { before: column.step.key } : {}) });
    const customer = state.rows.find(({ role }) => role === 'customer');
    if (!made.ok) return;
    state.focus = { row: customer?.key ?? 'steps', column: made.key, card: null };
    state.type(`steps/${made.key}`, customer ? 'does' : 'title', true);
  }
}

export function doubleClicked(state: BoardState, event: MouseEvent): void {
  const target = event.target as Element;
  if (target.closest('textarea, input, button')) return;
  const spot = spotAt(target);
  if (!spot) return;
  event.preventDefault();
  state.go(spot, false);
  begin(state);
}

/** A drag that began on a card's handle: a link to another element, or how far the card reaches. True when it is one. */
export function handleGrabbed(state: BoardState, event: PointerEvent, board: HTMLElement, draw: (line: Drawn | null) => void): boolean {
  const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-handle]') : null;
  const from = handle?.closest<HTMLElement>('[data-address]');
  const address = from?.dataset['address'];
  if (!handle || !address || !state.mayEdit || event.button !== 0) return false;
  event.preventDefault();
  event.stopPropagation();
  const link = handle.dataset['handle'] === 'link';
  const box = handle.getBoundingClientRect();
  const start = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const at = (each: PointerEvent): HTMLElement | null => {
    const under = document.elementFromPoint(each.clientX, each.clientY);
    return under?.closest<HTMLElement>(link ? '[data-address^="cards/"], [data-address^="steps/"]' : '[data-spot]') ?? null;
  };
  const mark = (node: HTMLElement | null): void => {
    for (const old of board.querySelectorAll('[data-linking]')) delete (old as HTMLElement).dataset['linking'];
    if (node && node !== from) node.dataset['linking'] = '';
  };
  const move = (each: PointerEvent): void => {
    mark(link ? at(each) : null);
    draw({ from: start, to: { x: each.clientX, y: each.clientY }, kind: link ? 'link' : 'span' });
  };
  const drop = (each: PointerEvent): void => {
    window.removeEventListener('pointermove', move);
    draw(null);
    mark(null);
    const node = at(each);
    if (link && node?.dataset['address']) {
      state.linking = address;
      finishLink(state, node.dataset['address']);
    }
    const until = link ? null : spotAt(node);
    if (until && state.column(until.column)?.step) span(state.session.editing, address.slice('cards/'.length), until.column);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', drop, { once: true });
  return true;
}

/** A line that is being drawn, in the window's coordinates. */
export interface Drawn {
  readonly from: { x: number; y: number };
  readonly to: { x: number; y: number };
  readonly kind: 'link' | 'span';
}
