import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import cells from '../../../tests/plan/cells.json';
import { BoardDocument } from '../document';
import { fromValues, sampleDoc } from '../document/sample';
import { Editor, gridText, parseGrid, pasteGrid, planPaste, quieted } from '.';

describe('a copied table', () => {
  test.each([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"two\nlines"\t"say ""hello"""', [['two\nlines', 'say "hello"']]],
    ['"a\tb"\tc', [['a\tb', 'c']]],
    ['"a" and b\tc', [['"a" and b', 'c']]],
    ['6" pipe\tx', [['6" pipe', 'x']]],
    [
      'a\t\tb\n\t\tc',
      [
        ['a', '', 'b'],
        ['', '', 'c'],
      ],
    ],
    [
      'a\t\nb\tc',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    ['a\t\t\n\n\n', [['a']]],
    ['\n\na', [[''], [''], ['a']]],
    ['one', [['one']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(parseGrid({ text })).toEqual(rows);
  });

  test('what we copy out comes back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\t', '\n', ' ', ','), maxLength: 6 }).map((text) => text.trim() || 'x');
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })),
        (grid) => {
          expect(parseGrid({ text: gridText(grid) })).toEqual(grid);
        },
      ),
    );
  });

  test('as HTML: merged cells, line breaks, no scripts run, text only', () => {
    const html = `<meta><table><tr><th colspan="2">Head</th><th>C</th></tr><tr><td rowspan="2">A<br>two</td><td> b  c </td><td><b>d</b></td></tr>
      <tr><td><p>x</p><p>y</p></td><td><img src=x onerror="throw 1"></td></tr></table>`;
    expect(parseGrid({ html, text: 'ignored' })).toEqual([
      ['Head', '', 'C'],
      ['A\ntwo', 'b c', 'd'],
      ['', 'x\ny', ''],
    ]);
    expect(parseGrid({ html: '<p>no table</p>', text: 'a\tb' })).toEqual([['a', 'b']]);
  });
});

describe('pasting', () => {
  const board = (): Editor => new Editor(new BoardDocument(sampleDoc()));

  test('puts cells to the right over the steps and down over the lanes, and says so before', () => {
    const editor = board();
    const { document } = editor;
    const grid = [
      ['Logs in', 'Reads', ''],
      ['', 'Calls back', 'Checks'],
    ];
    const at = { step: 'calls', lane: 'frontstage' };
    expect(planPaste(document, grid, at)).toMatchObject({
      columns: ['calls', 'waits', 'works'],
      newSteps: 0,
      newLanes: 0,
      newCards: 4,
      unfit: [],
    });
    const made = pasteGrid(editor, grid, at);
    expect(made.ok && made.keys).toHaveLength(4);
    expect(document.cards('calls', 'frontstage').map((card) => card.text('does'))).toEqual([
      'Answers the call',
      'Writes the ticket',
      'Logs in',
    ]);
    expect(document.cards('works', 'second').map((card) => card.text('does'))).toEqual(['Checks']);
    expect(editor.undo().done).toBe(true);
    expect(editor.canUndo).toBe(false);
    expect(document.items('cards')).toHaveLength(5);
  });

  test('grows at both ends: new steps and new lanes', () => {
    const editor = board();
    const { document } = editor;
    const grid = [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ];
    const at = { step: 'works', lane: 'support' };
    const plan = planPaste(document, grid, at);
    expect(plan).toMatchObject({ newSteps: 2, newLanes: 0, newCards: 3 });
    expect(plan.unfit.map((cell) => cell.text)).toEqual(['d', 'e', 'f']);
    pasteGrid(editor, grid, at);
    expect(document.steps()).toHaveLength(6);
    expect(document.cards(document.steps()[5]?.key ?? '', 'support')[0]?.text('does')).toBe('c');
  });

  test('a whole table with heads and names makes a board', () => {
    const editor = new Editor(new BoardDocument(fromValues({ head: { title: 'New' } })));
    const { document } = editor;
    const grid = [
      ['', 'Orders', 'Waits', 'Eats'],
      ['Waiter', 'Takes the order', '', 'Serves'],
      ['Kitchen', '', 'Cooks', ''],
    ];
    const at = { step: null, lane: 'steps', named: true };
    expect(planPaste(document, grid, at)).toMatchObject({ newSteps: 3, newLanes: 2, newCards: 3, changedSteps: 0 });
    pasteGrid(editor, grid, at);
    expect(document.steps().map((step) => step.text('does'))).toEqual(['Orders', 'Waits', 'Eats']);
    expect(document.items('lanes').map((lane) => lane.title())).toEqual(['Waiter', 'Kitchen']);
    expect(document.cards(document.steps()[2]?.key ?? '', document.items('lanes')[0]?.key ?? '')[0]?.text('does')).toBe('Serves');
  });

  test('levels and times go where they belong, and what does not fit is named', () => {
    const editor = board();
    const { document } = editor;
    const feelings = planPaste(document, [['-2', '+1', 'great', '−1,5']], { step: 'notices', lane: 'emotion' });
    expect([feelings.feelings, feelings.unfit.map((cell) => cell.text)]).toEqual([3, ['great']]);
    pasteGrid(editor, [['-2', '+1', 'great', '−1,5']], { step: 'notices', lane: 'emotion' });
    expect(document.steps().map((step) => step.feelings()[0]?.level)).toEqual([-2, 1, 0, -1.5]);
    pasteGrid(editor, [['5 min', 'soon']], { step: 'notices', lane: 'time' });
    expect(document.item('steps', 'notices')?.value('time.work')).toBe('5 min');
    pasteGrid(editor, [['Sees it']], { step: 'notices', lane: 'steps' });
    expect(document.item('steps', 'notices')?.text('does')).toBe('Sees it');
  });

  test('a large table goes in several transactions that are one step of undo', () => {
    const editor = board();
    const grid = Array.from({ length: 30 }, (_, row) => Array.from({ length: 40 }, (_, column) => `${row} ${column}`));
    let transactions = 0;
    editor.document.doc.on('update', (update: Uint8Array) => {
      transactions += 1;
      expect(update.length).toBeLessThan(250_000);
    });
    const made = pasteGrid(editor, grid, { step: null, lane: 'evidence' });
    expect(made.ok && made.keys.length).toBeGreaterThan(1000);
    expect(transactions).toBeGreaterThan(5);
    editor.undo();
    expect([editor.document.steps().length, editor.document.items('cards').length]).toEqual([4, 5]);
  });
});

test.each(cells as [string, string][])('%j is no formula in a spreadsheet, and comes back as it was', (text, shown) => {
  expect(quieted(text)).toBe(shown);
  expect(parseGrid({ text: gridText([[text]]) })).toEqual([[text]]);
});
