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
  const says = { en: 'A quote is never closed.', nl: 'Een aanhalingsteken wordt nooit gesloten.' };
  show('saved', { file: { state: 'unreadable', why: 'faulty', where: 'it.blueprint.yaml:4:1', says } });
  await userEvent.click(screen.getByRole('button', { name: 'File can’t be read' }));
  expect(screen.getByRole('dialog').textContent).toContain('it.blueprint.yaml:4:1: A quote is never closed.');
});

test.each([
  ['gone', 'File is gone', 'a new file in that place'],
  ['folder-gone', 'File is gone', 'put the folder back'],
  ['read-only', 'File can’t be written', 'may be read, but not written'],
  ['not-written', 'File can’t be written', 'the disk has room'],
])('a file that is %s is said, with what is safe', async (why, word, about) => {
  show('saved', { file: { state: 'unreadable', why } });
  await userEvent.click(screen.getByRole('button', { name: word }));
  expect(screen.getByRole('dialog').textContent).toContain(about);
  expect(screen.getByRole('dialog').textContent).toContain('What you type is kept');
});

test('comments that could not be kept are told apart from two versions', async () => {
  show('saved', { file: { state: 'conflict', why: 'comments-lost', where: 'it.conflict-1.blueprint.yaml' } });
  await userEvent.click(screen.getByRole('button'));
  expect(screen.getByRole('dialog').textContent).toContain('comments in the file');
});

test('Escape closes the explanation and gives the focus back', async () => {
  show('saved');
  const button = screen.getByRole('button');
  await userEvent.click(button);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});
