import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { sampleDoc } from '../document/sample';
import { addCard, setField, setText } from '../edits';
import { connect, localSession, type Session } from '.';
import { Device, deviceName } from './device';
import { FakeServer } from './fake-server';

let server: FakeServer;
let name = '';
let number = 0;
const open: Session[] = [];

beforeEach(() => {
  server = new FakeServer(sampleDoc());
  name = `doc-${number++}`;
  vi.spyOn(Math, 'random').mockReturnValue(0);
  vi.stubGlobal('fetch', () => Promise.resolve({ status: 200 }));
});

afterEach(() => {
  open.splice(0).forEach((session) => session.close());
  vi.unstubAllGlobals();
});

function join(id = name): Session {
  const session = connect(id, { name: 'Ann', open: server.open });
  open.push(session);
  return session;
}

function leave(session: Session): void {
  open.splice(open.indexOf(session), 1);
  session.close();
}

const comes = (session: Session, word: string, unsaved?: number): Promise<void> =>
  vi.waitFor(() => expect([session.state, unsaved === undefined ? undefined : session.unsaved]).toEqual([word, unsaved]), {
    timeout: 4000,
    interval: 5,
  });

const onServer = (card: string): string => {
  const map = server.doc.getMap<Y.Map<unknown>>('cards').get(card);
  return String(map?.get('does') ?? '');
};

