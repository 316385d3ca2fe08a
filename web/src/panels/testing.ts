/** A desk without a server and without a board, for trying panels on their own. */

import type { BoardState } from '../board';
import { addCard, addElement, addPhase, addStep, type UndoResult } from '../edits';
import { localSession, type Session } from '../session';
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

/** What the panels use of a board, without one. */
function standIn(session: Session, picked: readonly string[]): BoardState {
  const board = {
    picked,
    get chosen() {
      return board.picked;
    },
    matches: [] as readonly string[],
    goTo: () => undefined,
    onKept: (_: UndoResult): void => undefined,
    undo: () => board.onKept(session.editing.undo()),
    redo: () => board.onKept(session.editing.redo()),
  };
  return board as unknown as BoardState;
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
  const board = standIn(session, chosen);
  const server = {} as Server;
  const desk = new Desk('trial', session, board, server);
  return { desk, context: deskContext(desk), keys: { phase, step, second, card, persona, actor } };
}
