import { describe, expect, test } from 'vitest';
import { takeAway } from './doing';
import { copyOut, pasteIn, tableOf, type Pasting } from './clipboard';
import { fromValues } from '../document/sample';
import type { BoardState } from '../board/state.svelte';
import { keys, spot, trialBoard } from '../board/testing';

const OURS = 'application/x-footlights-cards';

function atSpot(name: string, state = trialBoard()): BoardState {
  state.go(spot(name));
  return state;
}

/** A rectangle drawn from one place to another. */
function over(one: string, other: string, state = trialBoard()): BoardState {
  state.go(spot(other));
  state.anchor = spot(one);
  return state;
}

/** A clipboard, as the browser hands it over. */
class Clip {
  readonly held = new Map<string, string>();

  constructor(text?: string, html?: string) {
    if (text !== undefined) this.held.set('text/plain', text);
    if (html !== undefined) this.held.set('text/html', html);
  }

  event(): ClipboardEvent {
    const clipboardData = { getData: (type: string) => this.held.get(type) ?? '', setData: (type: string, text: string) => void this.held.set(type, text) }; // prettier-ignore
    return Object.assign(new Event('copy', { cancelable: true }), { clipboardData }) as unknown as ClipboardEvent;
  }
}

function copied(state: BoardState, cut = false): Clip {
  const clip = new Clip();
  const event = clip.event();
  expect([copyOut(state, event, cut), event.defaultPrevented]).toEqual([true, true]);
  return clip;
}

function pasted(state: BoardState, clip: Clip): Pasting | null {
  return pasteIn(state, clip.event());
}

const said = (state: BoardState, step: string, lane: string): string[] => state.document.cards(step, lane).map((card) => card.text('does'));

describe('out as a table', () => {
  test('steps are columns, rows are lines; several cards of a cell are lines in it', () => {
    expect(tableOf(over('customer|calls', 'second|waits'))).toEqual([
      ['Calls the help desk', 'Waits for a courier'],
      ['-2 / 0', '0'],
      ['Answers the call\nWrites the ticket', ''],
      ['Judges the cause', ''],
    ]);
    expect(tableOf(over('second|waits', 'customer|calls'))).toEqual(tableOf(over('customer|calls', 'second|waits')));
  });

  test('one card is its own words; a cell is all of its cards', () => {
    expect(tableOf(atSpot('frontstage|calls|note'))).toEqual([['Writes the ticket']]);
    expect(tableOf(atSpot('frontstage|calls'))).toEqual([['Answers the call\nWrites the ticket']]);
  });

  test('the heads of steps are what the customer does; times are figures', () => {
    expect(tableOf(over('steps|notices', 'steps|calls'))).toEqual([['Notices the laptop is dead', 'Calls the help desk']]);
    expect(tableOf(over('time|notices', 'time|calls', timed()))).toEqual([['5 min', '2 h']]);
  });

  test('cards chosen one by one keep their distances', () => {
    const state = atSpot('frontstage|calls|answer');
    state.picked = ['cards/answer', 'cards/send', 'cards/mail'];
    expect(tableOf(state)).toEqual([
      ['', 'A mail with the time of delivery'],
      ['Answers the call', ''],
      ['', 'Sends a new laptop'],
    ]);
  });

  test('is on the clipboard as text and as HTML, in which what people wrote is text', () => {
    const state = trialBoard(
      fromValues({
        phases: { p: { pos: ['a0'] } },
        steps: { a: { pos: ['p', 'a0'], does: 'One\ttab' }, b: { pos: ['p', 'a1'], does: '<img src=x onerror=alert(1)>' } },
        cards: { c: { pos: ['a', 'frontstage', 'a0'], does: 'Says "yes"' }, d: { pos: ['a', 'frontstage', 'a1'], does: 'Waves' } },
      }),
    );
    const { held } = copied(over('customer|a', 'frontstage|b', state));
    expect(held.get('text/plain')).toContain('"One\ttab"\t<img src=x onerror=alert(1)>');
    const page = new DOMParser().parseFromString(held.get('text/html') ?? '', 'text/html');
    expect(page.querySelector('img')).toBeNull();
    expect([...page.querySelectorAll('tr')].map((row) => row.cells.length)).toEqual([2, 2, 2]);
    expect(page.querySelectorAll('td')[4]?.innerHTML).toBe('Says "yes"<br>Waves');
  });

  test('nothing to copy leaves the clipboard alone', () => {
    for (const state of [trialBoard(), atSpot('frontstage|notices')]) {
      const clip = new Clip('before');
      const event = clip.event();
      expect([copyOut(state, event, false), event.defaultPrevented, clip.held.get('text/plain')]).toEqual([false, false, 'before']);
    }
  });
});

