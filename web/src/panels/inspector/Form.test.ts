import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { addElement, addLink, addMark, setField } from '../../edits';
import { COLLECTIONS, HEAD, type CollectionName, type Field } from '../../generated/model';
import { toasts } from '../parts/toasts.svelte';
import { trial, type Trial } from '../testing';
import Form from './Form.svelte';
import { planOf, type FormOwner } from './plan';
import { fieldLabel } from './words';

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

function show(owner: FormOwner, address: string | string[], given: Trial = trial()): Trial {
  const items = [address].flat().map((each) => given.desk.document.at(each)!);
  render(Form, { props: { items, owner, flat: true }, context: given.context });
  return given;
}

const item = (given: Trial, address: string) => given.desk.document.at(address)!;

describe('every field of the model has a place in a form', () => {
  const owners = [...(Object.keys(COLLECTIONS) as CollectionName[]), 'head'] as FormOwner[];

  test.each(owners)('%s', (owner) => {
    const fields: readonly Field[] = owner === 'head' ? HEAD : COLLECTIONS[owner].fields;
    const plan = planOf(owner);
    expect([...plan.first, ...plan.folded].map((field) => field.name).sort()).toEqual(fields.map((field) => field.name).sort());
  });

  test.each([
    ['cards', COLLECTIONS.cards.fields],
    ['steps', COLLECTIONS.steps.fields],
    ['phases', COLLECTIONS.phases.fields],
  ] as const)('and is shown: %s', (owner, fields) => {
    const given = trial();
    const { step, card, phase } = given.keys;
    show(owner, { cards: `cards/${card}`, steps: `steps/${step}`, phases: `phases/${phase}` }[owner], given);
    for (const field of fields) expect(screen.getAllByText(fieldLabel(owner, field)).length).toBeGreaterThan(0);
  });
});

