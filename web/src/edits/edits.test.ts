import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { BoardDocument, type Item } from '../document';
import { sampleDoc } from '../document/sample';
import * as edits from '.';

function desk(): { document: BoardDocument; editor: edits.Editor } {
  const document = new BoardDocument(sampleDoc());
  return { document, editor: new edits.Editor(document) };
}

const keys = (items: readonly Item[]): string[] => items.map((item) => item.key);

describe('values are taken as people write them', () => {
  test.each([
    ['cards/answer', 'time.work', '1 h 30 min', '90 min'],
    ['cards/answer', 'time.wait', '2 werkdagen', '2 working days'],
    ['cards/answer', 'cost', '€ 12,50', '12.5 EUR'],
    ['cards/answer', 'mode', 'automated', 'automated'],
    ['phases/report', 'met', '40 %', 0.4],
    ['steps/calls', 'moment_of_truth', '4', 4],
    ['steps/calls', 'desired', '4,5', 4.5],
    ['links/back', 'share', '12,5 %', 0.125],
    ['promises/day', 'from', 'steps/notices', 'steps/notices'],
    ['head', 'language', 'nl-BE', 'nl-BE'],
    ['head', 'review_every', '6 maanden', '6 months'],
    ['head', 'reviewed', '2027-03-01', '2027-03-01'],
    ['systems/tickets', 'owner', 'agent', 'agent'],
    ['steps/calls', 'owner', 'agent', 'agent'],
    ['head', 'customers_per_day', '40', 40],
  ])('%s#%s takes %j', (address, field, value, stored) => {
    const { document, editor } = desk();
    expect(edits.setField(editor, address, field, value)).toEqual({ ok: true });
    expect(document.at(address)?.value(field)).toBe(stored);
    editor.undo();
    expect(document.at(address)?.value(field)).not.toBe(stored);
  });

  test('a field may be called as in the file', () => {
    const { document, editor } = desk();
    edits.setField(editor, 'steps/calls', 'moment-of-truth', 2);
    expect(document.item('steps', 'calls')?.value('moment_of_truth')).toBe(2);
  });

  test.each([
    ['cards/answer', 'time.work', 'a while', 'takes-duration'],
    ['cards/answer', 'cost', '12', 'takes-money'],
    ['cards/answer', 'mode', 'by magic', 'takes-choice'],
    ['cards/answer', 'by', ['nobody'], 'takes-references'],
    ['cards/answer', 'colour', 'red', 'no-such-field'],
    ['cards/answer', 'until', 'notices', 'ends-before-it-begins'],
    ['cards/none', 'mode', 'manual', 'no-such-element'],
    ['phases/report', 'met', '160 %', 'takes-share'],
    ['steps/calls', 'moment_of_truth', 5, 'out-of-range'],
    ['steps/calls', 'moment_of_truth', 1.5, 'takes-whole-number'],
    ['steps/calls', 'desired', 'much', 'takes-number'],
    ['head', 'language', 'Dutch!', 'takes-language'],
    ['head', 'reviewed', '2027-02-30', 'takes-date'],
    ['head', 'title', '', 'required'],
    ['links/back', 'source', 'cards/answer', 'moved-not-set'],
    ['lanes/second', 'role', 'support', 'moved-not-set'],
    ['promises/day', 'within', null, 'required'],
    ['cards/answer', 'allow', [['No owner', 'We share it']], 'takes-text'],
    ['head', 'vocabulary', [['no-owner', 'We share it']], 'takes-text'],
    ['systems/tickets', 'owner', 'phone', 'takes-references'],
  ])('%s#%s does not take %j: %s', (address, field, value, why) => {
    const { editor } = desk();
    const answer = edits.setField(editor, address, field, value);
    expect(answer).toMatchObject({ ok: false, why });
    expect(editor.canUndo).toBe(false);
  });
});

