import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import { caps, type Entry } from './entries';
import Palette from './Palette.svelte';

// typing letter by letter into a whole panel takes its time on a busy machine
vi.setConfig({ testTimeout: 30_000 });

beforeAll(() => {
  // jsdom knows the element, but not how to open it
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
  Element.prototype.scrollIntoView ??= () => undefined;
});

function entry(label: string, run = vi.fn(), more: Partial<Entry> = {}): Entry {
  return { id: label, label, keys: [], group: 'Commands', run, ...more };
}

test('typing narrows, arrows walk in a ring, Enter runs the chosen one after closing', async () => {
  const ran = vi.fn();
  const closed = vi.fn(() => expect(ran).not.toHaveBeenCalled());
  const actions = [entry('Insert a step before'), entry('Insert a step after', ran), entry('Export')];
  render(Palette, { actions, places: () => [], onclose: closed });
  await userEvent.type(screen.getByRole('combobox'), 'step');
  expect(screen.getAllByRole('option').map((option) => option.querySelector('.truncate')?.textContent)).toEqual([
    'Insert a step after',
    'Insert a step before',
  ]);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{Enter}');
  expect(closed).toHaveBeenCalledOnce();
  expect(ran).toHaveBeenCalledOnce();
});

test('the chosen option is told to screen readers', async () => {
  render(Palette, { actions: [entry('One'), entry('Two')], places: () => [], onclose: () => undefined });
  await userEvent.type(screen.getByRole('combobox'), '{ArrowDown}');
  const id = screen.getByRole('combobox').getAttribute('aria-activedescendant');
  expect(document.getElementById(id!)?.textContent).toContain('Two');
});

test('elements are looked up only when something is typed', async () => {
  const places = vi.fn(() => [entry('Classifies the call', vi.fn(), { group: 'Card', aside: 'Back stage' })]);
  render(Palette, { actions: [entry('Export')], places, onclose: () => undefined });
  expect(places).not.toHaveBeenCalled();
  await userEvent.type(screen.getByRole('combobox'), 'back stage');
  expect(screen.getByRole('option', { name: /Classifies/ })).toBeTruthy();
});

test('nothing found is said', async () => {
  render(Palette, { actions: [entry('Export')], places: () => [], onclose: () => undefined });
  await userEvent.type(screen.getByRole('combobox'), 'qqqq{Enter}');
  expect(screen.getByRole('option').textContent).toBe('Nothing found');
});

test('keys are named as on the keyboard at hand', () => {
  expect(caps('Mod+Alt+ArrowLeft', true)).toEqual(['⌘', '⌥', '←']);
  expect(caps('Mod+Alt+ArrowLeft', false)).toEqual(['Ctrl', 'Alt', '←']);
  expect(caps('Shift++', false)).toEqual(['Shift', '+']);
  expect(caps('m', false)).toEqual(['M']);
});