describe('a session', () => {
  test('loads, saves, and says so only after the acknowledgement', async () => {
    const session = join();
    expect(session.state).toBe('loading');
    expect(session.mayEdit).toBe(false);
    await comes(session, 'saved', 0);
    server.holding = true;
    setText(session.editing, 'cards/note', 'does', 'Files the ticket');
    expect([session.state, session.unsaved]).toEqual(['saving', 1]);
    await vi.waitFor(() => expect(onServer('note')).toBe('Files the ticket'));
    expect(session.state).toBe('saving');
    server.release();
    await comes(session, 'saved', 0);
  });

  test('shows what others do', async () => {
    const session = join();
    await comes(session, 'saved');
    server.change((doc) => (doc.getMap<Y.Map<Y.Text>>('cards').get('note')?.get('does') as Y.Text).insert(0, 'Bob: '));
    await vi.waitFor(() => expect(session.document.item('cards', 'note')?.text('does')).toBe('Bob: Writes the ticket'));
    expect(session.state).toBe('saved');
    expect(server.received).toBe(1);
  });

  test('keeps working while the server is away, and merges when it is back', async () => {
    const session = join();
    await comes(session, 'saved');
    server.away = true;
    server.drop();
    await comes(session, 'offline', 0);
    for (let at = 0; at < 20; at++) addCard(session.editing, { step: 'calls', lane: 'backstage', does: `card ${at}` });
    expect([session.state, session.unsaved]).toEqual(['offline', 20]);
    server.change((doc) => (doc.getMap<Y.Map<Y.Text>>('cards').get('note')?.get('does') as Y.Text).insert(0, 'Bob: '));
    server.away = false;
    session.retry();
    await comes(session, 'saved', 0);
    expect(server.doc.getMap('cards').size).toBe(25);
    expect(session.document.item('cards', 'note')?.text('does')).toBe('Bob: Writes the ticket');
  });

  test('edits made without a connection survive a closed tab', async () => {
    const first = join();
    await comes(first, 'saved');
    server.away = true;
    server.drop();
    for (let at = 0; at < 5; at++) setText(first.editing, 'cards/note', 'does', `Written offline ${at}`);
    await vi.waitFor(async () => expect(await rows('mine')).toBe(5));
    leave(first);
    const second = join();
    await comes(second, 'offline', 5);
    expect(second.document.item('cards', 'note')?.text('does')).toBe('Written offline 4');
    expect(second.mayEdit).toBe(true);
    setText(second.editing, 'cards/answer', 'does', 'And once more');
    expect(second.unsaved).toBe(6);
    server.away = false;
    second.retry();
    await comes(second, 'saved', 0);
    expect([onServer('note'), onServer('answer')]).toEqual(['Written offline 4', 'And once more']);
    await vi.waitFor(async () => expect(await rows('mine')).toBe(0));
    leave(second);
    server.away = true;
    const third = join();
    await comes(third, 'offline', 0);
    expect(third.document.item('cards', 'answer')?.text('does')).toBe('And once more');
  });

  test('changes that were sent and never acknowledged are sent again, and stand there once', async () => {
    const session = join();
    await comes(session, 'saved');
    server.holding = true;
    addCard(session.editing, { step: 'calls', lane: 'backstage', does: 'Once' });
    await vi.waitFor(() => expect(server.received).toBe(2));
    server.drop();
    expect(session.unsaved).toBe(1);
    server.holding = false;
    session.retry();
    await comes(session, 'saved', 0);
    expect([...server.doc.getMap<Y.Map<unknown>>('cards').values()].filter((card) => String(card.get('does')) === 'Once')).toHaveLength(1);
  });

  test('everything may come twice', async () => {
    server.twice = true;
    const session = join();
    await comes(session, 'saved', 0);
    addCard(session.editing, { step: 'calls', lane: 'backstage', does: 'Once' });
    await comes(session, 'saved', 0);
    server.change((doc) => (doc.getMap<Y.Map<Y.Text>>('cards').get('note')?.get('does') as Y.Text).insert(0, 'Bob: '));
    await vi.waitFor(() => expect(session.document.item('cards', 'note')?.text('does')).toBe('Bob: Writes the ticket'));
    expect(session.document.cards('calls', 'backstage')).toHaveLength(1);
  });

  test('many changes at once go in a few frames', async () => {
    const session = join();
    await comes(session, 'saved');
    for (let at = 0; at < 500; at++) setField(session.editing, 'cards/note', 'mode', at % 2 ? 'manual' : 'automated');
    expect(session.unsaved).toBe(500);
    await comes(session, 'saved', 0);
    expect(server.received).toBeLessThan(8);
  });

  test('trouble of the server is told, and over when it is over', async () => {
    const session = join();
    await comes(session, 'saved');
    server.holding = true;
    server.say({ t: 'cannot-save', why: 'disk-full' });
    await comes(session, 'cannot-save');
    expect(session.why).toBe('disk-full');
    setText(session.editing, 'cards/note', 'does', 'Still here');
    await vi.waitFor(() => expect(server.received).toBe(2));
    expect([session.state, session.unsaved]).toEqual(['cannot-save', 1]);
    server.say({ t: 'can-save' });
    server.release();
    await comes(session, 'saved', 0);
  });

  test('a refusal is never shown as saved', async () => {
    const session = join();
    await comes(session, 'saved');
    server.refuse = 'too-large';
    setText(session.editing, 'cards/note', 'does', 'Too much');
    await comes(session, 'cannot-save', 1);
    expect(session.why).toBe('too-large');
  });

  test('who may only look sends nothing and can change nothing', async () => {
    server.may = 'view';
    const session = join();
    await comes(session, 'read-only');
    expect(session.mayEdit).toBe(false);
    expect(addCard(session.editing, { step: 'calls', lane: 'backstage' })).toMatchObject({ ok: false, why: 'read-only' });
    expect(server.received).toBe(0);
  });

  test('a document that is not there is gone, and not asked for again', async () => {
    const session = join();
    await comes(session, 'saved');
    server.drop(4404);
    expect([session.state, session.why, session.mayEdit]).toEqual(['gone', 'no-such-document', false]);
    session.retry();
    expect(server.connections).toHaveLength(1);
  });

  test('a document that became another one is put by where something was not saved', async () => {
    const session = join();
    await comes(session, 'saved');
    server.holding = true;
    setText(session.editing, 'cards/note', 'does', 'Not saved');
    await vi.waitFor(async () => expect(await rows('mine')).toBe(1));
    server.drop(4409);
    expect([session.state, session.why]).toEqual(['gone', 'replaced']);
    await vi.waitFor(async () => expect(await rows('aside')).toBe(1));
    expect(await rows('updates')).toBe(0);
  });

  test('a newer server’s document is not touched', async () => {
    server.format = 2;
    const session = join();
    await comes(session, 'gone');
    expect(session.why).toBe('too-old');
    expect(server.received).toBe(0);
  });

  test('who is no longer signed in is told so', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve({ status: 401 }));
    server.away = true;
    const session = join();
    await vi.waitFor(() => expect([session.state, session.why]).toEqual(['gone', 'not-signed-in']), { timeout: 4000 });
  });

  test('a connection that died without a word is noticed, and replaced', { timeout: 20_000 }, async () => {
    const session = join();
    await comes(session, 'saved');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
    server.deaf = true;
    setText(session.editing, 'cards/note', 'does', 'Into the void');
    await vi.advanceTimersByTimeAsync(9_000);
    expect([session.state, session.unsaved]).toEqual(['saving', 1]);
    await vi.advanceTimersByTimeAsync(1_100);
    expect([session.state, session.unsaved]).toEqual(['offline', 1]);
    server.deaf = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect([session.state, session.unsaved, onServer('note')]).toEqual(['saved', 0, 'Into the void']);
    await vi.advanceTimersByTimeAsync(200_000);
    expect(session.state).toBe('saved');
    vi.useRealTimers();
  });

  test('tries at once when the network is back', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const session = join();
    await comes(session, 'saved');
    window.dispatchEvent(new Event('offline'));
    expect(session.state).toBe('offline');
    window.dispatchEvent(new Event('online'));
    await comes(session, 'saved');
    expect(server.connections).toHaveLength(2);
  });

  test('the file’s own news reach the screen', async () => {
    const session = join();
    await comes(session, 'saved');
    server.say({ t: 'file', state: 'conflict', where: 'call.conflict-20261122-061500.blueprint.yaml' });
    await vi.waitFor(() => expect(session.file).toEqual({ state: 'conflict', where: 'call.conflict-20261122-061500.blueprint.yaml' }));
  });

  test('a large copy from this device goes in pieces', { timeout: 20_000 }, async () => {
    const session = join();
    await comes(session, 'saved');
    server.away = true;
    server.drop();
    for (let at = 0; at < 12; at++)
      addCard(session.editing, { step: 'calls', lane: 'backstage', does: String.fromCharCode(97 + at).repeat(90_000) });
    server.away = false;
    const before = server.received;
    session.retry();
    await comes(session, 'saved', 0);
    expect(server.received - before).toBeGreaterThan(4);
    expect(server.doc.getMap('cards').size).toBe(17);
    expect(server.doc.store.pendingStructs).toBeNull();
  });
});

