import { expect, test, vi } from 'vitest';
import { BoardDocument } from '../document';
import { sampleDoc } from '../document/sample';
import { addCard, Editor, moveCard, remove, setField, setText, span } from '../edits';
import { heed } from './heed';

function heeding(matters: (key: string) => boolean): { editor: Editor; heard: () => number; stop: () => void } {
  const document = new BoardDocument(sampleDoc());
  const changed = vi.fn();
  const stop = heed(document, matters, changed);
  return { editor: new Editor(document), heard: () => changed.mock.calls.length, stop };
}

test('hears what it heeds, once a transaction, and nothing else', () => {
  const { editor, heard } = heeding((key) => key === 'until' || key === 'gone');
  setField(editor, 'cards/answer', 'mode', 'automated');
  moveCard(editor, 'note', { before: 'answer' });
  expect(heard()).toBe(0);
  span(editor, 'answer', 'works');
  expect(heard()).toBe(1);
  remove(editor, ['steps/waits']); // with its cards, marks and links
  expect(heard()).toBe(2);
});

test('letters typed in texts pass unheard, whatever is heeded', () => {
  const { editor, heard } = heeding(() => true);
  editor.document.item('cards', 'answer')?.ytext('does')?.insert(0, 'At last ');
  setText(editor, 'steps/calls', 'does', 'Calls again');
  expect(heard()).toBe(0);
});

test('a new element is heard, whatever is heeded', () => {
  const { editor, heard } = heeding(() => false);
  addCard(editor, { step: 'works', lane: 'support', does: 'Thanks' });
  expect(heard()).toBe(1);
});

test('hears nothing more once it is stopped', () => {
  const { editor, heard, stop } = heeding(() => true);
  stop();
  span(editor, 'answer', 'works');
  expect(heard()).toBe(0);
});