describe('moving', () => {
  test('steps within and between phases, cards within a cell, phases with their steps', () => {
    const { document, editor } = desk();
    edits.moveStep(editor, 'waits', { before: 'notices' });
    expect(keys(document.steps())).toEqual(['waits', 'notices', 'calls', 'works']);
    edits.moveCard(editor, 'note', { before: 'answer' });
    expect(keys(document.cards('calls', 'frontstage'))).toEqual(['note', 'answer']);
    edits.movePhase(editor, 'repair', { before: 'report' });
    expect(keys(document.steps())).toEqual(['works', 'waits', 'notices', 'calls']);
    expect(document.item('cards', 'send')?.value('until')).toBeUndefined();
    for (let at = 0; at < 3; at++) editor.undo();
    expect(keys(document.steps())).toEqual(['notices', 'calls', 'waits', 'works']);
    expect(document.item('cards', 'send')?.value('until')).toBe('works');
  });

  test('to where it stands already writes nothing', () => {
    const { editor } = desk();
    edits.moveStep(editor, 'calls', { after: 'notices' });
    edits.moveCard(editor, 'answer', { before: 'note' });
    edits.movePhase(editor, 'report', { before: 'repair' });
    expect(editor.canUndo).toBe(false);
  });

  test('between two of equal rank there is room', () => {
    const { document, editor } = desk();
    const map = (card: string): Y.Map<unknown> => document.known('cards', card)?.map as Y.Map<unknown>;
    map('note').set('pos', ['calls', 'frontstage', 'a0']);
    map('judge').set('pos', ['calls', 'frontstage', 'rubbish rank']);
    expect(keys(document.cards('calls', 'frontstage'))).toEqual(['answer', 'note', 'judge']);
    const made = edits.addCard(editor, { step: 'calls', lane: 'frontstage', after: 'answer' });
    const last = edits.addCard(editor, { step: 'calls', lane: 'frontstage' });
    if (!made.ok || !last.ok) throw new Error('refused');
    expect(keys(document.cards('calls', 'frontstage'))).toEqual(['answer', made.key, 'note', 'judge', last.key]);
    editor.undo();
    editor.undo();
    expect(keys(document.cards('calls', 'frontstage'))).toEqual(['answer', 'note', 'judge']);
  });

  test('many cards at one spot keep their order', () => {
    const { document, editor } = desk();
    const made = Array.from({ length: 60 }, () =>
      edits.addCard(editor, { step: 'works', lane: 'note', before: keys(document.cards('works', 'note'))[0] ?? '' }),
    );
    expect(keys(document.cards('works', 'note'))).toEqual(made.map((each) => (each.ok ? each.key : '')).reverse());
  });
});

describe('rows and phases', () => {
  test('a lane with another role keeps its cards; a role’s own row hands them over', () => {
    const { document, editor } = desk();
    expect(edits.changeLaneRole(editor, 'second', 'support')).toMatchObject({ ok: true, key: 'second' });
    const made = edits.changeLaneRole(editor, 'frontstage', 'backstage', 'Desk');
    if (!made.ok) throw new Error('refused');
    expect(keys(document.cards('calls', made.key))).toEqual(['answer', 'note']);
    expect(document.item('lanes', made.key)?.title()).toBe('Desk');
    expect(edits.changeLaneRole(editor, 'second', 'emotion')).toMatchObject({ ok: false, why: 'lane-holds-cards' });
    editor.undo();
    expect(keys(document.cards('calls', 'frontstage'))).toEqual(['answer', 'note']);
  });

  test('a phase is split at a step and merged again', () => {
    const { document, editor } = desk();
    const made = edits.splitPhase(editor, 'calls', 'Talk');
    if (!made.ok) throw new Error('refused');
    expect(keys(document.stepsOf(made.key))).toEqual(['calls']);
    expect(edits.splitPhase(editor, 'notices')).toMatchObject({ why: 'first-of-its-phase' });
    edits.addMark(editor, { on: `phases/${made.key}`, kind: 'pain', title: 'Slow' });
    expect(edits.mergePhases(editor, 'report', 'repair')).toMatchObject({ why: 'not-neighbours' });
    expect(edits.mergePhases(editor, made.key, 'report')).toEqual({ ok: true });
    expect(keys(document.stepsOf('report'))).toEqual(['notices', 'calls']);
    expect(document.marksOn('phases/report')).toHaveLength(1);
    expect(document.item('phases', 'report')?.text('need')).toBe('Being heard at once');
  });

  test('a need only the second phase has is taken over; two needs must be settled', () => {
    const { document, editor } = desk();
    edits.setText(editor, 'phases/repair', 'need', 'Work on');
    expect(edits.mergePhases(editor, 'report', 'repair')).toMatchObject({ why: 'both-have-a-need' });
    edits.setText(editor, 'phases/report', 'need', '');
    edits.mergePhases(editor, 'report', 'repair');
    expect(document.item('phases', 'report')?.text('need')).toBe('Work on');
  });
});

