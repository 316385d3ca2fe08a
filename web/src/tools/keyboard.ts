/** Keys on the board: commands, going about, and typing that begins something. */

import { flushSync } from 'svelte';
import type { BoardState } from '../board/state.svelte';
import { COMMANDS, type Command } from './commands';
import { begin, commit } from './doing';
import { finishLink } from './linking';
import { between, edge, firstSpot, next, type Way } from './moving';

const WAYS: Record<string, Way> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const MAC = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform);

/** A pressed key as commands write it: `Mod+Alt+ArrowLeft`, `m`, `Shift+Digit1`. */
export function keyOf(event: KeyboardEvent): string {
  const mod = MAC ? event.metaKey : event.ctrlKey;
  const digit = event.shiftKey && !mod && !event.altKey && /^Digit\d$/.test(event.code);
  const plain = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // with Alt, and on keyboards of other scripts, the key's place says which letter was meant
  const placed = mod || event.altKey ? /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() : undefined;
  const key = digit ? event.code : placed !== undefined && !/^[a-z]$/.test(plain) ? placed : plain;
  const named = event.key.length > 1 || mod || digit;
  return [mod ? 'Mod' : '', event.altKey ? 'Alt' : '', event.shiftKey && named ? 'Shift' : '', key].filter(Boolean).join('+');
}

/** Whether a key types something, or begins to: letters, signs, dead keys and input methods. */
function types(event: KeyboardEvent): boolean {
  if (event.isComposing || ['Dead', 'Process', 'Unidentified'].includes(event.key)) return !event.ctrlKey && !event.metaKey;
  if ([...event.key].length !== 1 || event.key === ' ') return false;
  return event.getModifierState('AltGraph') || (!event.ctrlKey && !event.metaKey && !event.altKey);
}

/** Whether nothing stands yet at the focus, so that letters write; elsewhere a single letter is a command. */
export function invites(state: BoardState): boolean {
  const spot = state.focus;
  if (!spot || !state.mayEdit || state.picked.length > 0) return false;
  const role = state.row(spot.row)?.role;
  if (role === 'emotion' || state.foldedLanes.has(spot.row)) return false;
  const address = state.addressAt(spot);
  if (address === '') return state.column(spot.column)?.kind !== 'folded';
  if (role === 'time' || address.startsWith('lanes/')) return false;
  const item = state.document.at(address);
  return item !== undefined && item.text(state.fieldAt(spot, address)) === '' && (spot.row !== 'steps' || item.text('does') === '');
}

/** The command that a key means here. Single letters only where they are on, and where something stands that they speak of. */
export function commandFor(state: BoardState, key: string): Command | undefined {
  const single = key.length === 1;
  if (single && (!state.letters || state.chosen.length === 0)) return undefined;
  return COMMANDS.find((command) => command.keys.includes(key) && command.when(state));
}

/** What a pressed key does on the board; true when it did something and the browser need do no more. */
export function pressed(state: BoardState, event: KeyboardEvent): boolean {
  if (event.defaultPrevented) return false;
  const key = keyOf(event);
  if (key === 'Escape') return escape(state);
  if (state.linking !== null && key === 'Enter') return linked(state);
  const writes = types(event) && event.key !== '?';
  if (writes && state.linking === null && invites(state)) return wrote(state, event.key);
  const command = commandFor(state, key);
  if (command) {
    command.run(state);
    return true;
  }
  if (went(state, event)) return true;
  return writes && !state.letters && state.linking === null && state.focus !== null && state.mayEdit ? wrote(state, event.key) : false;
}

/** The field is there before the letter is, which then lands in it as if it had been open: dead keys and input methods too. */
function wrote(state: BoardState, letter: string): boolean {
  begin(state, letter);
  flushSync();
  return state.typing === null && state.box !== null;
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
    const linking = state.linking;
    state.go(edge(state, from, event.key === 'End', mod));
    state.linking = linking;
    return true;
  }
  const way = WAYS[event.key];
  if (mod || !way) return false;
  const to = state.focus ? next(state, from, way) : from;
  if (!to) return true;
  if (event.shiftKey && state.linking === null) {
    const anchor = state.anchor ?? from;
    state.go(to);
    state.anchor = anchor;
    state.picked = between(state, anchor, to);
  } else state.go(to);
  return true;
}

/** What a key does while a text on the board is open; true when it is not the text's own. */
export function pressedTyping(state: BoardState, event: KeyboardEvent): boolean {
  if (event.isComposing) return false;
  const key = keyOf(event);
  if (key === 'Mod+z' || key === 'Mod+Shift+z' || key === 'Mod+y') {
    if (key === 'Mod+z') state.undo();
    else state.redo();
    return true;
  }
  if (key === 'Escape' || key === 'Enter' || key === 'F2') commit(state, 'stay');
  else if (key === 'Mod+Enter') commit(state, 'another');
  else if (key === 'Tab') commit(state, 'right');
  else if (key === 'Shift+Tab') commit(state, 'left');
  else return false;
  return true;
}
