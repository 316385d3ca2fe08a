import { afterEach, describe, expect, test, vi } from 'vitest';
import { fromValues } from '../document/sample';
import { toasts } from '../panels';
import type { BoardState } from '../board/state.svelte';
import { at, keys, spot, trialBoard } from '../board/testing';
import { COMMANDS } from './commands';
import { commandFor, invites, keyOf, pressed, pressedTyping } from './keyboard';

afterEach(() => vi.restoreAllMocks());

function atSpot(name: string, state = trialBoard()): BoardState {
  state.go(spot(name));
  return state;
}

/** A key as hands press it: `Ctrl+Alt+ArrowLeft`, `m`, `Shift+1`. */
function stroke(written: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const parts = written.split(/\+(?!$)/);
  const key = parts.pop() ?? '';
  const held = new Set(parts);
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key;
  const shifted = held.has('Shift') && /^\d$/.test(key) ? (')!@#$%^&*('[Number(key)] ?? key) : key;
  return new KeyboardEvent('keydown', {
    key: held.has('Shift') && /^[a-z]$/.test(key) ? key.toUpperCase() : shifted,
    code,
    ctrlKey: held.has('Ctrl'),
    altKey: held.has('Alt'),
    shiftKey: held.has('Shift'),
    metaKey: held.has('Meta'),
    cancelable: true,
    ...more,
  });
}

function press(state: BoardState, written: string, more?: KeyboardEventInit): boolean {
  return pressed(state, stroke(written, more));
}

const cards = (state: BoardState): number => state.document.items('cards').length;
const steps = (state: BoardState): string[] => keys(state.document.steps());
const kinds = (state: BoardState, address: string): string[] => state.document.marksOn(address).map((mark) => mark.place[1] ?? '');
const level = (state: BoardState, step: string): number | undefined => state.document.item('steps', step)?.feelings()[0]?.level;

describe('a pressed key is spelt as commands spell it', () => {
  test.each([
    ['m', {}, 'm'],
    ['Ctrl+Alt+ArrowLeft', {}, 'Mod+Alt+ArrowLeft'],
    ['Ctrl+Shift+z', {}, 'Mod+Shift+z'],
    ['Shift+1', {}, 'Shift+Digit1'],
    ['Shift+2', { key: '"' }, 'Shift+Digit2'], // on a Dutch or Spanish keyboard
    ['Shift+m', {}, 'm'],
    ['Ctrl+d', { key: 'в', code: 'KeyD' }, 'Mod+d'], // on a keyboard of another script
    ['Alt+Shift+ArrowRight', {}, 'Alt+Shift+ArrowRight'],
    ['?', { shiftKey: true }, '?'],
  ])('%s %j: %s', (written, more, name) => {
    expect(keyOf(stroke(written, more))).toBe(name);
  });
});

interface Case {
  key: string;
  from: string;
  does: (state: BoardState) => unknown;
  gives: unknown;
}

