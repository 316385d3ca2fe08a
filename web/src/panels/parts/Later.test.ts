import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import Later from './Later.svelte';
import { toasts } from './toasts.svelte';

const words = createRawSnippet<[string]>((said) => ({ render: () => `<p>${said()}</p>` }));

test('shows what was fetched', async () => {
  render(Later<string>, { load: () => Promise.resolve('Here it is'), onclose: () => undefined, children: words });
  expect(await screen.findByText('Here it is')).toBeTruthy();
});

test('a panel that is called off does not come after all', async () => {
  const closed = vi.fn();
  let come: (said: string) => void = () => undefined;
  const { unmount } = render(Later<string>, {
    load: () => new Promise<string>((resolve) => (come = resolve)),
    onclose: closed,
    children: words,
  });
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(closed).toHaveBeenCalledOnce();
  unmount();
  come('Too late');
  await Promise.resolve();
  expect(screen.queryByText('Too late')).toBeNull();
});

test('a panel that can’t be fetched is said, and the board has the keyboard again', async () => {
  const closed = vi.fn();
  const say = vi.spyOn(toasts, 'say');
  render(Later<string>, { load: () => Promise.reject(new Error('away')), onclose: closed, children: words });
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(say.mock.calls[0]?.[0]).toContain('Your blueprint is safe');
});
