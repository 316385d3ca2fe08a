import { cleanup, render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Board from './Board.svelte';
import type { BoardState } from './state.svelte';
import { at, trialBoard } from './testing';

beforeEach(() => {
  class Observer {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('ResizeObserver', Observer);
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.spyOn(console, 'warn').mockReturnValue(undefined); // nothing scrolls without a layout, and dragging says so
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A board on the screen, with the keyboard on one of its places. */
async function shown(name: string): Promise<{ board: BoardState; user: ReturnType<typeof userEvent.setup> }> {
  const board = trialBoard();
  render(Board, { board });
  await tick();
  await tick();
  document.getElementById(name)?.focus();
  return { board, user: userEvent.setup() };
}

test('keys do their commands on a card that has the keyboard', async () => {
  const { board, user } = await shown('frontstage|calls|answer');
  expect(at(board)).toBe('frontstage|calls|answer');
  await user.keyboard('f');
  expect(board.document.marksOn('cards/answer').map(({ place }) => place[1])).toEqual(['fail']);
  await user.keyboard('{Delete}');
  expect(board.document.item('cards', 'answer')).toBeUndefined();
});

test('in a text none of them does: letters write, and the rest is the text’s own', async () => {
  const { board, user } = await shown('frontstage|calls|answer');
  await user.keyboard('{Enter}');
  await tick();
  const text = document.activeElement;
  expect(text?.tagName).toBe('TEXTAREA');
  await user.keyboard('mfwl1?');
  expect(board.document.item('cards', 'answer')?.text('does')).toBe('Answers the callmfwl1?');
  await user.keyboard('{Backspace>6/}{Control>}d{/Control}{Alt>}{ArrowLeft}{/Alt}{Home}{Delete}{End}');
  expect(board.document.item('cards', 'answer')?.text('does')).toBe('nswers the call');
  expect(document.activeElement).toBe(text);
  expect([board.document.items('cards').length, board.document.marksOn('cards/answer'), at(board)]).toEqual([
    5,
    [],
    'frontstage|calls|answer',
  ]);
  expect(board.document.steps().map(({ key }) => key)).toEqual(['notices', 'calls', 'waits', 'works']);
});

test('a letter on an empty cell is the first of its card', async () => {
  const { board, user } = await shown('frontstage|notices|');
  await user.keyboard('Hears a beep{Enter}');
  expect(board.document.cards('notices', 'frontstage').map((card) => card.text('does'))).toEqual(['Hears a beep']);
  expect(board.typing).toBeNull();
});
