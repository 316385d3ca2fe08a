import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { addLink, addMark } from '../edits';
import SheetPanel from './SheetPanel.svelte';
import { trial, type Trial } from './testing';

// typing letter by letter into a whole panel takes its time on a busy machine
vi.setConfig({ testTimeout: 30_000 });

beforeAll(() => {
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  Element.prototype.scrollIntoView ??= () => undefined;
});

function show(given: Trial, sheet: 'details' | 'blueprint' = 'details'): Trial {
  given.desk.sheet = sheet;
  render(SheetPanel, { props: { theme: 'light', say: String }, context: given.context });
  return given;
}

const chosen = (given: Trial, ...addresses: string[]): void => void (given.desk.board.picked = addresses);

describe('details', () => {
  test('nothing chosen says what to do', () => {
    show(trial());
    expect(screen.getByText('Nothing is chosen')).toBeTruthy();
  });

  test('a card says where it stands', () => {
    const given = trial();
    chosen(given, `cards/${given.keys.card}`);
    show(given);
    const trail = [...screen.getByRole('navigation', { name: 'Where it stands' }).children];
    expect(trail.map((part) => part.textContent?.trim())).toEqual(['Report', '›', 'Calls the service desk', '›', 'Front stage']);
  });

  test('a mark is added, opened and taken away', async () => {
    const given = trial();
    chosen(given, `cards/${given.keys.card}`);
    addMark(given.desk.editing, { on: `cards/${given.keys.card}`, kind: 'wait' });
    show(given);
    await userEvent.click(screen.getByRole('button', { name: 'Add a mark' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Fail point' }));
    const kinds = () => given.desk.document.marksOn(`cards/${given.keys.card}`).map((mark) => mark.place[1]);
    expect(kinds()).toEqual(['fail', 'wait']);
    await userEvent.selectOptions(screen.getAllByRole('combobox', { name: 'Kind' })[0]!, 'pain');
    expect(kinds()).toEqual(['wait', 'pain']);
    await userEvent.click(screen.getByRole('button', { name: 'Remove Pain' }));
    expect(kinds()).toEqual(['wait']);
  });

  test('links are drawn and shown from both ends', async () => {
    const given = trial();
    const [from, to] = [`steps/${given.keys.step}`, `steps/${given.keys.second}`];
    addLink(given.desk.editing, { source: from, target: to });
    chosen(given, to);
    show(given);
    await userEvent.click(screen.getByText('Links', { selector: 'summary span' }));
    expect(screen.getByText('Calls the service desk', { selector: 'summary span' })).toBeTruthy();
    await userEvent.type(screen.getByRole('combobox', { name: 'Link to …' }), 'answers{Enter}');
    expect(given.desk.document.linksFrom(to).map((link) => link.place[1])).toEqual([`cards/${given.keys.card}`]);
  });

  test('an id that is taken is refused with a reason', async () => {
    const given = trial();
    chosen(given, `cards/${given.keys.card}`);
    given.desk.document.at(`steps/${given.keys.step}`)!.map.set('id', 'calls');
    show(given);
    await userEvent.click(screen.getByText('In the file', { selector: 'summary span' }));
    const id = screen.getByRole('textbox', { name: 'Id' });
    await userEvent.type(id, 'calls{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('Choose another one');
    await userEvent.clear(id);
    await userEvent.type(id, 'answers{Enter}');
    expect(given.desk.document.at(`cards/${given.keys.card}`)!.id).toBe('answers');
  });

  test('what this version does not know is shown and cannot be changed', async () => {
    const given = trial();
    given.desk.document.at(`cards/${given.keys.card}`)!.map.set('more', '[["colour-of-the-door", "blue"]]');
    chosen(given, `cards/${given.keys.card}`);
    show(given);
    // an earlier test may have left this part open: that is remembered
    if (!screen.queryByText(/colour-of-the-door/)) await userEvent.click(screen.getByText('In the file', { selector: 'summary span' }));
    expect(screen.getByText(/colour-of-the-door/).tagName).toBe('PRE');
  });
});

describe('registers', () => {
  test('an actor is made, named and taken away', async () => {
    const given = show(trial(), 'blueprint');
    await userEvent.click(screen.getByRole('button', { name: /Actors/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Add: actor' }));
    const names = () => given.desk.document.items('actors').map((actor) => actor.title());
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Second line');
    expect(names()).toEqual(['First line', 'Second line']);
    await userEvent.click(screen.getByRole('button', { name: 'Move up' }));
    expect(names()).toEqual(['Second line', 'First line']);
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(names()).toEqual(['First line']);
  });

  test('an agreement can become an XLA', async () => {
    const given = show(trial(), 'blueprint');
    await userEvent.click(screen.getByRole('button', { name: /Agreements/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Add: agreement' }));
    await userEvent.click(within(screen.getByRole('group', { name: 'Kind' })).getByRole('button', { name: 'XLA' }));
    expect(given.desk.document.items('agreements').map((each) => each.place)).toEqual([['xla']]);
  });

  test('an expectation says something, and is called by that', async () => {
    const given = show(trial(), 'blueprint');
    await userEvent.click(screen.getByRole('button', { name: /Expectations/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Add: expectation' }));
    const says = screen.getByRole('textbox', { name: 'What should be true' });
    await userEvent.clear(says);
    await userEvent.type(says, '{Enter}');
    expect(given.desk.document.items('expect').map((each) => each.value('says'))).toEqual(['Expectation']);
    await userEvent.clear(says);
    await userEvent.type(says, 'total <= 5 working days{Enter}');
    expect(screen.getByRole('button', { name: 'total <= 5 working days' })).toBeTruthy();
  });

  test('a promise needs its two ends and its time', async () => {
    const given = show(trial(), 'blueprint');
    await userEvent.click(screen.getByRole('button', { name: /Promises/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Add: promise' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'The clock starts' }), `steps/${given.keys.step}`);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'The clock stops' }), `steps/${given.keys.second}`);
    await userEvent.type(screen.getByRole('textbox', { name: 'Within' }), 'soon');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(screen.getByRole('alert').textContent).toContain('time with its unit');
    await userEvent.clear(screen.getByRole('textbox', { name: 'Within' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Within' }), '8 h');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(given.desk.document.items('promises').map((promise) => promise.value('within'))).toEqual(['8 h']);
  });

  test.each(['Personas', 'Channels', 'Systems', 'Lanes', 'Findings', 'Actions', 'Expectations', 'Sources', 'Data bindings'])(
    '%s can be added to',
    async (name) => {
      const given = show(trial(), 'blueprint');
      await userEvent.click(screen.getByRole('button', { name: new RegExp(`^${name}`) }));
      const before = screen.queryAllByRole('listitem').length;
      await userEvent.click(screen.getByRole('button', { name: /^Add: / }));
      expect(screen.getAllByRole('listitem').length).toBeGreaterThan(before);
      expect(given.desk.opened).toBeTruthy();
    },
  );
});

test('the tabs are one stop, and arrows go between them', async () => {
  const given = show(trial());
  screen.getByRole('tab', { name: 'Details' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(given.desk.sheet).toBe('blueprint');
  expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([-1, 0, -1, -1]);
});
