// A real editor without a screen: JSON lines in, JSON lines out. See README.md.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, '..', '..', '..', 'web');

/** The editor's document and edits in one file, with Svelte's signals taken out. */
async function build(into) {
  const { rolldown } = await import(pathToFileURL(createRequire(join(web, 'package.json')).resolve('rolldown')).href);
  const bundle = await rolldown({
    input: join(here, 'entry.ts'),
    platform: 'node',
    resolve: { modules: [join(web, 'node_modules')] },
    plugins: [{ name: 'plain-pulse', resolveId: (id) => (/\/pulse\.svelte$/.test(id) ? join(here, 'pulse.mjs') : null) }],
    logLevel: 'silent',
  });
  const file = join(into, 'peer-bundle.mjs');
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return file;
}

const folder = mkdtempSync(join(tmpdir(), 'footlights-peer-'));
let loaded;
try {
  loaded = await import(pathToFileURL(await build(folder)).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const { Y, model, edits } = loaded;

const bytes = (text) => new Uint8Array(Buffer.from(text, 'base64'));
const base64 = (array) => Buffer.from(array).toString('base64');

let doc;
let board;
let editor;
function begin(client) {
  editor?.close();
  board?.close();
  doc = new Y.Doc();
  if (client !== undefined) doc.clientID = client;
  board = new model.BoardDocument(doc);
  editor = new edits.Editor(board);
}
begin();

/** The update that a change makes. */
function made(change) {
  const before = Y.encodeStateVector(doc);
  const updates = [];
  const gather = (update) => updates.push(update);
  doc.on('update', gather);
  const result = change();
  doc.off('update', gather);
  const update = updates.length === 0 ? new Uint8Array() : updates.length === 1 ? updates[0] : Y.mergeUpdates(updates);
  return { result: result ?? null, update: base64(update), vector: base64(before) };
}

const OPS = {
  reset: ({ client }) => (begin(client), null),
  apply: ({ update }) => (Y.applyUpdate(doc, bytes(update), 'remote'), null),
  edit: ({ name, args = [] }) => {
    if (typeof edits[name] !== 'function') throw new Error(`there is no edit ${name}`);
    return made(() => edits[name](editor, ...args));
  },
  undo: () => made(() => editor.undo()),
  redo: () => made(() => editor.redo()),
  set: ({ root, key, field, value }) =>
    made(() =>
      doc.transact(() => {
        const map = doc.getMap(root);
        if (key === undefined || key === null) {
          if (value === null) map.delete(field);
          else map.set(field, value);
          return;
        }
        if (!(map.get(key) instanceof Y.Map)) map.set(key, new Y.Map());
        const element = map.get(key);
        if (value === null) element.delete(field);
        else element.set(field, value);
      }),
    ),
  text: ({ root, key, field, index, remove = 0, insert = '' }) =>
    made(() =>
      doc.transact(() => {
        const holder = key ? doc.getMap(root).get(key) : doc.getMap(root);
        let text = holder.get(field);
        if (!(text instanceof Y.Text)) holder.set(field, (text = new Y.Text()));
        const at = Math.min(index, text.length);
        const count = Math.min(remove, text.length - at);
        if (count) text.delete(at, count);
        if (insert) text.insert(at, insert);
      }),
    ),
  look: ({ root, key, field }) => {
    const holder = key ? doc.getMap(root).get(key) : doc.getMap(root);
    const text = holder instanceof Y.Map ? holder.get(field) : undefined;
    return text instanceof Y.Text ? text.toString() : null;
  },
  state: () => base64(Y.encodeStateAsUpdate(doc)),
  update: ({ since }) => base64(Y.encodeStateAsUpdate(doc, since ? bytes(since) : undefined)),
  vector: () => base64(Y.encodeStateVector(doc)),
  plain: () => model.plainOf(board),
  board: () => ({
    phases: board.phases().map((item) => item.key),
    steps: board.steps().map((item) => item.key),
    rows: board.rows().map((row) => [row.key, row.role, row.zone ?? null, row.declared !== null]),
    lines: board.lines().map((line) => [line.kind, line.below]),
    cards: board.items('cards').map((item) => item.key),
    marks: board.items('marks').map((item) => item.key),
    links: board.items('links').map((item) => item.key),
    flows: board.flows().map((flow) => [flow.source, flow.target, flow.kind, flow.link?.key ?? null]),
    unplaced: board.unplaced().map((item) => item.address),
    texts: Object.fromEntries(model.COLLECTION_NAMES.flatMap((name) => board.items(name).map((item) => [item.address, item.title()]))),
  }),
  pending: () => ({ structs: doc.store.pendingStructs !== null, deletes: doc.store.pendingDs !== null }),
  hello: () => ({ yjs: JSON.parse(readFileSync(join(web, 'node_modules', 'yjs', 'package.json'), 'utf8')).version, ops: Object.keys(OPS) }),
};

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  let id = null;
  let answer;
  try {
    const request = JSON.parse(line);
    id = request.id ?? null;
    const op = OPS[request.op];
    if (!op) throw new Error(`there is no op ${request.op}`);
    answer = { id, ok: true, value: op(request) ?? null };
  } catch (error) {
    answer = { id, ok: false, error: String(error?.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
