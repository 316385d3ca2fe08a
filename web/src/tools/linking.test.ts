import { describe, expect, test } from 'vitest';
import type { BoardState } from '../board/state.svelte';
import { spot, trialBoard } from '../board/testing';
import { finishLink, link, nextLink } from './linking';

function atSpot(name: string, state = trialBoard()): BoardState {
  state.go(spot(name));
  return state;
}

const ends = (state: BoardState): string[] => state.document.items('links').map(({ place }) => place.join(' → '));

describe('a link drawn by keys', () => {
  test('begins at what has the focus and ends where one goes next', () => {
    const state = atSpot('frontstage|calls|answer');
    link(state);
    expect([state.linking, ends(state).length]).toEqual(['cards/answer', 2]);
    state.go(spot('evidence|waits|mail'));
    link(state);
    expect(state.linking).toBeNull();
    expect(ends(state)).toContain('cards/answer → cards/mail');
    expect(state.said).toBe('Linked');
    state.session.editing.undo();
    expect(ends(state)).toHaveLength(2);
  });

  test('to itself, to a phase or to a lane is none', () => {
    const state = atSpot('frontstage|calls|answer');
    for (const target of ['cards/answer', 'phases/repair', 'lanes/second']) {
      link(state);
      finishLink(state, target);
      expect([state.linking, ends(state).length]).toEqual([null, 2]);
    }
  });

  test('that is there already is not drawn twice, and that is said', () => {
    const state = atSpot('steps|notices');
    link(state);
    finishLink(state, 'cards/judge');
    link(state);
    finishLink(state, 'cards/judge');
    expect(ends(state)).toHaveLength(3);
    expect(state.said).toBe("That link is there already, or can't be drawn");
  });

  test('begins at no phase and no lane', () => {
    for (const place of ['phases|notices', 'second|lane', 'frontstage|notices']) {
      const state = atSpot(place);
      link(state);
      expect(state.linking).toBeNull();
    }
  });
});

describe('the links at the focus', () => {
  test('are chosen one after the other, and named', () => {
    const state = atSpot('support|waits|send');
    nextLink(state);
    expect(state.picked).toEqual(['links/back']);
    expect(state.said).toBe('Link from Sends a new laptop to Calls the help desk. Delete takes it away.');
    link(state);
    expect(state.linking).toBeNull();
  });

  test('those that leave come before those that arrive, and it goes round', () => {
    const state = atSpot('frontstage|calls|note');
    state.linking = 'steps/notices';
    finishLink(state, 'cards/note');
    const made = state.document.linksTo('cards/note')[0]?.address;
    const seen = [1, 2, 3].map(() => {
      nextLink(state);
      return state.picked[0];
    });
    expect(seen).toEqual(['links/onwards', made, 'links/onwards']);
  });

  test('where there are none, that is said', () => {
    const state = atSpot('steps|works');
    nextLink(state);
    expect([state.picked, state.said]).toEqual([[], 'No link begins or ends here']);
  });
});