/** What every key of the manual does. */
const HANDS: Record<string, Case> = {
  'Enter edits': { key: 'Enter', from: 'frontstage|calls|note', does: (state) => state.typing?.address, gives: 'cards/note' },
  'F2 edits': {
    key: 'F2',
    from: 'steps|calls',
    does: (state) => state.typing,
    gives: { address: 'steps/calls', field: 'title', fresh: false },
  },
  'Ctrl+Enter adds another card in the cell': { key: 'Ctrl+Enter', from: 'frontstage|calls|answer', does: (state) => [state.typing?.fresh, state.document.cards('calls', 'frontstage').length], gives: [true, 3] }, // prettier-ignore
  'arrows move the focus: right': { key: 'ArrowRight', from: 'emotion|calls', does: at, gives: 'emotion|waits' },
  'arrows move the focus: left': { key: 'ArrowLeft', from: 'emotion|calls', does: at, gives: 'emotion|notices' },
  'arrows move the focus: up': { key: 'ArrowUp', from: 'emotion|calls', does: at, gives: 'customer|calls' },
  'arrows move the focus: down': { key: 'ArrowDown', from: 'emotion|calls', does: at, gives: 'frontstage|calls|answer' },
  'Shift with arrows extends': { key: 'Shift+ArrowDown', from: 'frontstage|calls|answer', does: (state) => [...state.picked].sort(), gives: ['cards/answer', 'cards/note'] }, // prettier-ignore
  'Alt+left moves the step': { key: 'Alt+ArrowLeft', from: 'frontstage|works', does: steps, gives: ['notices', 'calls', 'works', 'waits'] },
  'Alt+right moves the step': {
    key: 'Alt+ArrowRight',
    from: 'frontstage|notices',
    does: steps,
    gives: ['calls', 'notices', 'waits', 'works'],
  },
  'Alt+up moves the card': { key: 'Alt+ArrowUp', from: 'frontstage|calls|note', does: (state) => keys(state.document.cards('calls', 'frontstage')), gives: ['note', 'answer'] }, // prettier-ignore
  'Alt+down moves the card': { key: 'Alt+ArrowDown', from: 'frontstage|calls|note', does: (state) => keys(state.document.cards('calls', 'second')), gives: ['note', 'judge'] }, // prettier-ignore
  'Ctrl+Alt+left inserts a step before': { key: 'Ctrl+Alt+ArrowLeft', from: 'frontstage|calls|note', does: (state) => steps(state).indexOf('calls'), gives: 2 }, // prettier-ignore
  'Ctrl+Alt+right inserts a step after': { key: 'Ctrl+Alt+ArrowRight', from: 'frontstage|calls|note', does: (state) => steps(state).indexOf('waits'), gives: 3 }, // prettier-ignore
  'Ctrl+D duplicates': { key: 'Ctrl+d', from: 'frontstage|calls|note', does: cards, gives: 6 },
  'Delete takes away': { key: 'Delete', from: 'frontstage|calls|note', does: cards, gives: 4 },
  'M is a moment of truth': { key: 'm', from: 'frontstage|calls|note', does: (state) => state.document.item('steps', 'calls')?.value('moment_of_truth'), gives: 4 }, // prettier-ignore
  'F is a fail point': { key: 'f', from: 'frontstage|calls|answer', does: (state) => kinds(state, 'cards/answer'), gives: ['fail'] },
  'W is a wait point': { key: 'w', from: 'frontstage|calls|answer', does: (state) => kinds(state, 'cards/answer'), gives: ['wait'] },
  'L links from here': { key: 'l', from: 'frontstage|calls|answer', does: (state) => state.linking, gives: 'cards/answer' },
  '1 is the worst feeling': { key: '1', from: 'emotion|works', does: (state) => level(state, 'works'), gives: -2 },
  '2 is a bad feeling': { key: '2', from: 'emotion|works', does: (state) => level(state, 'works'), gives: -1 },
  '3 is no feeling either way': { key: '3', from: 'emotion|works', does: (state) => level(state, 'works'), gives: 0 },
  '4 is a good feeling': { key: '4', from: 'emotion|works', does: (state) => level(state, 'works'), gives: 1 },
  '5 is the best feeling': { key: '5', from: 'emotion|waits', does: (state) => level(state, 'waits'), gives: 2 },
  'Alt+up feels better, on the curve': { key: 'Alt+ArrowUp', from: 'emotion|waits', does: (state) => level(state, 'waits'), gives: 1 },
  'T opens the times': { key: 't', from: 'frontstage|calls|note', does: (state) => state.box?.kind, gives: 'time' },
  'Q is what the customer thinks': { key: 'q', from: 'frontstage|calls|note', does: (state) => state.typing?.field, gives: 'thinks' },
  'N is the need, on the head of a phase': { key: 'n', from: 'phases|calls', does: (state) => state.typing?.field, gives: 'need' },
  'N is the next link, elsewhere': { key: 'n', from: 'support|waits|send', does: (state) => state.picked, gives: ['links/back'] },
  'Home goes to the first step': { key: 'Home', from: 'emotion|works', does: at, gives: 'emotion|notices' },
  'Ctrl+End goes to the last place': { key: 'Ctrl+End', from: 'emotion|notices', does: at, gives: 'time|works' },
};

