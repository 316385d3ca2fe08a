/** Drawing a link by keys: from what has the focus, to where one goes next. */

import { addLink } from '../edits';
import { m } from '../generated/paraglide/messages.js';
import type { BoardState } from '../board/state.svelte';

/** Begin a link at what is chosen, or end the one that was begun. */
export function link(state: BoardState): void {
  const address = state.chosen.find((each) => /^(cards|steps)\//.test(each));
  if (!address) return;
  if (state.linking !== null) return finishLink(state, address);
  state.linking = address;
  state.say(m.board_linking());
}

export function finishLink(state: BoardState, target: string): void {
  const source = state.linking;
  state.linking = null;
  if (source === null || source === target || !/^(cards|steps)\//.test(target)) return;
  const made = addLink(state.session.editing, { source, target });
  state.say(made.ok ? m.board_linked() : m.board_not_linked());
}

/** Choose one of the links at the focus, and with every call the next: then it can be taken away, and the details speak of it. */
export function nextLink(state: BoardState): void {
  const address = state.focus && state.addressAt(state.focus);
  if (!address) return;
  const links = [...state.document.linksFrom(address), ...state.document.linksTo(address)];
  const at = links.findIndex((each) => state.picked.includes(each.address));
  const found = links[(at + 1) % Math.max(1, links.length)];
  if (!found) return state.say(m.board_no_link());
  state.picked = [found.address];
  const [from, to] = found.place.map((end) => state.document.at(end)?.text('does') ?? '');
  state.say(m.board_link_chosen({ from: from ?? '', to: to ?? '' }));
}
