import { expect, test } from 'vitest';
import { BEGINNING, after, unsavedIn, whyFor, wordFor, type Saving, type SavingEvent } from './saving';

function told(...events: SavingEvent[]): Saving {
  return events.reduce(after, BEGINNING);
}

const UP: SavingEvent[] = [{ type: 'opening' }, { type: 'hello', may: 'edit' }, { type: 'joined' }];

test('a document that comes from the server is saved once both have met', () => {
  expect(wordFor(told())).toBe('loading');
  expect(wordFor(told({ type: 'opening' }, { type: 'hello', may: 'edit' }))).toBe('loading');
  expect(wordFor(told(...UP))).toBe('saved');
});

test('a change is saved when the frame that carries it is acknowledged, and not before', () => {
  const sent = told(...UP, { type: 'changed' }, { type: 'sent', n: 1, made: 1 });
  expect([wordFor(sent), unsavedIn(sent)]).toEqual(['saving', 1]);
  expect(wordFor(after(sent, { type: 'acknowledged', n: 0 }))).toBe('saving');
  expect(wordFor(after(sent, { type: 'acknowledged', n: 1 }))).toBe('saved');
  const more = after(after(sent, { type: 'changed' }), { type: 'acknowledged', n: 1 });
  expect([wordFor(more), unsavedIn(more)]).toEqual(['saving', 1]);
});

test('an acknowledgement for another connection counts for nothing', () => {
  const again = told(...UP, { type: 'changed' }, { type: 'sent', n: 1, made: 1 }, { type: 'closed' }, { type: 'acknowledged', n: 1 });
  expect([wordFor(again), unsavedIn(again)]).toEqual(['offline', 1]);
});

test('what was kept on the device is not saved until the server says so', () => {
  const kept = told({ type: 'loaded', unsaved: 3 });
  expect([wordFor(kept), unsavedIn(kept)]).toEqual(['offline', 3]);
  const met = [...UP, { type: 'sent', n: 1, made: 3 } as const].reduce(after, kept);
  expect(wordFor(met)).toBe('saving');
  expect(wordFor(after(met, { type: 'acknowledged', n: 1 }))).toBe('saved');
});

test('trouble is said with its reason, and is over when the server can save again', () => {
  const full = told(...UP, { type: 'changed' }, { type: 'cannot-save', why: 'disk-full' });
  expect([wordFor(full), whyFor(full)]).toEqual(['cannot-save', 'disk-full']);
  expect(wordFor(after(full, { type: 'can-save' }))).toBe('saving');
  const large = told(...UP, { type: 'changed' }, { type: 'sent', n: 1, made: 1 }, { type: 'refused', n: 1, why: 'too-large' });
  expect([wordFor(large), whyFor(large)]).toEqual(['cannot-save', 'too-large']);
  expect(wordFor(after(large, { type: 'acknowledged', n: 1 }))).toBe('cannot-save');
  const fast = told(...UP, { type: 'changed' }, { type: 'sent', n: 1, made: 1 }, { type: 'refused', n: 1, why: 'too-fast' });
  expect([wordFor(fast), unsavedIn(fast)]).toEqual(['saving', 1]);
});

test('trouble is not over while a part of the changes is still open', () => {
  const two: SavingEvent[] = [{ type: 'changed' }, { type: 'sent', n: 1, made: 1 }, { type: 'changed' }, { type: 'sent', n: 2, made: 2 }];
  const full = told(...UP, ...two, { type: 'cannot-save', why: 'disk-full' }, { type: 'acknowledged', n: 1 });
  expect([wordFor(full), unsavedIn(full)]).toEqual(['cannot-save', 1]);
  expect(wordFor(after(full, { type: 'acknowledged', n: 2 }))).toBe('saved');
});

test('a device that can keep nothing matters only while the server is away', () => {
  const away = told({ type: 'loaded', unsaved: 0 }, { type: 'device-trouble', why: 'device-full' }, { type: 'changed' });
  expect([wordFor(away), whyFor(away)]).toEqual(['cannot-save', 'device-full']);
  const up = UP.reduce(after, away);
  expect([wordFor(up), whyFor(up)]).toEqual(['saving', undefined]);
  expect(wordFor(told({ type: 'loaded', unsaved: 0 }, { type: 'device-trouble', why: 'device-full' }))).toBe('offline');
});

test('who may only look reads; changes from before that are refused are not called saved', () => {
  const viewer = told({ type: 'opening' }, { type: 'hello', may: 'view' }, { type: 'joined' });
  expect(wordFor(viewer)).toBe('read-only');
  const demoted = told(...UP, { type: 'changed' }, { type: 'sent', n: 1, made: 1 }, { type: 'refused', n: 1, why: 'read-only' });
  expect([wordFor(demoted), whyFor(demoted)]).toEqual(['cannot-save', 'read-only']);
});

