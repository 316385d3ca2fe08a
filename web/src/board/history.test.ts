import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addCard, addStep, moveCard } from '../edits';
import type { BoardState } from './state.svelte';
import { keys, trialBoard } from './testing';

/** Begin a card by typing, as hands do: it is made, and the letters come one by one. */
function typed(board: BoardState, text: string): string {
  const { editing } = board.session;
  const made = addCard(editing, { step: 'works', lane: 'support' });
  if (!made.ok) throw new Error(made.why);
  const address = `cards/${made.key}`;
  board.type(address, 'does', true);
  more(board, address, text);
  return address;
}

function more(board: BoardState, address: string, text: string): void {
  const shared = board.document.at(address)?.ytext('does') as Y.Text;
  for (const letter of text) board.session.editing.type(shared, address, () => shared.insert(shared.length, letter));
}

const last = (board: BoardState): string[] => board.document.cards('works', 'support').map((card) => card.text('does'));

describe('what was begun by typing', () => {
  test('goes with its letters in one undo, and comes back with them in one redo', () => {
    const board = trialBoard();
    typed(board, 'Thanks');
    expect(last(board)).toEqual(['Thanks']);
    board.undo();
    expect(last(board)).toEqual([]);
    expect(board.session.editing.canUndo).toBe(false);
    board.redo();
    expect(last(board)).toEqual(['Thanks']);
    board.undo();
    expect(last(board)).toEqual([]);
  });

  test('stays while letters of an earlier run stay', () => {
    const board = trialBoard();
    const address = typed(board, 'Thanks');
    board.session.editing.pauseTyping();
    more(board, address, ' twice');
    expect(last(board)).toEqual(['Thanks twice']);
    board.undo();
    expect(last(board)).toEqual(['Thanks']);
    board.undo();
    expect(last(board)).toEqual([]);
  });

  test('letters in what was there before leave it standing, empty or not', () => {
    const board = trialBoard();
    const made = addCard(board.session.editing, { step: 'works', lane: 'support' });
    if (!made.ok) throw new Error(made.why);
    more(board, `cards/${made.key}`, 'Thanks');
    board.undo();
    expect(last(board)).toEqual(['']);
    board.undo();
    expect(last(board)).toEqual([]);
  });

  test('what was done in between is a step of undo of its own', () => {
    const board = trialBoard();
    const address = typed(board, 'Thanks');
    moveCard(board.session.editing, address.slice('cards/'.length), { step: 'notices', lane: 'support' });
    board.undo();
    expect(last(board)).toEqual(['Thanks']);
    board.undo();
    expect(last(board)).toEqual([]);
    board.redo();
    board.redo();
    expect(keys(board.document.cards('notices', 'support'))).toEqual([address.slice('cards/'.length)]);
  });

  test('and stays done when only the letters behind it are taken back', () => {
    const board = trialBoard();
    const address = typed(board, '');
    const key = address.slice('cards/'.length);
    moveCard(board.session.editing, key, { step: 'notices', lane: 'support' });
    more(board, address, 'Thanks');
    board.undo();
    expect([keys(board.document.cards('notices', 'support')), board.document.at(address)?.text('does')]).toEqual([[key], '']);
    board.undo();
    expect(keys(board.document.cards('works', 'support'))).toEqual([key]);
  });

  test('nothing to undo is said, and nothing happens', () => {
    const board = trialBoard();
    const before = keys(board.document.items('cards'));
    board.undo();
    board.redo();
    expect(keys(board.document.items('cards'))).toEqual(before);
  });

  test('a step that was begun and filled goes in one undo as well', () => {
    const board = trialBoard();
    const made = addStep(board.session.editing);
    if (!made.ok) throw new Error(made.why);
    board.type(`steps/${made.key}`, 'does', true);
    more(board, `steps/${made.key}`, 'Hangs up');
    board.undo();
    expect(keys(board.document.steps())).toEqual(['notices', 'calls', 'waits', 'works']);
    expect(board.typing).toBeNull();
  });
});