describe('hands', () => {
  test.each(Object.entries(HANDS))('%s', (_, { key, from, does, gives }) => {
    const state = atSpot(from);
    expect(does(state)).not.toEqual(gives);
    expect(press(state, key)).toBe(true);
    expect(does(state)).toEqual(gives);
  });

  test('Shift+1, 2 and 0 fit everything, what is chosen, and nothing', () => {
    const state = atSpot('frontstage|calls|note');
    const fit = vi.fn();
    state.fit = fit;
    for (const digit of ['1', '2', '0']) expect(press(state, `Shift+${digit}`)).toBe(true);
    expect(fit.mock.calls.flat()).toEqual(['all', 'chosen', 'none']);
  });

  test('what was done is undone and done again', () => {
    const state = atSpot('frontstage|calls|note');
    press(state, 'Delete');
    press(state, 'Ctrl+z');
    expect(cards(state)).toBe(5);
    press(state, 'Ctrl+Shift+z');
    expect(cards(state)).toBe(4);
    press(state, 'Ctrl+z');
    press(state, 'Ctrl+y');
    expect(cards(state)).toBe(4);
    expect(press(atSpot('frontstage|calls|note'), 'Ctrl+z')).toBe(false); // nothing was done: the page's own business
  });

  test('a link goes to where one goes with arrows; Escape leaves it', () => {
    const state = atSpot('frontstage|calls|note');
    press(state, 'l');
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) press(state, key);
    expect([at(state), state.linking]).toEqual(['support|waits|send', 'cards/note']);
    press(state, 'Enter');
    expect([state.linking, state.document.linksTo('cards/send').map(({ place }) => place[0])]).toEqual([null, ['cards/note']]);
    press(state, 'l');
    expect([press(state, 'Escape'), state.linking, press(state, 'Escape')]).toEqual([true, null, false]);
  });

  test('Escape lets go of what is chosen', () => {
    const state = atSpot('frontstage|calls|answer');
    press(state, 'Shift+ArrowDown');
    expect([press(state, 'Escape'), state.picked, state.anchor]).toEqual([true, [], null]);
  });

  test('extending further takes in all from where it began', () => {
    const state = atSpot('frontstage|notices');
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown']) press(state, key);
    expect([...state.picked].sort()).toEqual(['cards/answer', 'cards/judge', 'cards/note', 'cards/send']);
    press(state, 'ArrowLeft');
    expect([state.picked, state.anchor]).toEqual([[], null]);
  });

  test('a first arrow on a board without focus comes to the first place', () => {
    const state = trialBoard();
    press(state, 'ArrowDown');
    expect(at(state)).toBe('customer|notices');
  });

  test('a key that somebody else took is left alone, and so are the browser’s own', () => {
    const state = atSpot('frontstage|calls|note');
    const taken = stroke('Delete');
    taken.preventDefault();
    expect([pressed(state, taken), press(state, 'Ctrl+r'), press(state, 'Tab'), press(state, 'F5'), cards(state)]).toEqual([
      false,
      false,
      false,
      false,
      5,
    ]);
  });
});

describe('typing begins something where nothing stands yet', () => {
  test('a letter on an empty cell starts a card, and is left to the text it lands in', () => {
    const state = atSpot('frontstage|notices');
    expect([press(state, 'm'), state.typing?.fresh, cards(state)]).toEqual([false, true, 6]);
    expect(kinds(state, 'steps/notices')).toEqual([]);
  });

  test('dead keys and input methods begin it as well, and so does AltGr', () => {
    for (const more of [
      { key: 'Dead' },
      { key: 'Process' },
      { isComposing: true },
      { key: '€', ctrlKey: true, altKey: true, modifierAltGraph: true },
    ]) {
      const state = atSpot('frontstage|notices');
      press(state, 'a', more);
      expect(state.typing?.fresh).toBe(true);
    }
  });

  test('a figure on a time opens its box with the figure', () => {
    const state = trialBoard(fromValues({ phases: { p: { pos: ['a0'] } }, steps: { a: { pos: ['p', 'a0'], does: 'Calls' } } }));
    state.go(spot('time|next'));
    expect(invites(state)).toBe(true);
    state.go(spot('time|a'));
    expect(invites(state)).toBe(false);
    press(state, 't');
    expect(state.box).toMatchObject({ address: 'steps/a', kind: 'time' });
  });

  test('blanks, chords and help begin nothing', () => {
    const state = atSpot('frontstage|notices');
    for (const key of [' ', 'Ctrl+m', 'Alt+m', '?', 'Escape', 'Shift']) press(state, key);
    expect([state.typing, cards(state)]).toEqual([null, 5]);
  });

  test('who may only look begins nothing and changes nothing', () => {
    for (const place of ['frontstage|notices', 'frontstage|calls|note', 'emotion|calls']) {
      const state = atSpot(place, trialBoard(undefined, 'view'));
      const change = vi.fn();
      state.document.doc.on('update', change);
      for (const key of ['m', 'f', '1', 'Enter', 'Delete', 'Ctrl+d', 'Alt+ArrowLeft', 'l', 'a']) press(state, key);
      expect([change.mock.calls.length, state.typing, state.linking]).toEqual([0, null, null]);
    }
  });
});