/** Everything that can happen, small: numbers up to 2. */
const EVENTS: readonly SavingEvent[] = [
  { type: 'loaded', unsaved: 0 },
  { type: 'loaded', unsaved: 1 },
  { type: 'opening' },
  { type: 'hello', may: 'edit' },
  { type: 'hello', may: 'view' },
  { type: 'joined' },
  { type: 'changed' },
  { type: 'acknowledged', n: 1 },
  { type: 'acknowledged', n: 2 },
  { type: 'refused', n: 1, why: 'read-only' },
  { type: 'refused', n: 1, why: 'too-large' },
  { type: 'refused', n: 1, why: 'too-fast' },
  { type: 'cannot-save', why: 'disk-full' },
  { type: 'can-save' },
  { type: 'device-trouble', why: 'device-full' },
  { type: 'device-trouble', why: null },
  { type: 'closed' },
  { type: 'gone', why: 'no-such-document' },
];

/** What the server truly has, told apart from the machine: every change by number, and those it acknowledged. */
interface World {
  saving: Saving;
  sent: number;
  made: number;
  safe: number;
  frames: { n: number; made: number }[];
}

function next(world: World, event: SavingEvent | 'send'): World | null {
  const { saving } = world;
  if (event === 'send') {
    if (saving.link === 'down' || world.sent >= 2) return null;
    const n = world.sent + 1;
    return {
      ...world,
      sent: n,
      frames: [...world.frames, { n, made: world.made }],
      saving: after(saving, { type: 'sent', n, made: world.made }),
    };
  }
  const now = after(saving, event);
  if (event.type === 'changed') return world.made >= 2 ? null : { ...world, made: world.made + 1, saving: now };
  if (event.type === 'loaded') return saving.loaded || world.made ? null : { ...world, made: event.unsaved, saving: now };
  if (event.type === 'acknowledged') {
    const covered = world.frames.filter((frame) => frame.n <= event.n).map((frame) => frame.made);
    return { ...world, saving: now, safe: Math.max(world.safe, ...covered), frames: world.frames.filter((frame) => frame.n > event.n) };
  }
  const ends = event.type === 'opening' || event.type === 'closed' || event.type === 'gone' || event.type === 'refused';
  return { ...world, saving: now, ...(ends && { frames: [] }), ...(event.type === 'opening' && { sent: 0 }) };
}

/** What is not honest about the word in a state. */
function lies({ saving, made, safe }: World): string[] {
  const word = wordFor(saving);
  const found: string[] = [];
  const must = (holds: boolean, what: string): void => void (holds || found.push(what));
  const all = made === safe;
  if (word === 'saved') must(all && saving.link === 'up' && saving.loaded && saving.trouble === null, 'saved, and it is not');
  if (word === 'read-only') must(all && saving.link === 'up', 'only reading, with something unsaved');
  if (word === 'saving') must(!all && saving.link === 'up', 'saving, with nothing to save or no connection');
  if (word === 'offline') must(saving.link !== 'up', 'offline, with a connection');
  must(unsavedIn(saving) === made - safe, 'another number of unsaved changes');
  must((word === 'cannot-save' || word === 'gone') === (whyFor(saving) !== undefined), 'a reason too many, or none');
  must((word === 'gone') === (saving.gone !== null), 'gone or not');
  must(saving.gone !== null || saving.loaded === (word !== 'loading'), 'loading or not');
  return found;
}

test('in every state that can be reached the word is honest', { timeout: 60_000 }, () => {
  const first: World = { saving: BEGINNING, sent: 0, made: 0, safe: 0, frames: [] };
  const seen = new Set([JSON.stringify(first)]);
  const todo = [first];
  const words = new Set<string>();
  for (let world = todo.pop(); world; world = todo.pop()) {
    for (const event of ['send', ...EVENTS] as const) {
      const found = next(world, event);
      const name = found && JSON.stringify(found);
      if (!found || !name || seen.has(name)) continue;
      seen.add(name);
      todo.push(found);
      words.add(wordFor(found.saving));
      const wrong = lies(found);
      if (wrong.length) expect.fail(`${wrong.join('; ')}: ${name} after ${JSON.stringify(event)}`);
    }
  }
  expect(seen.size).toBeGreaterThan(4500);
  expect([...words].sort()).toEqual(['cannot-save', 'gone', 'loading', 'offline', 'read-only', 'saved', 'saving']);
});
