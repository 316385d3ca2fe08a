import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { BoundFile, SavingWord } from '../session';
import StateWord from './StateWord.svelte';

// typing letter by letter into a whole panel takes its time on a busy machine
vi.setConfig({ testTimeout: 30_000 });

function show(state: SavingWord, more: { unsaved?: number; why?: string; file?: BoundFile; retry?: () => void } = {}): void {
  render(StateWord, { session: { state, unsaved: 0, why: undefined, file: null, retry: () => undefined, ...more } });
}

test.each([
  ['loading', 'Opening'],
  ['saved', 'Saved'],
  ['saving', 'Saving'],
  ['offline', 'Offline, kept on this device'],
  ['cannot-save', 'Can’t save'],
  ['gone', 'Closed'],
  ['read-only', 'View only'],
] as const)('%s is said as %s', (state, word) => {
  show(state);
  expect(screen.getByRole('status').textContent).toBe(word);
});

test('how many changes wait is said, one by one', async () => {
  show('offline', { unsaved: 1 });
  await userEvent.click(screen.getByRole('button'));
  expect(screen.getByRole('dialog').textContent).toContain('1 change waits on this device');
});

test('why it cannot save is said, and one can try again', async () => {
  const retry = vi.fn();
  show('cannot-save', { why: 'disk-full', retry });
  await userEvent.click(screen.getByRole('button', { name: 'Can’t save' }));
  expect(screen.getByRole('dialog').textContent).toContain('disk is full');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledOnce();
});

test('a device that keeps nothing is not said to keep anything', async () => {
  show('cannot-save', { why: 'device-full' });
  await userEvent.click(screen.getByRole('button', { name: 'Can’t save' }));
  expect(screen.getByRole('dialog').textContent).toContain('only while this page is open');
  expect(screen.getByRole('dialog').textContent).not.toContain('kept on this device meanwhile');
});

test('a conflict in the file is said even when all is saved, with what to do', async () => {
  show('saved', { file: { state: 'conflict', where: 'it.conflict-20270301-101500.blueprint.yaml' } });
  expect(screen.getByRole('status').textContent).toBe('Two versions of the file');
  await userEvent.click(screen.getByRole('button'));
  expect(screen.getByRole('dialog').textContent).toContain('it.conflict-20270301-101500.blueprint.yaml');
});

test('a file that cannot be read is said with the reason', async () => {
  show('saved', { file: { state: 'unreadable', why: 'Line 4: a quote is never closed.' } });
  await userEvent.click(screen.getByRole('button', { name: 'File can’t be read' }));
  expect(screen.getByRole('dialog').textContent).toContain('Line 4');
});

test('Escape closes the explanation and gives the focus back', async () => {
  show('saved');
  const button = screen.getByRole('button');
  await userEvent.click(button);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});
