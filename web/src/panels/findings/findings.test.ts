import { describe, expect, test } from 'vitest';
import { addMark, remove, setField } from '../../edits';
import { trial } from '../testing';
import { bringBack, makeAction, mend, setAside, takeOn } from './acting';
import { grouped, identityOf, judge, ledgerOf, placeOf, signs, sorted } from './found';
import { answerOf, foundAt } from './testing';

function begun() {
  const given = trial();
  const { document, editing } = given.desk;
  const at = `cards/${given.keys.card}`;
  const judged = () => judge(foundAt(at), ledgerOf(document));
  const records = () => document.items('findings');
  return { ...given, document, editing, at, judged, records };
}

describe('the ledger', () => {
  test('an identity is what stands before the last ~, also in keys that begin with one', () => {
    expect(identityOf('slug@cards/~7hq2:nl~0123abcd')).toBe('slug@cards/~7hq2:nl');
    expect(identityOf('by-hand')).toBe('by-hand');
  });

  test('taken on it stands among the findings, with its fingerprint as it was given', () => {
    const { editing, judged, records, at } = begun();
    expect(takeOn(editing, judged()).ok).toBe(true);
    const [record] = records();
    expect(record?.title()).toBe(`Nobody stands behind ${at}`);
    expect(record?.value('fingerprint')).toBe(foundAt(at).fingerprint);
    expect(record?.value('severity')).toBe('medium');
    expect(record?.refs('on')).toEqual([at]);
    expect(judged().status).toBe('accepted');
  });

  test('set aside it needs a reason, stays so, and is one step of undo', () => {
    const { editing, judged, records } = begun();
    expect(setAside(editing, judged(), '  ').ok).toBe(false);
    expect(records()).toEqual([]);
    setAside(editing, judged(), ' The page answers by itself ');
    expect(judged()).toMatchObject({ status: 'dismissed', reason: 'The page answers by itself' });
    editing.undo();
    expect(judged().status).toBe('open');
    expect(records()).toEqual([]);
  });

  test('a changed ground reopens it, and setting it aside again takes the new ground', () => {
    const { editing, document, judged, at, records } = begun();
    setAside(editing, judged(), 'Known');
    const other = foundAt(at, { fingerprint: `${foundAt(at).identity}~ffffffff` });
    expect(judge(other, ledgerOf(document))).toMatchObject({ status: 'reopened', reason: 'Known' });
    setAside(editing, judge(other, ledgerOf(document)), 'Still known');
    expect(judge(other, ledgerOf(document))).toMatchObject({ status: 'dismissed', reason: 'Still known' });
    expect(judged().status).toBe('reopened');
    expect(records()).toHaveLength(1);
  });

  test('a record without a ground holds whatever the ground is', () => {
    const { editing, document, records, at } = begun();
    const found = foundAt(at, { identity: 'slug@cards/answer', fingerprint: 'slug@cards/answer~0123abcd' });
    setAside(editing, judge(found, ledgerOf(document)), 'Known');
    setField(editing, records()[0]!.address, 'fingerprint', 'slug@cards/answer');
    expect(judge(found, ledgerOf(document)).status).toBe('dismissed');
  });

  test('brought back it is open and has no reason, in one step of undo', () => {
    const { editing, judged, records } = begun();
    setAside(editing, judged(), 'Known');
    bringBack(editing, judged());
    expect(judged().status).toBe('open');
    expect(records()[0]?.text('reason')).toBe('');
    editing.undo();
    expect(judged()).toMatchObject({ status: 'dismissed', reason: 'Known' });
  });

  test('an action answers it: one step makes both, one undo takes both', () => {
    const { editing, document, judged, records } = begun();
    const made = makeAction(editing, judged());
    const [action] = document.items('actions');
    expect(made).toMatchObject({ ok: true, address: action?.address });
    expect(action?.title()).toBe('Say who does it');
    expect(action?.value('status')).toBe('open');
    expect(action?.refs('closes')).toEqual([records()[0]?.key]);
    editing.undo();
    expect([document.items('actions'), records()]).toEqual([[], []]);
  });

  test('an error is written down as high; what is at the blueprint or a row that nobody declared speaks of nothing', () => {
    const { editing, document, records } = begun();
    for (const at of ['head', 'lanes/backstage']) {
      takeOn(editing, judge(foundAt(at, { severity: 'error' }), ledgerOf(document)));
    }
    expect(records().map((record) => [record.value('severity'), record.refs('on')])).toEqual([
      ['high', []],
      ['high', []],
    ]);
  });

  test('who may only look writes nothing', () => {
    const given = trial([], 'view');
    const judged = judge(foundAt(`cards/${given.keys.card}`), new Map());
    for (const act of [takeOn, makeAction, mend]) expect(act(given.desk.editing, judged).ok).toBe(false);
    expect(setAside(given.desk.editing, judged, 'x').ok).toBe(false);
    expect(given.desk.document.items('findings')).toEqual([]);
  });
});