describe('shapes', () => {
  test('text: what is typed is in the document', async () => {
    const given = trial();
    show('steps', `steps/${given.keys.step}`, given);
    const field = screen.getByRole('textbox', { name: 'Thinks' });
    await userEvent.type(field, 'Not on a Monday');
    expect(item(given, `steps/${given.keys.step}`).text('thinks')).toBe('Not on a Monday');
  });

  test('text in several languages: each has its own field', async () => {
    const given = trial();
    setField(given.desk.editing, 'head', 'languages', ['en', 'nl']);
    given.desk.allLanguages = true;
    show('steps', `steps/${given.keys.step}`, given);
    await userEvent.type(screen.getByRole('textbox', { name: 'Does, Dutch' }), 'Belt');
    expect(item(given, `steps/${given.keys.step}`).textIn('does', 'nl')).toBe('Belt');
    expect(item(given, `steps/${given.keys.step}`).textIn('does', 'en')).toBe('Calls the service desk');
  });

  test('choice', async () => {
    const given = trial();
    show('cards', `cards/${given.keys.card}`, given);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'How' }), 'automated');
    expect(item(given, `cards/${given.keys.card}`).value('mode')).toBe('automated');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'How' }), '');
    expect(item(given, `cards/${given.keys.card}`).value('mode')).toBeUndefined();
  });

  test('choices: several of a closed list, each on or off', async () => {
    const given = trial();
    const outcome = addElement(given.desk.editing, 'views', { title: 'Where it goes wrong' });
    if (!outcome.ok) throw new Error(outcome.why);
    const address = `views/${outcome.key}`;
    show('views', address, given);
    expect(item(given, address).value('shows')).toBe('blueprint');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Wait point' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Fail point' }));
    expect(item(given, address).raw('marks')).toEqual(['fail', 'wait']);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Wait point' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Fail point' }));
    expect(item(given, address).raw('marks')).toBeUndefined();
  });

  test('refs: an actor that is there is chosen, a new one is made on the fly, and taken away again', async () => {
    const given = trial();
    show('cards', `cards/${given.keys.card}`, given);
    const by = screen.getByRole('combobox', { name: 'By' });
    await userEvent.type(by, 'first');
    await userEvent.click(screen.getByRole('option', { name: 'First line' }));
    expect(item(given, `cards/${given.keys.card}`).refs('by')).toEqual([given.keys.actor]);

    await userEvent.type(screen.getByRole('combobox', { name: 'By' }), 'Second line{Enter}');
    const actors = given.desk.document.items('actors').map((actor) => actor.title());
    expect(actors).toEqual(['First line', 'Second line']);
    expect(item(given, `cards/${given.keys.card}`).refs('by')).toHaveLength(2);

    await userEvent.click(screen.getByRole('button', { name: 'Remove First line' }));
    expect(item(given, `cards/${given.keys.card}`).refs('by')).not.toContain(given.keys.actor);
  });

  test('making on the fly is one step of undo', async () => {
    const given = trial();
    show('cards', `cards/${given.keys.card}`, given);
    await userEvent.type(screen.getByRole('combobox', { name: 'By' }), 'Second line{Enter}');
    given.desk.undo();
    expect(item(given, `cards/${given.keys.card}`).refs('by')).toEqual([]);
    expect(given.desk.document.items('actors')).toHaveLength(1);
  });

  test('ref: the last step a card spans', async () => {
    const given = trial();
    show('cards', `cards/${given.keys.card}`, given);
    await userEvent.click(screen.getByRole('combobox', { name: 'Spans until' }));
    await userEvent.click(screen.getByRole('option', { name: /Waits/ }));
    expect(item(given, `cards/${given.keys.card}`).value('until')).toBe(given.keys.second);
  });

  test('duration: checked when the field is left, and kept in its own unit', async () => {
    const given = trial();
    show('cards', `cards/${given.keys.card}`, given);
    const work = screen.getByRole('textbox', { name: 'Work' });
    await userEvent.type(work, '1 h 30 min{Enter}');
    expect(item(given, `cards/${given.keys.card}`).value('time.work')).toBe('90 min');

    await userEvent.clear(work);
    await userEvent.type(work, 'soon');
    await fireEvent.blur(work);
    expect(work.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toContain('time with its unit');
    expect(item(given, `cards/${given.keys.card}`).value('time.work')).toBe('90 min');

    await userEvent.type(work, '{Escape}');
    expect((work as HTMLInputElement).value).toBe('90 min');
  });

  test('money and numbers', async () => {
    const given = trial();
    show('steps', `steps/${given.keys.step}`, given);
    const step = item(given, `steps/${given.keys.step}`);
    await userEvent.type(screen.getByRole('textbox', { name: 'Cost' }), '€ 12,50{Enter}');
    expect(step.value('cost')).toBe('12.5 EUR');
    await userEvent.type(screen.getByRole('textbox', { name: 'Desired level' }), '4,5{Enter}');
    expect(step.value('desired')).toBe(4.5);
    await userEvent.type(screen.getByRole('textbox', { name: 'Actual level' }), '9{Enter}');
    expect(step.value('actual')).toBeUndefined();
    expect(screen.getByRole('alert').textContent).toContain('too high or too low');
  });

  test('date', async () => {
    const given = trial();
    show('head', 'head', given);
    const reviewed = screen.getByLabelText('Reviewed');
    await fireEvent.change(reviewed, { target: { value: '2027-03-01' } });
    expect(item(given, 'head').value('reviewed')).toBe('2027-03-01');
    await fireEvent.change(reviewed, { target: { value: '' } });
    expect(item(given, 'head').value('reviewed')).toBeUndefined();
  });

  test('share: with or without its sign', async () => {
    const given = trial();
    show('phases', `phases/${given.keys.phase}`, given);
    await userEvent.type(screen.getByRole('textbox', { name: 'Need met' }), '60{Enter}');
    expect(item(given, `phases/${given.keys.phase}`).value('met')).toBe(0.6);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Need met' }).value).toBe('60 %');
  });

  test('grade: pressing the chosen one takes it away', async () => {
    const given = trial();
    show('steps', `steps/${given.keys.step}`, given);
    const group = within(screen.getByRole('group', { name: 'Moment of truth' }));
    await userEvent.click(group.getByRole('button', { name: '3' }));
    expect(item(given, `steps/${given.keys.step}`).value('moment_of_truth')).toBe(3);
    await userEvent.click(group.getByRole('button', { name: '3' }));
    expect(item(given, `steps/${given.keys.step}`).value('moment_of_truth')).toBeUndefined();
  });

  test('feelings: for everyone and per persona, with what they rest on', async () => {
    const given = trial();
    addElement(given.desk.editing, 'sources', { title: 'Interviews' });
    show('steps', `steps/${given.keys.step}`, given);
    await userEvent.click(within(screen.getByRole('group', { name: 'Feels Noor' })).getByRole('button', { name: 'very bad' }));
    const step = item(given, `steps/${given.keys.step}`);
    expect(step.feelings()).toEqual([{ persona: given.keys.persona, level: -2, source: [] }]);

    const more = within(screen.getByText('-2: basis and source').closest('details')!);
    await userEvent.selectOptions(more.getByRole('combobox', { name: 'Basis' }), 'measured');
    await userEvent.type(more.getByRole('textbox', { name: 'Level' }), '{Control>}a{/Control}-1,5{Enter}');
    await userEvent.type(more.getByRole('combobox', { name: 'Source' }), 'inter{Enter}');
    expect(step.feelings()[0]).toMatchObject({ level: -1.5, basis: 'measured' });
    expect(step.feelings()[0]!.source).toHaveLength(1);
  });

  test('target and refs to anything', async () => {
    const given = trial();
    const outcome = addElement(given.desk.editing, 'agreements', { title: 'Phone answered' });
    if (!outcome.ok) throw new Error(outcome.why);
    const address = `agreements/${outcome.key}`;
    show('agreements', address, given);
    await userEvent.type(screen.getByRole('textbox', { name: 'Target' }), '≤ 30 s{Enter}');
    expect(item(given, address).value('target')).toBe('<= 30 s');
    await userEvent.type(screen.getByRole('combobox', { name: 'About' }), 'answers{Enter}');
    expect(item(given, address).refs('on')).toEqual([`cards/${given.keys.card}`]);
  });

  test('effect', async () => {
    const given = trial();
    const outcome = addElement(given.desk.editing, 'actions', { title: 'Join the call' });
    if (!outcome.ok) throw new Error(outcome.why);
    show('actions', `actions/${outcome.key}`, given);
    await userEvent.type(screen.getByRole('textbox', { name: 'Reading' }), 'happiness{Enter}');
    await userEvent.type(screen.getByRole('textbox', { name: 'Before' }), '60{Enter}');
    await userEvent.type(screen.getByRole('textbox', { name: 'Afterwards' }), '75{Enter}');
    await userEvent.type(screen.getByRole('textbox', { name: 'Period' }), '3 months{Enter}');
    const action = item(given, `actions/${outcome.key}`);
    expect([action.value('effect.reading'), action.value('effect.from'), action.value('effect.to'), action.value('effect.window')]).toEqual(
      ['happiness', 60, 75, '3 months'],
    );
  });

  test('languages and own words', async () => {
    const given = trial();
    show('head', 'head', given);
    await userEvent.type(screen.getByRole('textbox', { name: 'Add a language' }), 'nl{Enter}');
    expect(item(given, 'head').raw('languages')).toEqual(['nl']);
    await userEvent.type(screen.getByRole('textbox', { name: 'Add a language' }), 'no such{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('pt-BR');

    const words = screen.getAllByRole('textbox', { name: 'Phase' });
    await userEvent.type(words[0]!, 'Episode');
    await fireEvent.change(words[0]!);
    expect(given.desk.document.say('phase')).toBe('Episode');
  });

  test('a check that is fine here is named, with its reason', async () => {
    const given = trial();
    const { card, step, second } = given.keys;
    const address = `cards/${card}`;
    show('cards', address, given);
    const name = screen.getByRole('textbox', { name: 'Name a check that is fine here' });
    await userEvent.type(name, 'Contact without doer');
    await fireEvent.change(name);
    expect(item(given, address).raw('allow')).toBeUndefined();
    const reason = screen.getByRole('textbox', { name: 'contact-without-doer' });
    await userEvent.type(reason, 'The page answers by itself');
    await fireEvent.change(reason);
    expect(item(given, address).raw('allow')).toEqual([['contact-without-doer', 'The page answers by itself']]);
    await userEvent.clear(reason);
    await fireEvent.change(reason);
    expect(item(given, address).raw('allow')).toBeUndefined();

    // several at once keep what each has of its own
    setField(given.desk.editing, `steps/${step}`, 'allow', [['no-owner', 'New']]);
    document.body.innerHTML = '';
    show('steps', [`steps/${step}`, `steps/${second}`], given);
    const both = screen.getByRole('textbox', { name: 'Name a check that is fine here' });
    await userEvent.type(both, 'idle');
    await fireEvent.change(both);
    await userEvent.type(screen.getByRole('textbox', { name: 'idle' }), 'Yes');
    await fireEvent.change(screen.getByRole('textbox', { name: 'idle' }));
    expect([step, second].map((key) => item(given, `steps/${key}`).raw('allow'))).toEqual([
      [
        ['no-owner', 'New'],
        ['idle', 'Yes'],
      ],
      [['idle', 'Yes']],
    ]);
  });

  test('an owner is an actor or just a name', async () => {
    const given = trial();
    show('head', 'head', given);
    await userEvent.type(screen.getByRole('combobox', { name: 'Owner' }), 'Esra{Enter}');
    expect(item(given, 'head').value('owner')).toBe('Esra');
    await userEvent.click(screen.getByRole('button', { name: 'Remove Esra' }));
    await userEvent.type(screen.getByRole('combobox', { name: 'Owner' }), 'first{Enter}');
    expect(item(given, 'head').value('owner')).toBe(given.keys.actor);
  });

  test('the ends of a link can be changed', async () => {
    const given = trial();
    const outcome = addLink(given.desk.editing, { source: `steps/${given.keys.step}`, target: `steps/${given.keys.second}` });
    if (!outcome.ok) throw new Error(outcome.why);
    show('links', `links/${outcome.key}`, given);
    await userEvent.type(screen.getByRole('combobox', { name: 'To' }), 'answers{Enter}');
    expect(item(given, `links/${outcome.key}`).place).toEqual([`steps/${given.keys.step}`, `cards/${given.keys.card}`]);
  });

  test('a mark', async () => {
    const given = trial();
    const outcome = addMark(given.desk.editing, { on: `cards/${given.keys.card}`, kind: 'fail' });
    if (!outcome.ok) throw new Error(outcome.why);
    show('marks', `marks/${outcome.key}`, given);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Severity' }), 'high');
    await userEvent.type(screen.getByRole('textbox', { name: 'Recovery' }), 'Call back');
    const mark = item(given, `marks/${outcome.key}`);
    expect([mark.value('severity'), mark.text('recovery')]).toEqual(['high', 'Call back']);
  });
});

