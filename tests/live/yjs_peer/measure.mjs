// How quick the editor's document is, with Svelte's own signals: `node tests/live/yjs_peer/measure.mjs`. Medians, in ms.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, '..', '..', '..', 'web');
const need = createRequire(join(web, 'package.json'));
const { rolldown } = await import(pathToFileURL(need.resolve('rolldown')).href);
const { compileModule } = need('svelte/compiler');
const ts = need('typescript');

async function bundle(input, file, minify) {
  const runes = {
    name: 'runes',
    resolveId: (id) => (id === 'entry' ? '\0entry.ts' : null),
    load: (id) => (id === '\0entry.ts' ? { code: input, moduleType: 'ts' } : null),
    transform(code, id) {
      if (!/\.svelte\.ts$/.test(id)) return null;
      const plain = ts.transpileModule(code, { compilerOptions: { target: 'ES2022', module: 'ESNext', verbatimModuleSyntax: true } }).outputText;
      return { code: compileModule(plain, { filename: id, generate: 'client', dev: false }).js.code, moduleType: 'js' };
    },
  };
  const made = await rolldown({
    input: 'entry',
    platform: 'browser',
    external: /^node:/,
    resolve: { modules: [join(web, 'node_modules')], conditionNames: ['browser', 'import', 'default'] },
    plugins: [runes],
    logLevel: 'silent',
    cwd: web,
  });
  await made.write({ file, format: 'esm', minify });
  await made.close();
}

