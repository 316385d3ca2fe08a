/** The handles of a card: one draws a link to another element, one says how far the card reaches. */

import { span } from '../edits';
import { spotNamed } from '../board/spot';
import type { BoardState } from '../board/state.svelte';
import { finishLink } from './linking';

/** A line that is being drawn, in the window's coordinates. */
export interface Drawn {
  readonly from: { x: number; y: number };
  readonly to: { x: number; y: number };
}

/** A pointer pressed on a handle draws from there until it is let go; Escape gives up. True when it was on one. */
export function handleGrabbed(state: BoardState, event: PointerEvent, board: HTMLElement, draw: (line: Drawn | null) => void): boolean {
  const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-handle]') : null;
  const from = handle?.closest<HTMLElement>('[data-address]');
  const address = from?.dataset['address'];
  if (!handle || !address || !state.mayEdit || event.button !== 0) return false;
  event.preventDefault();
  event.stopPropagation();
  const links = handle.dataset['handle'] === 'link';
  const box = handle.getBoundingClientRect();
  const start = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const at = (each: PointerEvent): HTMLElement | null => {
    const under = document.elementFromPoint(each.clientX, each.clientY);
    return under?.closest<HTMLElement>(links ? '[data-address^="cards/"], [data-address^="steps/"]' : '[data-spot]') ?? null;
  };
  const mark = (node: HTMLElement | null): void => {
    for (const old of board.querySelectorAll<HTMLElement>('[data-target]')) delete old.dataset['target'];
    if (node && node !== from) node.dataset['target'] = '';
  };
  const move = (each: PointerEvent): void => {
    const node = at(each);
    mark(links || state.column(spotNamed(node?.id)?.column ?? '')?.step ? node : null);
    draw({ from: start, to: { x: each.clientX, y: each.clientY } });
  };
  const end = (): void => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', drop);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('keydown', escape, true);
    draw(null);
    mark(null);
  };
  const escape = (each: KeyboardEvent): void => {
    if (each.key !== 'Escape') return;
    each.preventDefault();
    each.stopPropagation();
    end();
  };
  const drop = (each: PointerEvent): void => {
    end();
    const node = at(each);
    if (links) linked(state, address, node?.dataset['address']);
    else reached(state, address.slice('cards/'.length), spotNamed(node?.id)?.column ?? '');
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', drop);
  window.addEventListener('pointercancel', end);
  window.addEventListener('keydown', escape, true);
  return true;
}

function linked(state: BoardState, from: string, to: string | undefined): void {
  if (to === undefined || to === from) return;
  state.linking = from;
  finishLink(state, to);
}

function reached(state: BoardState, card: string, column: string): void {
  const step = state.column(column)?.step;
  if (step) span(state.session.editing, card, step.key);
}