describe('small things', () => {
  test('a card is copied with its marks, without its id and its links', () => {
    const { document, editor } = desk();
    document.item('cards', 'note')?.map.set('id', 'note');
    const made = edits.duplicateCard(editor, 'note');
    if (!made.ok) throw new Error('refused');
    const copy = document.item('cards', made.key) as Item;
    expect([copy.text('does'), copy.refs('by'), copy.id, document.marksOn(copy.address).length]).toEqual([
      'Writes the ticket',
      ['agent'],
      '',
      1,
    ]);
    expect(document.linksFrom(copy.address)).toHaveLength(0);
    expect(keys(document.cards('calls', 'frontstage'))).toEqual(['answer', 'note', made.key]);
  });

  test('references are put in, taken out and ordered', () => {
    const { document, editor } = desk();
    const by = (): string[] => document.item('cards', 'answer')?.refs('by') ?? [];
    edits.toggleRef(editor, 'cards/answer', 'by', 'expert');
    expect(by()).toEqual(['agent', 'expert']);
    edits.setField(editor, 'cards/answer', 'by', ['expert', 'agent']);
    expect(by()).toEqual(['expert', 'agent']);
    edits.toggleRef(editor, 'cards/answer', 'by', 'expert');
    expect(by()).toEqual(['agent']);
    for (let at = 0; at < 3; at++) editor.undo();
    expect(by()).toEqual(['agent']);
  });

  test('a feeling goes with what it rests on', () => {
    const { document, editor } = desk();
    edits.setFeeling(editor, 'calls', 'mia', -1.5);
    edits.setFeelingBasis(editor, 'calls', 'mia', 'measured');
    expect(document.item('steps', 'calls')?.feelings()).toEqual([
      { persona: null, level: -2, source: [] },
      { persona: 'mia', level: -1.5, basis: 'measured', source: [] },
      { persona: 'tom', level: 0, source: [] },
    ]);
    edits.setFeeling(editor, 'calls', 'mia', null);
    expect(document.item('steps', 'calls')?.map.has('feels/mia.basis')).toBe(false);
    expect(edits.setFeeling(editor, 'calls', null, 3)).toMatchObject({ why: 'out-of-range' });
  });

  test('an id is unique among phases, steps and cards, and no word of ours', () => {
    const { document, editor } = desk();
    expect(edits.setId(editor, 'cards/note', 'calls')).toMatchObject({ why: 'id-taken' });
    expect(edits.setId(editor, 'cards/note', '-note')).toMatchObject({ why: 'id-impossible' });
    expect(edits.setId(editor, 'lanes/second', 'frontstage')).toMatchObject({ why: 'id-impossible' });
    expect(edits.setId(editor, 'lanes/second', 'feels')).toMatchObject({ why: 'id-impossible' });
    edits.setId(editor, 'cards/note', 'ticket');
    expect(document.item('cards', 'note')?.id).toBe('ticket');
  });

  test('links are drawn once, marks only where they can be', () => {
    const { editor } = desk();
    expect(edits.addLink(editor, { source: 'cards/note', target: 'cards/judge', kind: 'handover' })).toMatchObject({
      why: 'link-is-there',
    });
    expect(edits.addLink(editor, { source: 'cards/note', target: 'cards/judge', kind: 'message' }).ok).toBe(true);
    expect(edits.addLink(editor, { source: 'cards/note', target: 'phases/report' })).toMatchObject({ why: 'no-such-element' });
    expect(edits.addMark(editor, { on: 'steps/calls', kind: 'policy' })).toMatchObject({ why: 'no-policy-at-a-step' });
  });

  test('simple elements ask for what they need', () => {
    const { document, editor } = desk();
    expect(edits.addElement(editor, 'findings', {})).toMatchObject({ why: 'nothing-to-say' });
    expect(edits.addElement(editor, 'promises', { title: 'Soon' })).toMatchObject({ why: 'required' });
    expect(edits.addElement(editor, 'expect', {})).toMatchObject({ why: 'required' });
    const made = edits.addElement(editor, 'findings', { title: 'Slow', fields: { on: ['cards/note', 'steps/calls'] } });
    expect(made.ok && document.item('findings', made.key)?.refs('on')).toEqual(['cards/note', 'steps/calls']);
    expect(edits.addElement(editor, 'agreements', { kind: 'xla', title: 'Happy', fields: { target: '>= 80' } }).ok).toBe(true);
    expect(document.items('agreements')[0]?.place).toEqual(['xla']);
  });

  test('what is taken off the board waits, and what was removed can be brought back', () => {
    const { document, editor } = desk();
    edits.unplace(editor, ['note']);
    expect(keys(document.unplaced())).toEqual(['note']);
    edits.moveCard(editor, 'note', { step: 'works', lane: 'support' });
    expect(document.unplaced()).toHaveLength(0);
    edits.remove(editor, ['cards/note']);
    expect(edits.restore(editor, ['cards/note', 'marks/wrong'])).toEqual({ ok: true });
    expect(keys(document.marksOn('cards/note'))).toEqual(['wrong']);
  });

  test('a span ends at the last step that is left before its end', () => {
    const { document, editor } = desk();
    edits.span(editor, 'answer', 'works');
    edits.remove(editor, ['steps/works']);
    expect(document.item('cards', 'answer')?.value('until')).toBe('waits');
    expect(document.item('cards', 'send')?.value('until')).toBeUndefined();
    editor.undo();
    expect(document.item('cards', 'answer')?.value('until')).toBe('works');
  });

  test('several edits in one run are one step of undo', () => {
    const { document, editor } = desk();
    editor.run('two', () => {
      edits.addCard(editor, { step: 'works', lane: 'note', does: 'One' });
      edits.addCard(editor, { step: 'works', lane: 'note', does: 'Two' });
    });
    expect(document.cards('works', 'note').map((card) => card.text('does'))).toEqual(['One', 'Two']);
    expect(editor.undo()).toMatchObject({ done: true, name: 'two' });
    expect(document.cards('works', 'note')).toHaveLength(0);
  });
});
