import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import App from './App.svelte';
import { tongue } from './language.svelte';
import { router } from './router.svelte';
import { guest } from './visitor.svelte';

// typing letter by letter into a whole panel takes its time on a busy machine
vi.setConfig({ testTimeout: 30_000 });

const ROW = {
  id: 'laptop', title: 'My laptop will not start', language: 'en', made_at: '', made_by: '', changed_at: '2020-01-01T00:00:00Z', changed_by: 'Noor',
  seq: 1, steps: 6, phases: 1, file: '/home/noor/it.blueprint.yaml', file_state: 'ok',
}; // prettier-ignore
const EXAMPLES = ['it-incident', 'passport'].map((name) => ({
  name, title: name === 'passport' ? 'Een nieuw paspoort' : 'An IT incident', service: '', scenario: '', languages: name === 'passport' ? ['nl'] : ['en', 'nl'], phases: 2, steps: 5, cards: 9,
})); // prettier-ignore

let asked: string[];
let documents: { items: (typeof ROW)[]; next: string | null };

function serve(status = 200): void {
  asked = [];
  vi.stubGlobal(
    'fetch',
    vi.fn((address: string, options: RequestInit) => {
      asked.push(`${options.method ?? 'GET'} ${address} ${typeof options.body === 'string' ? options.body : ''}`.trim());
      if (status !== 200) return status ? Promise.resolve(new Response('{}', { status })) : Promise.reject(new TypeError('no'));
      const path = address.split('?')[0]!;
      if (options.method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }));
      const answer: unknown = path.endsWith('/session')
        ? { who: { id: '1', name: '' }, may: 'edit', mode: 'serve', version: '0.2.0' }
        : path.endsWith('/examples')
          ? EXAMPLES
          : path.endsWith('/documents') && options.method === 'POST'
            ? { ...ROW, id: 'made' }
            : path.endsWith('/documents')
              ? documents
              : ROW;
      return Promise.resolve(new Response(JSON.stringify(answer)));
    }),
  );
}

beforeEach(() => {
  documents = { items: [ROW], next: null };
  localStorage.clear();
  tongue.start();
  tongue.choose('en');
  router.go('/');
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(() => vi.unstubAllGlobals());

test('the home screen shows what is here, how to begin, and examples', async () => {
  serve();
  await guest.start();
  render(App);
  expect(await screen.findByRole('link', { name: /My laptop will not start/ })).toBeTruthy();
  expect(screen.getByText('1 phase, 6 steps', { exact: false }).textContent).toContain('it.blueprint.yaml');
  expect(screen.getByText(/January 1, 2020 · Noor/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'New blueprint' })).toBeTruthy();
  expect(await screen.findByRole('button', { name: /An IT incident/ })).toBeTruthy();
});

test('with nothing here there is no empty list, only ways to begin', async () => {
  documents = { items: [], next: null };
  serve();
  await guest.start();
  render(App);
  await screen.findByRole('button', { name: /An IT incident/ });
  expect(screen.queryByRole('heading', { name: 'Your blueprints' })).toBeNull();
});

test('the language changes without a reload', async () => {
  serve();
  await guest.start();
  render(App);
  await screen.findByRole('button', { name: /An IT incident/ });
  tongue.choose('nl');
  expect(await screen.findByRole('heading', { name: 'Nieuwe blueprint' })).toBeTruthy();
  expect(document.documentElement.lang).toBe('nl');
  expect(localStorage.getItem('footlights.language')).toBe('nl');
});

test('searching asks the server, and says how many there are', async () => {
  serve();
  await guest.start();
  render(App);
  await userEvent.type(await screen.findByRole('searchbox'), 'lap');
  await vi.waitFor(() => expect(asked.some((each) => each.includes('search=lap'))).toBe(true));
  expect((await screen.findByText('1 found')).getAttribute('role')).toBe('status');
});

test('what is put away can be brought back', async () => {
  serve();
  // a document that is a file is taken away in its folder, and is not offered
  documents = { items: [{ ...ROW, file: '', file_state: '' }], next: null };
  await guest.start();
  render(App);
  await userEvent.click(await screen.findByRole('button', { name: 'More for My laptop will not start' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Put away' }));
  expect(screen.queryByRole('link', { name: /My laptop/ })).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(asked).toContain('DELETE /api/documents/laptop');
  expect(asked).toContain('POST /api/documents/laptop/revive');
  expect(await screen.findByRole('link', { name: /My laptop/ })).toBeTruthy();
});

test('more are fetched page by page', async () => {
  documents = { items: [ROW], next: 'p2' };
  serve();
  await guest.start();
  render(App);
  const more = await screen.findByRole('button', { name: 'Show more' });
  documents = { items: [{ ...ROW, id: 'second', title: 'The second' }], next: null };
  await userEvent.click(more);
  expect(await screen.findByRole('link', { name: /The second/ })).toBeTruthy();
  expect(screen.getByRole('link', { name: /My laptop/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('a stranger is told how to come in', async () => {
  serve(401);
  await guest.start();
  render(App);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('opens with its own link');
});

test('without a server the home screen says so and tries again', async () => {
  serve(0);
  await guest.start();
  render(App);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('does not answer');
  serve();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'New blueprint' })).toBeTruthy();
});

test('an address that leads nowhere is said plainly', async () => {
  serve();
  await guest.start();
  router.go('/no/such/page');
  render(App);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('nothing at this address');
});
