import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocument, plainOf, type CollectionName, type Item } from '../document';
import { fromValues, sampleDoc } from '../document/sample';
import * as edits from '.';

class Peer {
  readonly document: BoardDocument;
  readonly editor: edits.Editor;

  constructor(from: Y.Doc, client: number) {
    const doc = new Y.Doc();
    doc.clientID = client;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
    this.document = new BoardDocument(doc);
    this.editor = new edits.Editor(this.document);
  }

  /** Give and take what the other lacks. */
  meet(other: Peer): void {
    const [one, two] = [this.document.doc, other.document.doc];
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one, Y.encodeStateVector(two)), 'remote');
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two, Y.encodeStateVector(one)), 'remote');
  }
}

function pair(): [Peer, Peer] {
  const doc = sampleDoc();
  return [new Peer(doc, 1), new Peer(doc, 2)];
}

const pos = (peer: Peer, card: string): readonly string[] => peer.document.known('cards', card)?.map.get('pos') as string[];

describe('undo is mine only', () => {
  test('a move that somebody else moved on stays, and is named', () => {
    const [ann, bob] = pair();
    edits.moveCard(ann.editor, 'note', { step: 'waits' });
    ann.meet(bob);
    edits.moveCard(bob.editor, 'note', { step: 'works' });
    ann.meet(bob);
    const there = pos(ann, 'note');
    const result = ann.editor.undo();
    expect(result).toMatchObject({ done: false, name: 'move-card', kept: [{ address: 'cards/note', field: 'pos' }] });
    expect(pos(ann, 'note')).toEqual(there);
  });

  test('a card I made that somebody wrote in stays; one nobody touched goes, and redo brings it back', () => {
    const [ann, bob] = pair();
    const made = edits.addCard(ann.editor, { step: 'calls', lane: 'backstage', does: 'Mine' });
    const other = edits.addCard(ann.editor, { step: 'calls', lane: 'backstage', does: 'Alone' });
    if (!made.ok || !other.ok) throw new Error('refused');
    ann.meet(bob);
    edits.setText(bob.editor, `cards/${made.key}`, 'does', 'Mine, and yours');
    ann.meet(bob);
    expect(ann.editor.undo().done).toBe(true);
    expect(ann.document.item('cards', other.key)).toBeUndefined();
    expect(ann.editor.undo()).toMatchObject({ done: false, kept: [{ address: `cards/${made.key}`, field: '' }] });
    expect(ann.document.item('cards', made.key)?.text('does')).toBe('Mine, and yours');
    ann.editor.redo();
    expect(ann.document.item('cards', other.key)?.text('does')).toBe('Alone');
  });

  test('a step I made stays while somebody has put a card in it', () => {
    const [ann, bob] = pair();
    const step = edits.addStep(ann.editor, { does: 'New' });
    if (!step.ok) throw new Error('refused');
    ann.meet(bob);
    edits.addCard(bob.editor, { step: step.key, lane: 'frontstage', does: 'By Bob' });
    ann.meet(bob);
    expect(ann.editor.undo().done).toBe(false);
    expect(ann.document.cards(step.key, 'frontstage')).toHaveLength(1);
  });

  test('a readable id that the server gave meanwhile is nobody’s change', () => {
    const [ann] = pair();
    const made = edits.addCard(ann.editor, { step: 'calls', lane: 'backstage', does: 'Mine' });
    if (!made.ok) throw new Error('refused');
    ann.document.item('cards', made.key)?.map.set('id', 'mine');
    expect(ann.editor.undo().done).toBe(true);
  });

  test('removal takes along what hangs on it, and one undo brings all of it back as it was', () => {
    const [ann] = pair();
    const before = plainOf(ann.document);
    edits.remove(ann.editor, ['phases/repair', 'actors/agent', 'personas/tom']);
    expect(ann.document.item('cards', 'send')).toBeUndefined();
    expect(ann.document.items('links').map((link) => link.key)).toEqual(['onwards']);
    expect(ann.document.items('promises')).toHaveLength(0);
    expect(ann.document.item('cards', 'answer')?.refs('by')).toEqual([]);
    expect(ann.document.item('steps', 'calls')?.feelings()).toHaveLength(1);
    expect(ann.editor.undo().kept).toEqual([]);
    expect(plainOf(ann.document)).toEqual(before);
    ann.editor.redo();
    expect(ann.document.phases().map((phase) => phase.key)).toEqual(['report']);
  });

  test('what somebody wrote in a card while I removed it is there when I bring it back', () => {
    const [ann, bob] = pair();
    edits.remove(ann.editor, ['cards/note']);
    edits.setText(bob.editor, 'cards/note', 'does', 'Writes the ticket twice');
    ann.meet(bob);
    ann.editor.undo();
    expect(ann.document.item('cards', 'note')?.text('does')).toBe('Writes the ticket twice');
  });

  test('a card does not go back to a step that somebody removed', () => {
    const [ann, bob] = pair();
    edits.moveCard(ann.editor, 'note', { step: 'works' });
    ann.meet(bob);
    edits.remove(bob.editor, ['steps/calls']);
    ann.meet(bob);
    expect(ann.editor.undo()).toMatchObject({ done: false, kept: [{ address: 'cards/note', field: 'pos' }] });
    expect(ann.document.unplaced()).toEqual([]);
  });

  test('typing and other edits are one history', () => {
    const [ann, bob] = pair();
    const text = ann.document.item('cards', 'note')?.ytext('does') as Y.Text;
    ann.editor.type(text, 'cards/note', () => text.insert(0, 'Carefully '));
    edits.setField(ann.editor, 'cards/note', 'mode', 'manual');
    ann.editor.type(text, 'cards/note', () => text.insert(text.length, ' again'));
    ann.meet(bob);
    const theirs = bob.document.item('cards', 'note')?.ytext('does') as Y.Text;
    bob.editor.type(theirs, 'cards/note', () => theirs.insert(0, 'Bob: '));
    ann.meet(bob);
    expect(ann.editor.undo().done).toBe(true);
    expect(text.toString()).toBe('Bob: Carefully Writes the ticket');
    expect(ann.document.item('cards', 'note')?.value('mode')).toBe('manual');
    ann.editor.undo();
    expect(ann.document.item('cards', 'note')?.value('mode')).toBeUndefined();
    ann.editor.undo();
    expect(text.toString()).toBe('Bob: Writes the ticket');
    expect(ann.editor.canUndo).toBe(false);
    ann.editor.redo();
    ann.editor.redo();
    ann.editor.redo();
    expect(text.toString()).toBe('Bob: Carefully Writes the ticket again');
    expect(ann.editor.canRedo).toBe(false);
  });

  test('a text set as a whole goes back only while it is as I left it', () => {
    const [ann, bob] = pair();
    edits.setText(ann.editor, 'cards/note', 'does', 'Files the ticket');
    ann.meet(bob);
    edits.setText(bob.editor, 'cards/note', 'does', 'Files the ticket well');
    ann.meet(bob);
    expect(ann.editor.undo().kept).toHaveLength(1);
    expect(ann.document.item('cards', 'note')?.text('does')).toBe('Files the ticket well');
  });

  test('those who may only look change nothing', () => {
    const [ann] = pair();
    const before = plainOf(ann.document);
    ann.editor.mayEdit = false;
    expect(edits.addCard(ann.editor, { step: 'calls', lane: 'backstage' })).toMatchObject({ ok: false, why: 'read-only' });
    expect(edits.remove(ann.editor, ['cards/note'])).toMatchObject({ ok: false, why: 'read-only' });
    expect(edits.pasteGrid(ann.editor, [['a']], { step: 'calls', lane: 'backstage' })).toMatchObject({ ok: false, why: 'read-only' });
    expect(plainOf(ann.document)).toEqual(before);
  });
});