describe('single letters can be switched off', () => {
  const SINGLE = COMMANDS.flatMap(({ keys: all }) => all.filter((key) => key.length === 1));

  test('there are some', () => {
    expect(SINGLE.length).toBeGreaterThan(8);
  });

  test('none of them is a command then, everything else is', () => {
    for (const place of ['frontstage|calls|answer', 'emotion|calls', 'phases|calls', 'steps|calls']) {
      const state = atSpot(place);
      state.letters = false;
      for (const key of SINGLE) expect(commandFor(state, key)).toBeUndefined();
      expect(commandFor(state, 'Enter')?.id).toBe('edit');
      expect(commandFor(state, 'Delete')?.id).toBe('remove');
    }
  });

  test('letters write in what stands there', () => {
    const state = atSpot('frontstage|calls|answer');
    state.letters = false;
    press(state, 'm');
    expect([state.typing?.address, state.document.item('steps', 'calls')?.value('moment_of_truth')]).toEqual(['cards/answer', 3]);
  });

  test('and on again', () => {
    const state = atSpot('frontstage|calls|answer');
    const turn = COMMANDS.find(({ id }) => id === 'letters');
    turn?.run(state);
    press(state, 'f');
    expect(kinds(state, 'cards/answer')).toEqual([]);
    state.typing = null;
    turn?.run(state);
    press(state, 'f');
    expect(kinds(state, 'cards/answer')).toEqual(['fail']);
  });
});

describe('while a text is open', () => {
  function typing(): BoardState {
    const state = atSpot('frontstage|calls|note');
    press(state, 'Enter');
    return state;
  }

  test.each([
    ['Escape', 'frontstage|calls|note', null],
    ['Enter', 'frontstage|calls|note', null],
    ['F2', 'frontstage|calls|note', null],
    ['Tab', 'frontstage|waits', null],
    ['Shift+Tab', 'frontstage|notices', null],
  ])('%s leaves it and goes to %s', (key, place) => {
    const state = typing();
    expect(pressedTyping(state, stroke(key))).toBe(true);
    expect([at(state), state.typing]).toEqual([place, null]);
  });

  test('Ctrl+Enter goes on with another card', () => {
    const state = typing();
    pressedTyping(state, stroke('Ctrl+Enter'));
    expect([state.typing?.fresh, cards(state), state.document.cards('calls', 'frontstage').length]).toEqual([true, 6, 3]);
  });

  test('every other key is the text’s own: letters, arrows, a new line, and while a letter is composed all of them', () => {
    const state = typing();
    const before = state.typing;
    for (const key of ['m', 'f', '1', 'l', 'Delete', 'Backspace', 'ArrowLeft', 'Alt+ArrowLeft', 'Shift+Enter', 'Ctrl+d', 'Home', '?']) {
      expect(pressedTyping(state, stroke(key)), key).toBe(false);
    }
    expect(pressedTyping(state, stroke('Enter', { isComposing: true }))).toBe(false);
    expect([state.typing, cards(state), kinds(state, 'cards/note')]).toEqual([before, 5, ['fail']]);
  });

  test('undo takes back the letters, and the card they began', () => {
    const state = atSpot('frontstage|notices');
    press(state, 'a');
    const address = state.typing?.address ?? '';
    const text = state.document.at(address)?.ytext('does');
    if (text) state.session.editing.type(text, address, () => text.insert(0, 'Ah'));
    expect(pressedTyping(state, stroke('Ctrl+z'))).toBe(true);
    expect([cards(state), state.typing]).toEqual([5, null]);
    expect(pressedTyping(state, stroke('Ctrl+y'))).toBe(true);
    expect(state.document.at(address)?.text('does')).toBe('Ah');
  });
});

test('somebody who types there is said once, and Enter again opens it', () => {
  const state = atSpot('support|waits|send');
  vi.spyOn(toasts, 'say').mockReturnValue(undefined as never);
  vi.spyOn(state.session, 'lockedBy').mockReturnValue(state.session.self);
  press(state, 'Enter');
  expect(state.typing).toBeNull();
  press(state, 'Enter');
  expect(state.typing?.address).toBe('cards/send');
});
