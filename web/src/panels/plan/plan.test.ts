import { describe, expect, test } from 'vitest';
import { addElement, setField } from '../../edits';
import { trial } from '../testing';
import { advance, own, put } from './acting';
import { dayOf, held, months, quadrantOf, rowsOf, unanswered, type Row } from './plan';

const TODAY = '2026-11-22';

function planned(...actions: Record<string, unknown>[]) {
  const given = trial();
  const { editing, document } = given.desk;
  for (const fields of actions) addElement(editing, 'actions', { fields });
  const rows = () => rowsOf(document, TODAY);
  const row = (title: string): Row => rows().find((each) => each.title === title)!;
  return { ...given, editing, document, rows, row };
}

describe('rows', () => {
  test('late first, then by day, then without a day, done and dropped last', () => {
    const { rows } = planned(
      { title: 'dropped', status: 'dropped', due: '2020-01-01' },
      { title: 'some day', status: 'open' },
      { title: 'later', due: '2027-01-01', status: 'planned' },
      { title: 'late', due: '2026-11-20', status: 'doing' },
      { title: 'done', status: 'done', due: '2026-01-01' },
      { title: 'today', due: TODAY },
      { title: 'very late', due: '2025-11-22' },
    );
    expect(rows().map(({ title, late }) => [title, late])).toEqual([
      ['very late', 365],
      ['late', 2],
      ['today', 0],
      ['later', 0],
      ['some day', 0],
      ['dropped', 0],
      ['done', 0],
    ]);
  });

  test('nobody answers for what has no owner and is to be done', () => {
    const { row, keys, editing } = planned({ title: 'a' }, { title: 'b', status: 'done' });
    expect([row('a').unowned, row('b').unowned]).toEqual([true, false]);
    setField(editing, row('a').item.address, 'owner', keys.actor);
    expect(row('a')).toMatchObject({ unowned: false, ownerName: 'First line' });
  });

  test('what an action answers, and the highest severity of it; what no action answers', () => {
    const { editing, document, row } = planned();
    const made = ['low', 'high', 'medium'].map((severity) => {
      const outcome = addElement(editing, 'findings', { title: severity, fields: { severity } });
      return outcome.ok ? outcome.key : '';
    });
    addElement(editing, 'findings', { title: 'aside', fields: { status: 'dismissed' } });
    addElement(editing, 'actions', { title: 'a', fields: { closes: made.slice(0, 2) } });
    addElement(editing, 'actions', { title: 'b', fields: { closes: made.slice(2), status: 'dropped' } });
    expect(row('a').severity).toBe('high');
    expect(row('a').closes.map((each) => each.title())).toEqual(['low', 'high']);
    expect(unanswered(document)).toBe(1);
  });

  test('while they are held they stay, and what is new comes last', () => {
    const { rows, row, editing } = planned({ title: 'a', due: '2027-01-01' }, { title: 'b', due: '2027-02-01' });
    const order = rows().map(({ key }) => key);
    setField(editing, row('b').item.address, 'due', '2026-01-01');
    addElement(editing, 'actions', { title: 'c', fields: { due: '2026-01-01' } });
    expect(rows().map(({ title }) => title)[0]).not.toBe('a');
    expect(held(rows(), order).map(({ title }) => title)).toEqual(['a', 'b', 'c']);
    expect(held(rows(), null)).toEqual(rows());
  });

  test('a day is the one that people here have', () => {
    expect(dayOf(new Date(2027, 2, 1, 23, 59))).toBe('2027-03-01');
  });
});

test('months in their order, what has no day at the end, nothing that is done', () => {
  const { rows } = planned(
    { title: 'b', due: '2027-03-31' },
    { title: 'none' },
    { title: 'a', due: '2027-03-01' },
    { title: 'first', due: '2026-12-01' },
    { title: 'done', due: '2026-12-01', status: 'done' },
  );
  expect(months(rows()).map(({ month, rows: due }) => [month, due.map(({ title }) => title)])).toEqual([
    ['2026-12', ['first']],
    ['2027-03', ['a', 'b']],
    ['', ['none']],
  ]);
});

test.each([
  [5, 1, 'now'],
  [3, 3, 'now'],
  [3, 4, 'big'],
  [2, 3, 'small'],
  [1, 5, 'later'],
  [null, 2, null],
  [2, null, null],
])('impact %s and effort %s: %s', (impact, effort, expected) => {
  expect(quadrantOf({ impact, effort })).toBe(expected);
});

describe('by hand', () => {
  test('an owner is found by name, or comes into being, in one step of undo', () => {
    const { desk, row, document, editing, keys } = planned({ title: 'a' });
    own(desk, row('a'), ' first LINE ');
    expect(row('a').owner).toBe(keys.actor);
    own(desk, row('a'), 'Planner');
    expect(row('a').ownerName).toBe('Planner');
    expect(document.items('actors')).toHaveLength(2);
    editing.undo();
    expect(row('a').owner).toBe(keys.actor);
    expect(document.items('actors')).toHaveLength(1);
    own(desk, row('a'), '');
    expect(row('a').unowned).toBe(true);
  });

  test('an action goes on and back, and no further than there are states', () => {
    const { desk, row } = planned({ title: 'a' });
    expect(advance(desk, row('a'), -1)).toBeNull();
    for (const state of ['planned', 'doing', 'done', 'dropped']) expect(advance(desk, row('a'), 1)).toBe(state);
    expect(advance(desk, row('a'), 1)).toBeNull();
  });

  test('what does not fit is refused', () => {
    const { desk, row } = planned({ title: 'a' });
    expect(put(desk, row('a'), 'impact', '9')).toBe(false);
    expect(put(desk, row('a'), 'cost', '4000 EUR')).toBe(true);
    expect(row('a').cost).toBe('4000 EUR');
  });
});
