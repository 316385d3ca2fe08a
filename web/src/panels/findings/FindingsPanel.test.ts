import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Keyed } from '../../board/keyed';
import { setText } from '../../edits';
import type { FoundAnswer, Profile } from '../server';
import { trial } from '../testing';
import { Findings } from './findings.svelte';
import FindingsPanel from './FindingsPanel.svelte';
import { answerOf, foundAt, serveWords } from './testing';
import { words } from './words.svelte';

vi.setConfig({ testTimeout: 30_000 });

beforeAll(async () => {
  Element.prototype.scrollIntoView ??= () => undefined;
  // jsdom lays nothing out, so that everything seems hidden
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', { get: () => document.body, configurable: true });
  serveWords();
  await words.fetch();
  vi.unstubAllGlobals();
});

function begun(answers: (profile: Profile) => FoundAnswer | null, may: 'edit' | 'view' = 'edit') {
  const given = trial([], may);
  const asked: [Profile, string | undefined][] = [];
  const went: string[] = [];
  Object.assign(given.desk.board, { found: new Keyed(''), goTo: (address: string) => went.push(address) });
  const findings = vi.fn(async (_id: string, profile: Profile, _language: string, etag?: string) => {
    asked.push([profile, etag]);
    return answers(profile);
  });
  Object.assign(given.desk.server, { findings });
  const at = `cards/${given.keys.card}`;
  return { ...given, asked, went, at, server: findings };
}

let open: Findings | null = null;
afterEach(() => {
  open?.close();
  vi.useRealTimers();
});

