import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocument } from '.';
import { addCard, addLane, addPhase, addStep, Editor, moveCard, moveStep, remove, rename, setFeeling, setText } from '../edits';
import { fromValues, sampleDoc } from './sample';

/** How often each of some readers ran. */
function counting(readers: Record<string, () => unknown>): { counts: Record<string, number>; stop: () => void } {
  const counts: Record<string, number> = Object.fromEntries(Object.keys(readers).map((name) => [name, 0]));
  const stop = $effect.root(() => {
    for (const [name, read] of Object.entries(readers)) {
      $effect(() => {
        read();
        counts[name] = (counts[name] ?? 0) + 1;
      });
    }
  });
  flushSync();
  return { counts, stop };
}

function board(): { document: BoardDocument; editor: Editor } {
  const document = new BoardDocument(sampleDoc());
  return { document, editor: new Editor(document) };
}

const READERS = (document: BoardDocument): Record<string, () => unknown> => ({
  answer: () => document.item('cards', 'answer')?.text('does'),
  there: () => document.at('cards/answer')?.place,
  note: () => document.item('cards', 'note')?.text('does'),
  cell: () => document.cards('calls', 'frontstage').map((card) => card.key),
  other: () => document.cards('waits', 'support').map((card) => card.key),
  empty: () => document.cards('notices', 'backstage').map((card) => card.key),
  steps: () => document.steps().map((step) => step.key),
  rows: () => document.rows().map((row) => row.key),
  flows: () => document.flows().length,
  marks: () => document.marksOn('cards/note').length,
});

test('a letter typed into one card is heard by its readers only', () => {
  const { document } = board();
  const { counts, stop } = counting(READERS(document));
  const before = { ...counts };
  document.item('cards', 'answer')?.ytext('does')?.insert(0, 'A');
  flushSync();
  expect(counts).toEqual({ ...before, answer: 2 });
  stop();
});

test('a card that moves is heard by the two cells and the flows, and by no other cell', () => {
  const { document, editor } = board();
  const { counts, stop } = counting(READERS(document));
  moveCard(editor, 'note', { step: 'notices', lane: 'backstage' });
  flushSync();
  expect(counts).toMatchObject({ cell: 2, empty: 2, other: 1, answer: 1, steps: 1, flows: 2 });
  expect(document.cards('notices', 'backstage').map((card) => card.key)).toEqual(['note']);
  stop();
});

test('a first card in a row that was not shown is heard by the rows; a second one is not', () => {
  const { document, editor } = board();
  const { counts, stop } = counting(READERS(document));
  addCard(editor, { step: 'calls', lane: 'policy', does: 'Answer within a minute' });
  flushSync();
  expect(counts.rows).toBe(2);
  addCard(editor, { step: 'waits', lane: 'policy', does: 'Deliver next day' });
  flushSync();
  expect(counts.rows).toBe(2);
  stop();
});

test('what is worked out from other things that changed too is worked out from those as they are now', () => {
  const { document } = board();
  const other = new BoardDocument(new Y.Doc());
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(document.doc));
  let seen = '';
  const { stop } = counting({
    flows: () =>
      (seen = document
        .flows()
        .map((flow) => flow.link?.key ?? `${flow.source} ${flow.target}`)
        .join()),
    links: () => document.items('links').length,
    marks: () => document.items('marks').length,
    steps: () => document.steps().length,
    cards: () => document.items('cards').length,
  });
  const editor = new Editor(other);
  remove(editor, ['links/onwards', 'steps/notices']);
  addCard(editor, { step: 'works', lane: 'support', does: 'Thanks' });
  Y.applyUpdate(document.doc, Y.encodeStateAsUpdate(other.doc));
  flushSync();
  const fresh = new BoardDocument(other.doc);
  expect(seen).toBe(
    fresh
      .flows()
      .map((flow) => flow.link?.key ?? `${flow.source} ${flow.target}`)
      .join(),
  );
  expect(seen).not.toContain('onwards');
  stop();
});

test('a reader inside a derived value hears a cell that nobody had read before', () => {
  const { document, editor } = board();
  let seen = -1;
  const stop = $effect.root(() => {
    const count = $derived(document.cards('works', 'backstage').length);
    $effect(() => {
      seen = count;
    });
  });
  flushSync();
  expect(seen).toBe(0);
  addCard(editor, { step: 'works', lane: 'backstage' });
  flushSync();
  expect(seen).toBe(1);
  stop();
});

test('an element that is not there yet is heard of when it comes, and when it goes and returns', () => {
  const { document, editor } = board();
  const seen: (string | undefined)[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(document.at('phases/~x')?.title());
    });
  });
  flushSync();
  Y.applyUpdate(document.doc, Y.encodeStateAsUpdate(fromValues({ phases: { '~x': { pos: ['a5'], title: 'After' } } })));
  flushSync();
  remove(editor, ['phases/~x']);
  flushSync();
  editor.undo();
  flushSync();
  expect(seen).toEqual([undefined, 'After', undefined, 'After']);
  stop();
});