/** A card that anybody could no longer read: without a place, or in a place that never was. */
function damaged(document: BoardDocument): string[] {
  const wrong: string[] = [];
  for (const collection of ['phases', 'lanes', 'steps', 'cards', 'marks', 'links'] as CollectionName[]) {
    for (const item of document.everything(collection)) {
      const place = item.map.get('pos');
      const length = { steps: 2, cards: 3, marks: 3, links: 3 }[collection as string] ?? 1;
      const texts = item.map.get('does') ?? item.map.get('title') ?? item.map.get('name');
      if (!Array.isArray(place) || place.length !== length) wrong.push(`${item.address} has no place`);
      if (collection !== 'links' && !(texts instanceof Y.Text)) wrong.push(`${item.address} has no text`);
      if (collection === 'lanes' && item.map.get('role') === undefined) wrong.push(`${item.address} has no role`);
    }
  }
  return wrong;
}

interface Op {
  who: number;
  what: number;
  one: number;
  two: number;
}

function pick(items: readonly Item[], number: number): string {
  return items.length ? (items[number % items.length] as Item).key : 'none';
}

const LANES = ['frontstage', 'backstage', 'second', 'support'];

function act(peer: Peer, { what, one, two }: Op): void {
  const { document, editor } = peer;
  const [card, step, phase] = [pick(document.items('cards'), one), pick(document.steps(), two), pick(document.phases(), one)];
  const lane = LANES[two % LANES.length] as string;
  const text = document.item('cards', card)?.ytext('does');
  const acts: (() => unknown)[] = [
    () => edits.addCard(editor, { step, lane, does: `card ${one}` }),
    () => edits.moveCard(editor, card, { step, lane }),
    () => text && editor.type(text, `cards/${card}`, () => text.insert(Math.min(two, text.length), 'ab')),
    () => text && text.length && editor.type(text, `cards/${card}`, () => text.delete(two % text.length, 1)),
    () => edits.remove(editor, [`cards/${card}`]),
    () => edits.remove(editor, [`steps/${step}`]),
    () => edits.addStep(editor, { phase, does: 'step' }),
    () => edits.moveStep(editor, step, { phase }),
    () => edits.setField(editor, `cards/${card}`, 'mode', two % 2 ? 'manual' : null),
    () => edits.addLink(editor, { source: `cards/${card}`, target: `steps/${step}` }),
    () => edits.addMark(editor, { on: `cards/${card}`, kind: 'fail' }),
    () => edits.setText(editor, `cards/${card}`, 'does', `said ${two}`),
    () => edits.splitPhase(editor, step, 'second'),
    () => edits.rename(editor, 'lanes/frontstage', `row ${one}`, two % 2 ? 'nl' : undefined),
    () => edits.changeLaneRole(editor, lane, 'backstage'),
    () => edits.toggleRef(editor, `cards/${card}`, 'by', pick(document.items('actors'), two)),
    () => edits.duplicateCard(editor, card),
    () => editor.undo(),
    () => editor.undo(),
    () => editor.undo(),
    () => editor.redo(),
  ];
  (acts[what % acts.length] as () => unknown)();
}