const folder = mkdtempSync(join(tmpdir(), 'footlights-measure-'));
const src = JSON.stringify(join(web, 'src')).slice(1, -1);
try {
  const file = join(folder, 'measured.mjs');
  await bundle(
    `export * as Y from 'yjs'; export * as model from '${src}/document/index.ts'; export * as edits from '${src}/edits/index.ts';
     export { flushSync } from 'svelte'; export { effect, root } from '${src}/document/watching.svelte.ts';`,
    file,
    false,
  );
  await measure(await import(pathToFileURL(file).href));
  const sizes = join(folder, 'sizes.mjs');
  await bundle(`export * from '${src}/session/index.ts'; export * from '${src}/edits/index.ts'; export * from '${src}/document/index.ts';`, sizes, true);
  const bytes = readFileSync(sizes);
  console.log(`document + session + edits + yjs + what they use of svelte: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure({ Y, model, edits, flushSync, effect, root }) {
  const median = (runs, run) => {
    const times = Array.from({ length: runs }, (_, at) => {
      const made = run.length ? run(at) : run();
      return made;
    }).sort((a, b) => a - b);
    return times[Math.floor(times.length / 2)];
  };
  const timed = (work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const update = Y.encodeStateAsUpdate(large(Y));
  console.log(`a board of 2,000 cards, 12 lanes, 60 steps and 1,500 links: an update of ${update.length} bytes`);

  const bare = median(9, () => timed(() => Y.applyUpdate(new Y.Doc(), update)));
  const rounds = (then) =>
    median(9, () => {
      const doc = new Y.Doc();
      return timed(() => {
        const board = new model.BoardDocument(doc);
        Y.applyUpdate(doc, update);
        then?.(board);
      });
    });
  const read = (board) => {
    for (const step of board.steps()) for (const row of board.rows()) for (const card of board.cards(step.key, row.key)) card.text('does');
  };
  console.log(`load: Yjs alone ${bare.toFixed(1)}; with the document ${rounds().toFixed(1)}; and every card read in its cell ${rounds(read).toFixed(1)}`);
  console.log(`      and flows, marks and links too ${rounds((board) => (read(board), board.flows(), board.items('marks'), board.items('links'))).toFixed(1)}`);

  const doc = new Y.Doc();
  const board = new model.BoardDocument(doc);
  Y.applyUpdate(doc, update);
  const other = new Y.Doc();
  Y.applyUpdate(other, update);
  let ran = 0;
  const stop = root(() => {
    for (const step of board.steps()) {
      for (const row of board.rows()) {
        effect(() => {
          const cards = board.cards(step.key, row.key);
          ran += 1;
          return cards.length;
        });
        for (const card of board.cards(step.key, row.key)) {
          effect(() => {
            ran += 1;
            return card.text('does') + card.value('mode') + card.refs('by').length + board.marksOn(card.address).length;
          });
        }
      }
    }
    effect(() => board.rows().length + board.flows().length);
  });
  flushSync();
  const effects = ran;
  const text = other.getMap('cards').get('c7').get('does');
  const updates = [];
  other.on('update', (made) => updates.push(made));
  for (let at = 0; at < 400; at++) text.insert(at, 'x');
  ran = 0;
  const keystroke = median(400, (at) => timed(() => (Y.applyUpdate(doc, updates[at], 'remote'), flushSync())));
  console.log(`one remote keystroke, ${effects} effects listening: ${keystroke.toFixed(3)}, ${ran / 400} effect(s) ran each time`);

  const twin = new Y.Doc();
  Y.applyUpdate(twin, Y.encodeStateAsUpdate(other));
  updates.length = 0;
  const bulk = median(9, (round) => {
    const before = Y.encodeStateVector(twin);
    twin.transact(() => {
      for (let at = 0; at < 500; at++) twin.getMap('cards').get(`c${at * 4}`).set('mode', round % 2 ? 'manual' : 'automated');
    });
    const made = Y.encodeStateAsUpdate(twin, before);
    return timed(() => (Y.applyUpdate(doc, made, 'remote'), flushSync()));
  });
  const moves = median(9, (round) => {
    const before = Y.encodeStateVector(twin);
    twin.transact(() => {
      for (let at = 0; at < 500; at++) twin.getMap('cards').get(`c${at * 4}`).set('pos', [`s${(at + round) % 60}`, `l${at % 12}`, 'a5']);
    });
    const made = Y.encodeStateAsUpdate(twin, before);
    return timed(() => (Y.applyUpdate(doc, made, 'remote'), flushSync()));
  });
  console.log(`500 cards changed at once ${bulk.toFixed(1)}; 500 cards moved at once, flows worked out again ${moves.toFixed(1)}`);

  const editor = new edits.Editor(board);
  console.log(`addCard ${median(50, () => timed(() => (edits.addCard(editor, { step: 's3', lane: 'l3' }), flushSync()))).toFixed(2)}; ` +
    `moveStep ${median(20, (at) => timed(() => (edits.moveStep(editor, 's9', { before: `s${at % 2 ? 20 : 40}` }), flushSync()))).toFixed(2)}; ` +
    `remove a step with its cards ${median(5, (at) => timed(() => (edits.remove(editor, [`steps/s${50 + at}`]), flushSync()))).toFixed(1)}; ` +
    `undo of that ${median(5, () => timed(() => (editor.undo(), flushSync()))).toFixed(1)}`);
  stop();
}

function large(Y) {
  const doc = new Y.Doc();
  const roles = ['evidence', 'customer', 'frontstage', 'frontstage', 'backstage', 'backstage', 'backstage', 'support', 'support', 'support', 'policy', 'note'];
  const make = (root, key, values, texts) => {
    const map = new Y.Map();
    for (const [name, value] of Object.entries(values)) map.set(name, value);
    for (const [name, value] of Object.entries(texts)) map.set(name, new Y.Text(value));
    doc.getMap(root).set(key, map);
  };
  const rank = (number) => `b${String(number).padStart(4, '0').slice(-2)}${number >= 100 ? 'V' : ''}`.slice(0, 3);
  doc.transact(() => {
    for (let at = 0; at < 6; at++) make('phases', `p${at}`, { pos: [`a${at}`] }, { title: `Phase ${at}`, need: '' });
    roles.forEach((role, at) => make('lanes', `l${at}`, { pos: [rank(at)], role }, { name: `Lane ${at}` }));
    for (let at = 0; at < 60; at++) make('steps', `s${at}`, { pos: [`p${Math.floor(at / 10)}`, rank(at)] , 'feels/*': (at % 5) - 2 }, { does: `Does ${at}`, title: '', thinks: '', expects: '' });
    for (let at = 0; at < 10; at++) make('actors', `a${at}`, { pos: [rank(at)] }, { name: `Actor ${at}`, department: '' });
    for (let at = 0; at < 2000; at++) {
      const values = { pos: [`s${at % 60}`, `l${Math.floor(at / 60) % 12}`, rank(at % 90)], [`by/a${at % 10}`]: 'a0', mode: 'manual', 'time.work': '3 min' };
      make('cards', `c${at}`, values, { does: `Card ${at} says what is done here, in a sentence of some length`, note: '' });
    }
    for (let at = 0; at < 1500; at++) make('links', `k${at}`, { pos: [`cards/c${at}`, `cards/c${at + 61}`, 'a0'], kind: 'trigger' }, { when: '' });
    for (let at = 0; at < 100; at++) make('marks', `m${at}`, { pos: [`cards/c${at * 7}`, 'fail', 'a0'] }, { title: 'Fails', recovery: '' });
  });
  return doc;
}
