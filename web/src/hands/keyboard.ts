/** Keys on the board: commands, going about, and typing that begins something. */

import type { BoardState } from '../grid/state.svelte';
import { COMMANDS, type Command } from './commands';
import { begin, finishLink } from './doing';
import { between, edge, firstSpot, next, type Way } from './moving';

const WAYS: Record<string, Way> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const MAC = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform);

/** A pressed key as commands write it: `Mod+Alt+ArrowLeft`, `m`, `Shift+Digit1`. */
export function keyOf(event: KeyboardEvent): string {
  const mod = MAC ? event.metaKey : event.ctrlKey;
  const digit = event.shiftKey && !mod && !event.altKey && /^Digit\d$/.test(event.code);
  const key = digit ? event.code : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const named = event.key.length > 1 || mod || digit;
  return [mod ? 'Mod' : '', event.altKey ? 'Alt' : '', event.shiftKey && named ? 'Shift' : '', key].filter(Boolean).join('+');
}

/** The command that a key means here. Single letters only where something stands that they can speak of. */
export function commandFor(state: BoardState, key: string): Command | undefined {
  const single = key.length === 1;
  if (single && (!state.letters || state.chosen.length === 0)) return undefined;
  return COMMANDS.find((command) => command.keys.includes(key) && command.when(state));
}

/** What a pressed key does on the board; true when it did something. */
export function pressed(state: BoardState, event: KeyboardEvent): boolean {
  if (event.isComposing || event.defaultPrevented) return false;
  const key = keyOf(event);
  if (key === 'Escape') return escape(state);
  if (state.linking !== null && key === 'Enter') return linked(state);
  const command = commandFor(state, key);
  if (command) {
    command.run(state);
    return true;
  }
  if (went(state, event)) return true;
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.key === ' ') return false;
  if (event.key === '?' || !state.focus || !state.mayEdit) return false;
  begin(state, event.key);
  return state.typing !== null;
}

function escape(state: BoardState): boolean {
  const busy = state.linking !== null || state.picked.length > 0 || state.anchor !== null;
  state.linking = null;
  state.picked = [];
  state.anchor = null;
  return busy;
}

function linked(state: BoardState): boolean {
  const target = state.chosen[0];
  if (target) finishLink(state, target);
  return true;
}

function went(state: BoardState, event: KeyboardEvent): boolean {
  if (event.altKey) return false;
  const mod = event.ctrlKey || event.metaKey;
  const from = state.focus ?? firstSpot(state);
  if (!from) return false;
  if (event.key === 'Home' || event.key === 'End') {
    state.go(edge(state, from, event.key === 'End', mod));
    return true;
  }
  if (event.key === 'Tab' || mod) return false;
  const way = WAYS[event.key];
  if (!way) return false;
  const to = next(state, from, way);
  if (!to) return true;
  if (event.shiftKey) {
    const anchor = state.anchor ?? from;
    state.go(to);
    state.anchor = anchor;
    state.picked = between(state, anchor, to);
  } else state.go(to);
  return true;
}
