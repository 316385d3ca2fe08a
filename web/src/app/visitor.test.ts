import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guest, tokenOf } from './visitor.svelte';

const SOMEBODY = { who: { id: '1', name: 'Noor' }, may: 'edit', mode: 'open', version: '0.2.0' };

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

function answering(status: number, body: unknown): ReturnType<typeof vi.fn> {
  const fetched = vi.fn((..._: unknown[]) => Promise.resolve(new Response(JSON.stringify(body), { status })));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

test('the token is behind the #', () => {
  expect(tokenOf('#token=abc')).toBe('abc');
  expect(tokenOf('#cards/answer')).toBeNull();
  expect(tokenOf('')).toBeNull();
});

test('the token becomes a cookie and leaves the address', async () => {
  history.replaceState(null, '', '/d/laptop?view=journey#token=secret');
  const fetched = answering(200, SOMEBODY);
  await guest.start();
  expect(fetched.mock.calls[0]).toMatchObject(['/api/session', { method: 'POST', body: '{"token":"secret"}' }]);
  expect(location.href).toMatch(/\/d\/laptop\?view=journey$/);
  expect(guest).toMatchObject({ state: 'here', may: 'edit', name: 'Noor' });
});

test('a wrong token is out of the address as well', async () => {
  history.replaceState(null, '', '/#token=wrong');
  answering(401, { title: 'No' });
  await guest.start();
  expect(location.hash).toBe('');
  expect(guest.state).toBe('stranger');
});

test('without a server the device is all there is', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.reject(new TypeError('failed'))),
  );
  await guest.start();
  expect(guest.state).toBe('alone');
});

test('a name is asked once and kept, even an empty answer', async () => {
  answering(200, SOMEBODY);
  await guest.start();
  expect(guest.asked).toBe(false);
  await guest.callMe('  Esra  ');
  expect(guest).toMatchObject({ asked: true, name: 'Esra' });
  localStorage.clear();
  await guest.callMe('');
  expect(guest.asked).toBe(true);
  expect(guest.name).toBe('Esra');
});