test('texts are heard when the language shown changes, and fall back as on paper', () => {
  const { document, editor } = board();
  setText(editor, 'steps/calls', 'does', 'Belt de helpdesk', 'nl');
  let seen: (string | undefined)[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen = [document.item('steps', 'calls')?.text('does'), document.item('steps', 'waits')?.text('does')];
    });
  });
  flushSync();
  expect(seen).toEqual(['Calls the help desk', 'Waits for a courier']);
  document.language = 'nl-BE';
  flushSync();
  expect(seen).toEqual(['Belt de helpdesk', 'Waits for a courier']);
  expect(document.item('steps', 'calls')?.languages('does')).toEqual(['en', 'nl']);
  stop();
});

test('words of the blueprint stand for ours', () => {
  const document = new BoardDocument(
    fromValues({
      head: {
        language: 'nl',
        vocabulary: [
          ['phase', 'episode'],
          [
            'step',
            [
              ['nl', 'halte'],
              ['en', 'stop'],
            ],
          ],
        ],
      },
    }),
  );
  expect([document.say('phase'), document.say('step'), document.say('step', 'en'), document.say('card')]).toEqual([
    'episode',
    'halte',
    'stop',
    '',
  ]);
});

test('whatever a peer writes, the board can be read', () => {
  const document = new BoardDocument(sampleDoc());
  const map = (root: string, key: string): Y.Map<unknown> => document.doc.getMap<Y.Map<unknown>>(root).get(key) as Y.Map<unknown>;
  map('cards', 'answer').set('pos', 'nowhere');
  map('cards', 'note').set('pos', ['calls']);
  map('steps', 'calls').set('feels/*', 'happy');
  map('steps', 'calls').set('does', 7);
  map('lanes', 'second').set('role', 'wizard');
  map('links', 'onwards').set('pos', []);
  map('marks', 'queue').set('pos', ['steps/calls', 'party', 'a0']);
  document.doc.getMap('cards').set('five', 5);
  document.doc.getMap('cards').delete('send');
  document.doc.getMap('head').set('vocabulary', { phase: 3 });
  document.doc.getMap('head').set('language', 12);
  expect(
    document
      .unplaced()
      .map((item) => item.key)
      .sort(),
  ).toEqual(['answer', 'note']);
  expect(document.rows().map((row) => row.role)).toContain('backstage');
  expect(document.item('steps', 'calls')?.text('does')).toBe('');
  expect([document.items('marks').map((mark) => mark.key), document.items('links').length, document.say('phase')]).toEqual([[], 0, '']);
  expect(document.flows().length).toBeGreaterThan(0);
});

test('what hangs on a step that somebody removed is left over, not lost', () => {
  const one = new BoardDocument(sampleDoc());
  const two = new BoardDocument(new Y.Doc());
  Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc));
  remove(new Editor(one), ['steps/calls']);
  const made = addCard(new Editor(two), { step: 'calls', lane: 'backstage', does: 'Made at the same time' });
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc));
  expect(made.ok && one.unplaced().map((item) => item.key)).toEqual([made.ok && made.key]);
  expect(one.items('cards').map((card) => card.key)).not.toContain(made.ok && made.key);
});

test('two who name the same row of a role at once name one row', () => {
  const one = new BoardDocument(sampleDoc());
  const two = new BoardDocument(new Y.Doc());
  Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc));
  rename(new Editor(one), 'lanes/frontstage', 'Desk');
  rename(new Editor(two), 'lanes/frontstage', 'Balie');
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc));
  Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc));
  const name = one.item('lanes', 'frontstage')?.title() ?? '';
  expect(two.item('lanes', 'frontstage')?.title()).toBe(name);
  expect([name.includes('Desk'), name.includes('Balie')]).toEqual([true, true]);
});

test('a board begun from nothing has its parts in order', () => {
  const document = new BoardDocument();
  const editor = new Editor(document);
  expect(document.empty).toBe(true);
  addStep(editor, { does: 'Notices' });
  addPhase(editor, { title: 'After' });
  const last = addStep(editor, { does: 'Thanks' });
  const lane = addLane(editor, { role: 'support', name: 'Depot' });
  if (!last.ok || !lane.ok) throw new Error('refused');
  const first = document.steps()[0];
  moveStep(editor, last.key, { before: first?.key ?? '' });
  setFeeling(editor, last.key, null, 1);
  expect(document.steps().map((step) => step.text('does'))).toEqual(['Thanks', 'Notices']);
  expect(document.rows().map((row) => row.role)).toEqual(['customer', 'emotion', 'support']);
  expect(document.empty).toBe(false);
});