describe('asking', () => {
  beforeEach(() => vi.useFakeTimers());

  test('at once, and again when the document has rested for two seconds, naming what is known', async () => {
    const given = begun(() => answerOf([foundAt(`cards/x`)], { etag: '"7"' }));
    open = new Findings(given.desk);
    await vi.advanceTimersByTimeAsync(10);
    expect(given.asked).toEqual([['calm', undefined]]);
    expect(open.freshness).toBe('fresh');
    for (let turn = 0; turn < 3; turn++) {
      setText(given.desk.editing, `steps/${given.keys.step}`, 'does', `Calls ${turn}`);
      await vi.advanceTimersByTimeAsync(1_500);
    }
    expect(given.asked).toHaveLength(1);
    expect(open.freshness).toBe('old');
    await vi.advanceTimersByTimeAsync(600);
    expect(given.asked).toEqual([
      ['calm', undefined],
      ['calm', '"7"'],
    ]);
  });

  test('someone who never stops writing is waited for fifteen seconds', async () => {
    const given = begun(() => null);
    open = new Findings(given.desk);
    await vi.advanceTimersByTimeAsync(10);
    for (let turn = 0; turn < 16; turn++) {
      setText(given.desk.editing, `steps/${given.keys.step}`, 'does', `Calls ${turn}`);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(given.asked.length).toBe(2);
  });

  test('a refusal is told, keeps the last list, and is tried again', async () => {
    let fails = false;
    const given = begun(() => {
      if (fails) throw new Error('busy');
      return answerOf([foundAt('head')]);
    });
    open = new Findings(given.desk);
    await vi.advanceTimersByTimeAsync(10);
    fails = true;
    setText(given.desk.editing, `steps/${given.keys.step}`, 'does', 'Calls');
    await vi.advanceTimersByTimeAsync(2_100);
    expect(open.freshness).toBe('failed');
    expect(open.sorted.standing).toHaveLength(1);
    fails = false;
    await vi.advanceTimersByTimeAsync(10_100);
    expect(open.freshness).toBe('fresh');
  });

  test('strict asks for both: the number on the button stays that of the calm profile', async () => {
    const given = begun((profile) =>
      answerOf(profile === 'calm' ? [foundAt('head')] : [foundAt('head'), foundAt('lanes/x', { identity: 'b' })]),
    );
    open = new Findings(given.desk);
    await vi.advanceTimersByTimeAsync(10);
    open.profile = 'strict';
    await vi.advanceTimersByTimeAsync(10);
    expect(open.sorted.standing).toHaveLength(2);
    expect(open.count).toBe(1);
  });
});

describe('the panel', () => {
  async function shown(given: ReturnType<typeof begun>): Promise<Findings> {
    const findings = (open = new Findings(given.desk));
    render(FindingsPanel, { props: { findings, tell: String }, context: given.context });
    await vi.waitFor(() => expect(findings.answer).not.toBeNull());
    await tick();
    return findings;
  }

  test('a click opens a finding and goes to its cell; the cell carries its sign', async () => {
    const given = begun(() => answerOf([foundAt('head')]));
    given.server.mockImplementation(async () =>
      answerOf([foundAt(given.at), foundAt('head', { severity: 'high', message: 'Much is assumed.' })]),
    );
    await shown(given);
    const heads = screen.getAllByRole('button', { expanded: false });
    expect(heads.map((head) => head.querySelector('.message')?.textContent)).toEqual([
      'Much is assumed.',
      `Nobody stands behind ${given.at}.`,
    ]);
    await userEvent.click(heads[1]!);
    expect(given.went).toEqual([given.at]);
    expect(screen.getByText('Nobody can mend what nobody does.')).toBeTruthy();
    expect(screen.getByText(/The ABCs/)).toBeTruthy();
    expect(given.desk.board.found.get(given.at)).toBe('medium|Finding (medium): A contact with nobody behind it');
  });

  test('it is set aside in place, for a reason, and comes back from the folded group', async () => {
    const given = begun(() => answerOf([]));
    given.server.mockImplementation(async () => answerOf([foundAt(given.at)]));
    await shown(given);
    await userEvent.click(screen.getByRole('button', { name: /Nobody stands behind/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Set aside …' }));
    await userEvent.click(screen.getByRole('button', { name: 'Set aside' }));
    expect(screen.getByRole('alert').textContent).toContain('Say in a few words why.');
    await userEvent.type(screen.getByLabelText('Why need this not be acted on?'), 'It is known{Enter}');
    expect(given.desk.document.items('findings')[0]?.text('reason')).toBe('It is known');
    const aside = screen.getByText('Set aside', { selector: 'summary' }).closest('details') as HTMLElement;
    expect(within(aside).getByText('“It is known”')).toBeTruthy();
    expect(given.desk.board.found.get(given.at)).toBe('');
    await userEvent.click(within(aside).getByRole('button', { name: 'Bring back', hidden: true }));
    expect(screen.queryByText('“It is known”')).toBeNull();
  });

  test('Escape leaves the reason, and the keyboard is back on the finding', async () => {
    const given = begun(() => answerOf([]));
    given.server.mockImplementation(async () => answerOf([foundAt(given.at)]));
    await shown(given);
    const head = screen.getByRole('button', { name: /Nobody stands behind/ });
    await userEvent.click(head);
    await userEvent.click(screen.getByRole('button', { name: 'Set aside …' }));
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(head);
    expect(given.desk.document.items('findings')).toEqual([]);
  });

  test('arrows walk from finding to finding, and Tab comes to one of them only', async () => {
    const given = begun(() => answerOf([]));
    given.server.mockImplementation(async () =>
      answerOf([foundAt(given.at), foundAt('head', { identity: 'b' }), foundAt('head', { identity: 'c' })]),
    );
    await shown(given);
    const heads = screen.getAllByRole('button', { expanded: false });
    expect(heads.map((head) => head.tabIndex)).toEqual([0, -1, -1]);
    heads[0]!.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(heads[2]);
    await userEvent.keyboard('{Home}');
    expect(document.activeElement).toBe(heads[0]);
  });

  test('who may only look is offered nothing to write', async () => {
    const given = begun(() => answerOf([]), 'view');
    given.server.mockImplementation(async () => answerOf([foundAt(given.at, { mend: [{ edit: 'remove', address: given.at }] })]));
    await shown(given);
    await userEvent.click(screen.getByRole('button', { name: /Nobody stands behind/ }));
    expect(screen.getByRole('button', { name: 'Go there' })).toBeTruthy();
    for (const name of ['Mend', 'Make an action', 'Take on', 'Set aside …']) expect(screen.queryByRole('button', { name })).toBeNull();
  });
});