function timed(): BoardState {
  return trialBoard(
    fromValues({
      phases: { p: { pos: ['a0'] } },
      steps: { notices: { pos: ['p', 'a0'], 'time.work': '5 min', 'time.standard': '1 min' }, calls: { pos: ['p', 'a1'], 'time.standard': '2 h' } }, // prettier-ignore
    }),
  );
}

describe('our own cards', () => {
  test('come back with all they say', () => {
    const state = atSpot('frontstage|calls|answer');
    const clip = copied(state);
    state.go(spot('support|works'));
    expect(pasted(state, clip)).toBeNull();
    const [made] = state.document.cards('works', 'support');
    expect([made?.text('does'), made?.refs('by'), made?.value('time.work')]).toEqual(['Answers the call', ['agent'], '3 min']);
    expect(said(state, 'calls', 'frontstage')).toHaveLength(2);
    expect(state.focus).toEqual({ row: 'support', column: 'works', card: made?.key });
  });

  test('several keep their distances, what would fall off the board is left out, and it is one step of undo', () => {
    const state = atSpot('frontstage|calls|answer');
    state.picked = ['cards/answer', 'cards/judge', 'cards/send'];
    const clip = copied(state);
    state.go(spot('frontstage|works'));
    pasted(state, clip);
    expect([said(state, 'works', 'frontstage'), said(state, 'works', 'second'), state.picked.length]).toEqual([
      ['Answers the call'],
      ['Judges the cause'],
      2,
    ]);
    state.session.editing.undo();
    expect([state.document.items('cards').length, state.session.editing.canUndo]).toEqual([5, false]);
  });

  test('that were cut are the same ones again, once; after that they are copied', () => {
    const state = atSpot('frontstage|calls|note');
    const clip = copied(state, true);
    takeAway(state);
    expect(state.document.item('cards', 'note')).toBeUndefined();
    state.go(spot('support|notices'));
    pasted(state, clip);
    expect(keys(state.document.cards('notices', 'support'))).toEqual(['note']);
    expect(state.document.marksOn('cards/note').map(({ key }) => key)).toEqual(['wrong']);
    state.go(spot('support|works'));
    pasted(state, clip);
    expect([said(state, 'works', 'support'), keys(state.document.cards('notices', 'support'))]).toEqual([['Writes the ticket'], ['note']]);
  });

  test.each([
    ['frontstage|works', ['judge', 'note'], ['onwards', 'back']],
    ['support|works', ['note'], ['back']], // the second one would fall off the board: it stays cut, and the link to it
  ])('that were cut to %s bring back the marks and links that went with them', (place, back, links) => {
    const state = atSpot('frontstage|calls|note');
    state.picked = ['cards/note', 'cards/judge'];
    const clip = copied(state, true);
    takeAway(state);
    expect([keys(state.document.items('links')), keys(state.document.items('marks'))]).toEqual([['back'], ['queue']]);
    state.go(spot(place));
    pasted(state, clip);
    expect(keys(state.document.items('cards')).filter((key) => ['note', 'judge'].includes(key)).sort()).toEqual(back); // prettier-ignore
    expect(keys(state.document.marksOn('cards/note'))).toEqual(['wrong']);
    expect(keys(state.document.items('links')).sort()).toEqual([...links].sort());
    expect(state.document.known('links', 'onwards')?.gone).toBe(!links.includes('onwards'));
    state.session.editing.undo();
    expect([keys(state.document.items('links')), state.document.item('cards', 'note')]).toEqual([['back'], undefined]);
  });

  test('of another document are pasted as the text they are', () => {
    const clip = copied(atSpot('frontstage|calls|answer'));
    const other = atSpot('support|works');
    clip.held.set(OURS, (clip.held.get(OURS) ?? '').replace('trial', 'elsewhere'));
    expect(pasted(other, clip)).toBeNull();
    const [made] = other.document.cards('works', 'support');
    expect([made?.text('does'), made?.refs('by')]).toEqual(['Answers the call', []]);
  });

  test('are not carried along with words of steps', () => {
    const carried = (one: string, other: string, ...cards: string[]): boolean => {
      const state = over(one, other);
      state.picked = cards;
      return copied(state).held.has(OURS);
    };
    expect(carried('frontstage|calls', 'second|calls', 'cards/answer', 'cards/note', 'cards/judge')).toBe(true);
    expect(carried('customer|calls', 'frontstage|calls', 'cards/answer', 'cards/note')).toBe(false);
  });

  test.each(['', 'no JSON', 'null', '{"cards":5}', '{"document":"trial","cards":["nobody"]}'])('rubbish (%j) is passed over', (rubbish) => {
    const state = atSpot('support|works');
    const clip = new Clip('Thanks');
    clip.held.set(OURS, rubbish);
    pasted(state, clip);
    expect(said(state, 'works', 'support')).toEqual(['Thanks']);
  });
});

