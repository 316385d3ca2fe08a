/** What the pointer does on the board, heard once for the whole of it: choosing, typing, adding. */

import { LANE_HEAD, spotNamed, type Spot } from '../board/spot';
import type { BoardState } from '../board/state.svelte';
import { begin, insertBeside, insertLane, insertPhase, startCard } from './doing';
import { finishLink } from './linking';
import { between } from './moving';

/** The place an event happened at. */
export function spotAt(target: EventTarget | null): Spot | null {
  return spotNamed(target instanceof Element ? target.closest('[data-spot]')?.id : undefined);
}

/** `linkAt` gives the address of the link that runs past a point of the window. */
export function clicked(state: BoardState, event: MouseEvent, linkAt: (x: number, y: number) => string = () => ''): void {
  const target = event.target as Element;
  if (target.closest('textarea, input, [data-handle]')) return;
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
  } else {
    state.go(spot);
    const link = target.closest('.card, .does') ? '' : linkAt(event.clientX, event.clientY);
    if (link) state.picked = [link];
  }
}

function added(state: BoardState, what: string, spot: Spot): void {
  state.go(spot, false);
  if (what === 'card') startCard(state, {});
  else if (what === 'step') insertBeside(state, 'left');
  else if (what === 'phase') insertPhase(state, state.column(spot.column)?.phase?.key);
  else if (what === 'lane') insertLane(state);
}

export function doubleClicked(state: BoardState, event: MouseEvent): void {
  const target = event.target as Element;
  if (target.closest('textarea, input, button')) return;
  const spot = spotAt(target);
  if (!spot) return;
  event.preventDefault();
  state.go(spot, false);
  // beside the cards of a cell, another one begins
  const beside = spot.card === null && spot.column !== LANE_HEAD && state.cardsAt(spot.row, spot.column).length > 0;
  if (beside && state.row(spot.row)?.role !== 'customer') startCard(state, {});
  else begin(state);
}