describe('several at once', () => {
  test('differing values are said, and a choice goes to all of them as one step of undo', async () => {
    const given = trial();
    const { step, second } = given.keys;
    setField(given.desk.editing, `steps/${step}`, 'basis', 'measured');
    show('steps', [`steps/${step}`, `steps/${second}`], given);
    const basis = screen.getAllByRole('combobox', { name: 'Basis' }).at(-1)!;
    expect(within(basis).getByRole<HTMLOptionElement>('option', { name: 'Different values' }).selected).toBe(true);
    await userEvent.selectOptions(basis, 'observed');
    const both = () => [step, second].map((key) => item(given, `steps/${key}`).value('basis'));
    expect(both()).toEqual(['observed', 'observed']);
    given.desk.undo();
    expect(both()).toEqual(['measured', undefined]);
  });

  test('leaving a field of differing texts alone changes nothing', async () => {
    const given = trial();
    const { step, second } = given.keys;
    show('steps', [`steps/${step}`, `steps/${second}`], given);
    const does = screen.getByRole('textbox', { name: 'Does' });
    await userEvent.click(does);
    await fireEvent.change(does);
    expect([step, second].map((key) => item(given, `steps/${key}`).text('does'))).toEqual(['Calls the service desk', 'Waits']);
  });
});

test('who may only look sees everything and changes nothing', () => {
  const given = trial([], 'view');
  show('cards', `cards/${given.keys.card}`, given);
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'How' }).disabled).toBe(true);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Does' }).readOnly).toBe(true);
  expect(screen.queryByRole('combobox', { name: 'By' })).toBeNull();
});

test('an undo that somebody else has overtaken is said', () => {
  const given = trial();
  const address = `steps/${given.keys.step}`;
  setField(given.desk.editing, address, 'basis', 'observed');
  item(given, address).map.set('basis', 'measured'); // somebody else's hand: not through our editing
  given.desk.undo();
  expect(toasts.shown.at(-1)?.text).toBe('Somebody else has changed “Calls the service desk” since, so that part stays.');
  expect(item(given, address).value('basis')).toBe('measured');
});
