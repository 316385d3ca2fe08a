import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocument } from '../document';
import { sampleDoc } from '../document/sample';
import { Editor, textToType } from '../edits';
import { bindText } from './text.svelte';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

interface Desk {
  document: BoardDocument;
  editor: Editor;
  node: HTMLTextAreaElement;
}

function desk(doc: Y.Doc = sampleDoc(), field = 'does', language?: string): Desk {
  const board = new BoardDocument(doc);
  const editor = new Editor(board);
  const node = document.createElement('textarea');
  document.body.append(node);
  const bound = bindText(node, { editing: editor, address: 'cards/answer', field, ...(language && { language }) });
  ends.push(() => {
    bound.destroy();
    node.remove();
  });
  return { document: board, editor, node };
}

function copy(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  return other;
}

function meet(one: Desk, two: Desk): void {
  const [a, b] = [one.document.doc, two.document.doc];
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), 'remote');
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), 'remote');
}

function type(node: HTMLTextAreaElement, at: number, letters: string, remove = 0): void {
  node.value = node.value.slice(0, at) + letters + node.value.slice(at + remove);
  node.setSelectionRange(at + letters.length, at + letters.length);
  node.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const said = ({ document: board }: Desk, field = 'does', language?: string): string =>
  board.item('cards', 'answer')?.textIn(field, language ?? 'en') ?? '';

test('letters typed stand in the shared text, and others’ letters in the field, with the caret where it was', () => {
  const one = desk();
  const two = desk(copy(one.document.doc));
  expect(one.node.value).toBe('Answers the call');
  type(one.node, 7, ' kindly');
  expect(said(one)).toBe('Answers kindly the call');
  two.node.focus();
  two.node.setSelectionRange(11, 11);
  meet(one, two);
  expect(two.node.value).toBe('Answers kindly the call');
  expect([two.node.selectionStart, two.node.selectionEnd]).toEqual([18, 18]);
});

test('two who type in one field at once both stand there', () => {
  const one = desk();
  const two = desk(copy(one.document.doc));
  type(one.node, 0, 'Ann ');
  type(two.node, 16, ' for Bob');
  meet(one, two);
  expect(one.node.value).toBe('Ann Answers the call for Bob');
  expect(two.node.value).toBe(one.node.value);
});

test('an input method is left alone while it composes, and nobody’s letters are lost', () => {
  const one = desk();
  const two = desk(copy(one.document.doc));
  one.node.focus();
  one.node.dispatchEvent(new CompositionEvent('compositionstart'));
  type(one.node, 8, 'に');
  type(two.node, 0, 'Bob: ');
  meet(one, two);
  expect(one.node.value).toBe('Answers にthe call');
  type(one.node, 8, '日本', 1);
  one.node.dispatchEvent(new CompositionEvent('compositionend'));
  expect(one.node.value).toBe('Bob: Answers 日本the call');
  expect(one.node.selectionStart).toBe(15);
  meet(one, two);
  expect(two.node.value).toBe(one.node.value);
});

test('what others write over what is composed moves it, and does not take it', () => {
  const one = desk();
  const two = desk(copy(one.document.doc));
  one.node.dispatchEvent(new CompositionEvent('compositionstart'));
  type(one.node, 16, '日');
  type(two.node, 0, '', 8);
  meet(one, two);
  one.node.dispatchEvent(new CompositionEvent('compositionend'));
  expect(one.node.value).toBe('the call日');
  expect(said(one)).toBe('the call日');
});

test('a translation begins with its first letter', () => {
  const one = desk(sampleDoc(), 'does', 'nl');
  expect(one.node.value).toBe('');
  type(one.node, 0, 'N');
  type(one.node, 1, 'eemt op');
  expect(said(one, 'does', 'nl')).toBe('Neemt op');
  expect(one.document.item('cards', 'answer')?.text('does', 'en')).toBe('Answers the call');
});

test('two who begin the same translation apart from each other keep every letter of both', () => {
  const one = desk(sampleDoc(), 'does', 'nl');
  const two = desk(copy(one.document.doc), 'does', 'nl');
  type(one.node, 0, 'Neemt op');
  type(two.node, 0, 'Pakt de telefoon');
  meet(one, two);
  expect(one.node.value).toBe(two.node.value);
  expect(one.node.value).toContain('Neemt op');
  expect(one.node.value).toContain('Pakt de telefoon');
});

test('a text that an older server put in another’s place does not take my letters with it', async () => {
  const one = desk(sampleDoc(), 'does', 'nl');
  const other = copy(one.document.doc);
  other.clientID = 0xffffffff;
  type(one.node, 0, 'Neemt op');
  const theirs = new Y.Text();
  (other.getMap<Y.Map<unknown>>('cards').get('answer') as Y.Map<unknown>).set('does@nl', theirs);
  theirs.insert(0, 'Pakt op');
  // whoever has the larger number wins: the same as on the wire
  Y.applyUpdate(one.document.doc, Y.encodeStateAsUpdate(other), 'remote');
  await Promise.resolve();
  expect(one.node.value).toContain('Neemt op');
  expect(said(one, 'does', 'nl')).toBe(one.node.value);
});

test('emoji are whole on both sides', () => {
  const one = desk();
  const two = desk(copy(one.document.doc));
  type(one.node, 0, '👩‍🚀👍');
  type(one.node, 5, '👎', 2);
  meet(one, two);
  expect(two.node.value).toBe('👩‍🚀👎Answers the call');
});

test('undo takes back my letters in runs, and the browser’s own undo is ours', () => {
  const one = desk();
  const two = desk(copy(one.document.doc));
  type(one.node, 0, 'Now ');
  meet(one, two);
  type(two.node, 4, 'quickly ');
  meet(one, two);
  const event = new InputEvent('beforeinput', { inputType: 'historyUndo', cancelable: true });
  one.node.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  expect(one.node.value).toBe('quickly Answers the call');
});

test('who may only look can’t type', () => {
  const one = desk();
  one.editor.mayEdit = false;
  type(one.node, 0, 'X');
  expect(one.node.value).toBe('Answers the call');
  expect(textToType(one.editor, 'cards/answer', 'does', 'fr')).toBeUndefined();
});

test('a field that shows another element says that one’s text', () => {
  const one = desk();
  const node = document.createElement('textarea');
  const given = { editing: one.editor, address: 'cards/answer', field: 'does' };
  const bound = bindText(node, given);
  bound.update({ ...given, address: 'cards/judge' });
  expect(node.value).toBe('Judges the cause');
  one.document.item('cards', 'answer')?.ytext('does')?.insert(0, 'X');
  expect(node.value).toBe('Judges the cause');
  bound.destroy();
});

test('a field that stood before the document came shows the text in the language the document turns out to be in', () => {
  const there = new Y.Doc();
  there.transact(() => {
    const head = there.getMap<unknown>('head');
    head.set('language', 'nl');
    head.set('title', new Y.Text('Een nieuw paspoort'));
    head.set('title@en', new Y.Text('A new passport'));
  });
  const editor = new Editor(new BoardDocument(new Y.Doc()));
  const node = document.createElement('textarea');
  const given = { editing: editor, address: 'head', field: 'title' };
  const bound = bindText(node, given);
  Y.applyUpdate(editor.document.doc, Y.encodeStateAsUpdate(there), 'remote');
  bound.update({ ...given });
  expect(node.value).toBe('Een nieuw paspoort');
  bound.destroy();
});
