import { afterEach, expect, test, vi } from 'vitest';
import { api, fileName, query } from './api';
import { Problem, sentenceOf } from './problem';

afterEach(() => vi.unstubAllGlobals());

function answering(status: number, body: unknown, headers: Record<string, string> = {}): ReturnType<typeof vi.fn> {
  const fetched = vi.fn(() => Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

test('what is empty is not asked', () => {
  expect(query({ search: '', after: null, limit: 24 })).toBe('?limit=24');
  expect(query({})).toBe('');
});

test('ids go into the path as one part', async () => {
  const fetched = answering(200, { items: [], next: null });
  await api.history('a/b', 'x y');
  expect(fetched.mock.calls[0]![0]).toBe('/api/documents/a%2Fb/history?after=x+y');
});

test('a refusal is said in the words of the server', async () => {
  answering(412, { title: 'Somebody changed it', detail: 'Somebody changed it', hint: 'Read it again', code: 'stale', trace: '7' });
  const problem: unknown = await api.describe('x').catch((trouble: unknown) => trouble);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ status: 412, code: 'stale', trace: '7' });
  expect(sentenceOf(problem)).toBe('Somebody changed it. Read it again.');
});

test('a page of a proxy gives a sentence too', async () => {
  answering(502, '<html>Bad gateway</html>');
  const problem: unknown = await api.visitor().catch((trouble: unknown) => trouble);
  expect(sentenceOf(problem)).toContain('Your work is safe');
});

test('no answer at all is said plainly', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.reject(new TypeError('failed'))),
  );
  const problem: unknown = await api.visitor().catch((trouble: unknown) => trouble);
  expect(sentenceOf(problem)).toContain('does not answer');
  expect(sentenceOf(new Error('a secret inside'))).not.toContain('secret');
});

test.each([
  [`attachment; filename="plain.svg"; filename*=UTF-8''caf%C3%A9.svg`, 'café.svg'],
  ['attachment; filename="plain.svg"', 'plain.svg'],
  [`attachment; filename*=UTF-8''%E0%A4%A; filename="plain.svg"`, 'plain.svg'],
  [null, 'otherwise'],
])('the name in %j', (header, name) => {
  expect(fileName(header, 'otherwise')).toBe(name);
});
