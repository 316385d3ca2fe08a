import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Device } from './device';

let name = '';
let number = 0;
const open: Device[] = [];

beforeEach(() => {
  name = `kept-${number++}`;
  localStorage.clear();
});

afterEach(() => {
  vi.restoreAllMocks();
  open.splice(0).forEach((device) => device.close());
});

async function device(): Promise<Device> {
  const opened = await Device.open(name);
  open.push(opened);
  return opened;
}

/** Letters typed one after the other: an update for each. */
function typed(text: string): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const letter of text) doc.getText('text').insert(doc.getText('text').length, letter);
  return updates;
}

function read(update: Uint8Array | null): string {
  const doc = new Y.Doc();
  if (update) Y.applyUpdate(doc, update);
  return doc.getText('text').toJSON();
}

/** The device writes nothing, for as long as this is not taken back. */
function stuck(): { mockRestore(): void } {
  return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
}

test('what was still to be written when the page went is there for the next one, and the server is told', async () => {
  const first = await device();
  const [one, ...rest] = typed('abcdef');
  first.keep(one as Uint8Array, true);
  rest.forEach((update) => first.keep(update, true));
  const spy = stuck();
  first.part();
  spy.mockRestore();
  expect(localStorage.length).toBe(1);
  const second = await device();
  const loaded = await second.load();
  expect(read(loaded.update)).toBe('abcdef');
  expect(read(Y.mergeUpdates([...loaded.mine]))).toBe('abcdef');
  await vi.waitFor(() => expect(localStorage.length).toBe(0));
  expect(read((await (await device()).load()).update)).toBe('abcdef');
});

test('a page that went with empty hands leaves nothing', async () => {
  const first = await device();
  typed('abc').forEach((update) => first.keep(update, true));
  await vi.waitFor(async () => expect((await (await device()).load()).mine).toHaveLength(3));
  first.part();
  expect(localStorage.length).toBe(0);
});

test('what a page left is taken away when it comes back and writes it', async () => {
  const first = await device();
  typed('abc').forEach((update) => first.keep(update, true));
  first.part();
  expect(localStorage.length).toBe(1);
  await vi.waitFor(() => expect(localStorage.length).toBe(0));
});

test('what could not be kept waits, is told, and is kept later, with what came before and after', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const first = await device();
  const told: (string | null)[] = [];
  first.onTrouble = (why) => told.push(why);
  const updates = typed('abcd');
  const spy = stuck();
  for (const update of updates.slice(0, 2)) first.keep(update, true);
  await vi.advanceTimersByTimeAsync(10);
  expect(told).toEqual(['device-full']);
  spy.mockRestore();
  for (const update of updates.slice(2)) first.keep(update, true);
  await vi.advanceTimersByTimeAsync(2_000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(told.at(-1)).toBeNull());
  expect(read((await (await device()).load()).update)).toBe('abcd');
});

test('a change that is acknowledged before it is written is not sent again by the next page', async () => {
  const first = await device();
  typed('abc').forEach((update) => first.keep(update, true));
  await first.acknowledged(2);
  await vi.waitFor(async () => {
    const loaded = await (await device()).load();
    expect([read(loaded.update), loaded.mine.length]).toEqual(['abc', 1]);
  });
});

test('nothing is left behind that somebody wrote into our place', async () => {
  localStorage.setItem(`footlights.left/${name}/x`, '<nonsense>');
  expect((await (await device()).load()).update).toBeNull();
});