test('every kind of mend is carried out, all of it as one step of undo', () => {
  const { editing, document, keys, at } = begun();
  const judged = judge(
    foundAt(at, {
      mend: [
        { edit: 'set', address: 'head', field: 'language', value: 'nl' },
        { edit: 'set', address: 'head', field: 'languages', value: ['nl', 'en'] },
        { edit: 'mark', address: `steps/${keys.second}`, kind: 'wait', title: '' },
        { edit: 'add', collection: 'actions', fields: { title: 'Do it', status: 'open' } },
        { edit: 'remove', address: at },
      ],
    }),
    new Map(),
  );
  expect(mend(editing, judged)).toEqual({ ok: true });
  expect(document.head.raw('languages')).toEqual(['nl', 'en']);
  expect(document.marksOn(`steps/${keys.second}`)[0]?.place[1]).toBe('wait');
  expect(document.items('actions')[0]?.title()).toBe('Do it');
  expect(document.at(at)).toBeUndefined();
  editing.undo();
  expect(document.at(at)).toBeDefined();
  expect(document.items('actions')).toEqual([]);
  expect(document.head.value('language')).not.toBe('nl');
});

describe('where findings are', () => {
  test('at a mark one looks at what it is on; an actor has no place on the board', () => {
    const { editing, document, keys, at } = begun();
    const made = addMark(editing, { on: at, kind: 'wait' });
    expect(placeOf(document, `marks/${made.ok ? made.key : ''}`)).toBe(at);
    expect(placeOf(document, `actors/${keys.actor}`)).toBe('');
    expect(placeOf(document, 'cards/nobody')).toBe('');
  });

  test('the heaviest one is the sign, with the words of all', () => {
    const { document, at } = begun();
    const both = [foundAt(at), foundAt(at, { identity: 'b', severity: 'high', title: 'Below level' }), foundAt('head', { identity: 'c' })];
    const found = signs(document, sorted(answerOf(both), document).standing);
    expect([...found]).toEqual([[at, { severity: 'high', titles: 'A contact with nobody behind it · Below level' }]]);
  });

  test('what is at an element that is gone is gone too', () => {
    const { editing, document, at } = begun();
    const answer = answerOf([foundAt(at)], { aside: [foundAt(at, { identity: 'x', status: 'allowed', reason: 'So it is' })] });
    expect(sorted(answer, document)).toMatchObject({ standing: [{}], taken: [], aside: [{ status: 'allowed', reason: 'So it is' }] });
    remove(editing, [at]);
    expect(sorted(answer, document)).toEqual({ standing: [], taken: [], aside: [] });
  });

  test('groups: the heaviest first, or in reading order with the blueprint in front', () => {
    const { document, keys, at } = begun();
    const all = [
      foundAt(`actors/${keys.actor}`, { identity: '1', severity: 'low' }),
      foundAt(at, { identity: '2' }),
      foundAt(`steps/${keys.second}`, { identity: '3', severity: 'high' }),
      foundAt('head', { identity: '4', severity: 'error' }),
      foundAt(`steps/${keys.step}`, { identity: '5' }),
    ];
    const judged = sorted(answerOf(all), document).standing;
    const shown = (by: 'severity' | 'element') => grouped(document, judged, by).map(({ key, findings }) => [key, findings.length]);
    expect(shown('severity')).toEqual([
      ['error', 1],
      ['high', 1],
      ['medium', 2],
      ['low', 1],
    ]);
    expect(shown('element').map(([key]) => key)).toEqual([
      'head',
      `steps/${keys.step}`,
      at,
      `steps/${keys.second}`,
      `actors/${keys.actor}`,
    ]);
  });
});