const RUNS = Number(process.env.FOOTLIGHTS_SESSIONS ?? 100);

test(`${RUNS} sessions of three people: no damaged element, all equal in the end`, { timeout: 600_000 }, () => {
  const base = fromValues({
    actors: { a: { pos: ['a0'], name: 'A' }, b: { pos: ['a1'], name: 'B' } },
    phases: { p: { pos: ['a0'], title: 'P' }, q: { pos: ['a1'], title: 'Q' } },
    lanes: { second: { pos: ['a0'], role: 'backstage', name: 'Second' } },
    steps: { s: { pos: ['p', 'a0'], does: 'S' }, t: { pos: ['q', 'a0'], does: 'T' } },
    cards: { c: { pos: ['s', 'frontstage', 'a0'], does: 'C' }, d: { pos: ['t', 'backstage', 'a0'], does: 'D' } },
  });
  const number = fc.nat(40);
  const op = fc.record({ who: fc.nat(2), what: fc.nat(23), one: number, two: number });
  fc.assert(
    fc.property(fc.array(op, { minLength: 40, maxLength: 40 }), (ops) => {
      const hub = new Peer(base, 100);
      const peers = [1, 2, 3].map((client) => new Peer(base, client));
      for (const each of ops) {
        const peer = peers[each.who] as Peer;
        if (each.what > 20) peer.meet(hub);
        else act(peer, each);
      }
      for (let round = 0; round < 2; round++) for (const peer of peers) peer.meet(hub);
      const all = peers.map((peer) => JSON.stringify(plainOf(peer.document)));
      expect(new Set(all).size).toBe(1);
      expect(damaged(hub.document)).toEqual([]);
      for (const peer of peers) {
        expect(peer.document.items('cards').map((item) => item.address)).toEqual(hub.document.items('cards').map((item) => item.address));
        const fresh = new BoardDocument(peer.document.doc);
        expect(peer.document.steps().map((item) => item.key)).toEqual(fresh.steps().map((item) => item.key));
        expect(peer.document.rows().map((row) => row.key)).toEqual(fresh.rows().map((row) => row.key));
        expect(peer.document.flows().length).toBe(fresh.flows().length);
        fresh.close();
      }
    }),
    { numRuns: RUNS },
  );
});

test(`${RUNS} sessions: undoing everything of mine leaves everything of theirs`, { timeout: 600_000 }, () => {
  const number = fc.nat(40);
  // what one person does to cards of the other is what the first test looks at; here each has their own
  const op = fc.record({ who: fc.nat(1), what: fc.nat(5), one: number, two: number });
  const base = sampleDoc();
  fc.assert(
    fc.property(fc.array(op, { minLength: 10, maxLength: 30 }), (ops) => {
      const peers = [new Peer(base, 1), new Peer(base, 2)] as [Peer, Peer];
      const before = JSON.stringify(visible(peers[0], 'a'));
      for (const { who, what, one, two } of ops) {
        const peer = peers[who] as Peer;
        const mine = peer.document.items('cards').filter((card) => card.text('note') === 'ab'[who]);
        const { editor } = peer;
        const key = pick(mine, one);
        const step = pick(peer.document.steps(), two);
        const acts = [
          () => edits.addCard(editor, { step, lane: 'backstage', does: `x${one}`, fields: { note: 'ab'[who] } }),
          () => edits.moveCard(editor, key, { step, lane: LANES[one % 4] as string }),
          () => edits.setText(editor, `cards/${key}`, 'does', `y${two}`),
          () => edits.setField(editor, `cards/${key}`, 'mode', 'manual'),
          () => edits.remove(editor, [`cards/${key}`]),
          () => peers[0].meet(peers[1]),
        ];
        (acts[what] as () => unknown)();
      }
      peers[0].meet(peers[1]);
      const theirs = JSON.stringify(visible(peers[0], 'b'));
      while (peers[0].editor.canUndo) expect(peers[0].editor.undo().kept).toEqual([]);
      peers[0].meet(peers[1]);
      expect(JSON.stringify(visible(peers[1], 'b'))).toBe(theirs);
      expect(JSON.stringify(visible(peers[1], 'a'))).toBe(before);
    }),
    { numRuns: RUNS },
  );
});

function visible(peer: Peer, note: string): unknown[] {
  const cards = peer.document.items('cards').filter((card) => card.text('note') === note);
  return cards.map((card) => [card.key, card.place, card.text('does'), card.value('mode') ?? null]);
}
