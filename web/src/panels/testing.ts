/** A desk without a server and without a board, for trying panels on their own. */

import { BoardState } from '../grid';
import { addCard, addElement, addPhase, addStep } from '../edits';
import { localSession } from '../session';
import { Desk, deskContext } from './desk.svelte';
import type { Server } from './server';

export interface Trial {
  desk: Desk;
  context: Map<unknown, unknown>;
  /** The keys of what stands on it. */
  keys: { phase: string; step: string; second: string; card: string; persona: string; actor: string };
}

function made(outcome: { ok: boolean }): string {
  if (!outcome.ok || !('key' in outcome) || typeof outcome.key !== 'string') throw new Error(JSON.stringify(outcome));
  return outcome.key;
}

/** A small blueprint: a phase with two steps, a card, a persona and an actor. */
export function trial(chosen: string[] = [], may: 'edit' | 'view' = 'edit'): Trial {
  const session = localSession({ name: 'Noor', may: 'edit' });
  const { editing } = session;
  const phase = made(addPhase(editing, { title: 'Report' }));
  const step = made(addStep(editing, { phase, does: 'Calls the service desk' }));
  const second = made(addStep(editing, { phase, does: 'Waits' }));
  const card = made(addCard(editing, { step, lane: 'frontstage', does: 'Answers' }));
  const persona = made(addElement(editing, 'personas', { title: 'Noor' }));
  const actor = made(addElement(editing, 'actors', { title: 'First line' }));
  if (may === 'view') session.editing.mayEdit = false;
  const board = new BoardState(session);
  board.picked = chosen;
  const server = {} as Server;
  const desk = new Desk('trial', session, board, server);
  return { desk, context: deskContext(desk), keys: { phase, step, second, card, persona, actor } };
}