describe('people', () => {
  test('see each other, where they are, and who is typing', async () => {
    const [ann, bob] = [join(), join(`${name}-b`)];
    await Promise.all([comes(ann, 'saved'), comes(bob, 'saved')]);
    bob.setName('Bob');
    bob.setAt({ address: 'cards/note', field: 'does' });
    bob.setTyping(true);
    await vi.waitFor(() => expect(ann.lockedBy('cards/note', 'does')?.name).toBe('Bob'));
    expect(ann.lockedBy('cards/note', 'note')).toBeUndefined();
    expect(ann.lockedBy('cards/answer')).toBeUndefined();
    expect(bob.lockedBy('cards/note')).toBeUndefined();
    expect(ann.people.map((person) => [person.name, person.self])).toEqual([
      ['Ann', true],
      ['Bob', false],
    ]);
    ann.follow(ann.people[1]?.clientId ?? 0);
    expect(ann.followed?.at?.address).toBe('cards/note');
    leave(bob);
    await vi.waitFor(() => expect(ann.people).toHaveLength(1));
    expect(ann.followed).toBeUndefined();
  });

  test('nobody else is shown while the connection is gone, and they are back with it', async () => {
    const [ann, bob] = [join(), join(`${name}-b`)];
    await Promise.all([comes(ann, 'saved'), comes(bob, 'saved')]);
    bob.setAt({ address: 'cards/note', field: null });
    await vi.waitFor(() => expect(ann.people).toHaveLength(2));
    server.drop();
    expect(ann.people).toHaveLength(1);
    ann.retry();
    bob.retry();
    await vi.waitFor(() => expect(ann.people[1]?.at?.address).toBe('cards/note'), { timeout: 3000 });
  });
});

test('a device that cannot keep anything is said when it matters', async () => {
  vi.spyOn(Device, 'open').mockRejectedValue(new Error('private window'));
  const session = join();
  await comes(session, 'saved');
  server.away = true;
  server.drop();
  expect(session.state).toBe('offline');
  setText(session.editing, 'cards/note', 'does', 'Kept nowhere');
  expect([session.state, session.why]).toEqual(['cannot-save', 'device-unavailable']);
});

test('many pieces on the device are laid together, and nothing is lost', async () => {
  const session = join();
  await comes(session, 'saved');
  for (let at = 0; at < 700; at++) setText(session.editing, 'cards/note', 'does', `Version ${at}`);
  await comes(session, 'saved', 0);
  await vi.waitFor(async () => expect(await rows('updates')).toBeLessThan(350), { timeout: 3000 });
  leave(session);
  server.away = true;
  const again = join();
  await comes(again, 'offline', 0);
  expect(again.document.item('cards', 'note')?.text('does')).toBe('Version 699');
});

test('a session without a server is always saved', () => {
  const session = localSession({ doc: sampleDoc(), name: 'Ann' });
  const made = addCard(session.editing, { step: 'calls', lane: 'backstage', does: 'Here' });
  expect([made.ok, session.state, session.unsaved, session.self.name]).toEqual([true, 'saved', 0, 'Ann']);
  expect(localSession({ may: 'view' }).mayEdit).toBe(false);
  session.close();
});

async function rows(store: 'updates' | 'mine' | 'aside'): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(deviceName(name), 1);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const count = await new Promise<number>((resolve) => {
    const request = database.transaction(store).objectStore(store).count();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return count;
}