describe('in', () => {
  test('a table is given back to be looked at, with where it would land, and nothing has changed', () => {
    const state = atSpot('frontstage|waits');
    const found = pasted(state, new Clip('a\tb\nc\td'));
    expect(found?.grid).toEqual([['a', 'b'], ['c', 'd']]); // prettier-ignore
    expect(found?.plan).toMatchObject({ columns: ['waits', 'works'], newCards: 4, newSteps: 0 });
    expect(found?.plan.rows.map(({ lane }) => lane)).toEqual(['frontstage', 'second']);
    expect(state.session.editing.canUndo).toBe(false);
  });

  test('a table in HTML goes before the text beside it', () => {
    const found = pasted(atSpot('frontstage|waits'), new Clip('x', '<table><tr><td>a<td>b</table>'));
    expect(found?.grid).toEqual([['a', 'b']]);
  });

  test('one cell goes in at once: a card, or the words of a step', () => {
    const state = atSpot('frontstage|waits');
    expect(pasted(state, new Clip('Rings the bell'))).toBeNull();
    expect([said(state, 'waits', 'frontstage'), state.focus?.card]).toEqual([['Rings the bell'], keys(state.document.cards('waits', 'frontstage'))[0]]); // prettier-ignore
    state.go(spot('customer|waits'));
    pasted(state, new Clip('Waits and waits'));
    expect(state.document.item('steps', 'waits')?.text('does')).toBe('Waits and waits');
  });

  test('from the customer’s row down, words pass by feelings and times', () => {
    const lanes = (text: string, place = 'customer|calls'): (string | null)[] =>
      pasted(atSpot(place), new Clip(text))?.plan.rows.map(({ lane }) => lane) ?? [];
    expect(lanes('Calls\tWaits\nAnswers\tDrives')).toEqual(['steps', 'frontstage']);
    expect(lanes('Calls\tWaits\n-1\t+2\nAnswers\tDrives')).toEqual(['steps', 'emotion', 'frontstage']);
    expect(lanes('a\tb\n5 min\t3 min', 'support|calls')).toEqual(['support', 'time']);
    expect(lanes('a\tb\nc\td', 'steps|calls')).toEqual(['steps', 'frontstage']);
  });

  test('nowhere, where nothing has the focus, at the head of a lane, and by who may only look', () => {
    for (const state of [trialBoard(), atSpot('second|lane'), atSpot('frontstage|waits', trialBoard(undefined, 'view'))]) {
      const event = new Clip('Hello').event();
      expect([pasteIn(state, event), event.defaultPrevented, state.document.items('cards').length]).toEqual([null, false, 5]);
    }
  });

  test('what was copied out as a table goes back to where it was', () => {
    const state = over('frontstage|notices', 'second|works');
    const clip = copied(state);
    clip.held.delete(OURS);
    const found = pasted(atSpot('frontstage|notices'), clip);
    expect(found?.grid).toEqual([
      ['', 'Answers the call\nWrites the ticket'],
      ['', 'Judges the cause'],
    ]);
  });
});
