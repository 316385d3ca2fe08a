import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EarlyKeys } from './early-keys';

let board: HTMLButtonElement;
let field: HTMLInputElement;
const reached = vi.fn();

beforeEach(() => {
  board = document.body.appendChild(document.createElement('button'));
  field = document.body.appendChild(document.createElement('input'));
  field.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.addEventListener('keydown', reached);
  board.focus();
});

afterEach(() => {
  document.body.removeEventListener('keydown', reached);
  document.body.replaceChildren();
  reached.mockReset();
});

function press(...keys: string[]): boolean[] {
  return keys.map((key) =>
    (document.activeElement as Element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
  );
}

test('letters are kept for the field of the panel, and nothing reaches the board', () => {
  const keys = new EarlyKeys(() => undefined);
  expect(press('Shift', 'E', 'x', 'q', 'Backspace', 'p')).not.toContain(true);
  const heard = vi.fn();
  field.addEventListener('input', heard);
  field.focus();
  keys.give();
  expect(field.value).toBe('Exp');
  expect(heard).toHaveBeenCalled();
  expect(reached).not.toHaveBeenCalled();
});

test('Enter and arrows come after the letters, in their order', () => {
  const keys = new EarlyKeys(() => undefined);
  press('a', 'ArrowDown', 'Enter');
  const heard: string[] = [];
  field.addEventListener('keydown', (event) => heard.push(`${event.key} ${field.value}`));
  field.focus();
  keys.give();
  expect(heard).toEqual(['a ', 'ArrowDown a', 'Enter a']);
});

test('Escape calls the panel off, and the keys are the board’s again', () => {
  const called = vi.fn();
  const keys = new EarlyKeys(called);
  press('a', 'Escape');
  expect(called).toHaveBeenCalledOnce();
  expect(reached).not.toHaveBeenCalled();
  press('ArrowDown');
  expect(reached).toHaveBeenCalledOnce();
  keys.end();
});
