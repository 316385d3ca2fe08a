import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signIn } from './sign-in';

const who = { who: { id: 'u1', name: 'Ann' }, may: 'edit', mode: 'open', version: '0.2.0' };
let asked: { url: string; method: string; body: unknown; address: string }[] = [];
let status = 200;

beforeEach(() => {
  asked = [];
  status = 200;
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    asked.push({ url, method: init.method ?? 'GET', body: init.body ? JSON.parse(String(init.body)) : null, address: location.href });
    return Promise.resolve({ status, ok: status < 400, json: () => Promise.resolve(who) });
  });
});

afterEach(() => {
  history.replaceState(null, '', '/');
  vi.unstubAllGlobals();
});

test('the token in the address is handed in once and is out of the address before anything is asked', async () => {
  history.replaceState(null, '', '/d/call?view=journey#token=s3cret&at=calls');
  expect(await signIn({ name: 'Ann' })).toEqual(who);
  expect(asked.map(({ url, method, body }) => [url, method, body])).toEqual([
    ['/api/session', 'POST', { token: 's3cret', name: 'Ann' }],
    ['/api/session', 'GET', null],
  ]);
  expect(asked[0]?.address).not.toContain('s3cret');
  expect(location.pathname + location.search + location.hash).toBe('/d/call?view=journey#at=calls');
});

test('without a token the server is asked who one is', async () => {
  expect(await signIn()).toEqual(who);
  expect(asked.map((each) => each.method)).toEqual(['GET']);
});

test('who is not known is null, and a server in trouble is said', async () => {
  status = 401;
  expect(await signIn()).toBeNull();
  status = 500;
  await expect(signIn()).rejects.toThrow('500');
});
