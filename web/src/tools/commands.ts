/** The one list of commands: keys, palette, menus and help all read it, so that they never differ. */

import { named } from '../generated/named';
import type { View, Zoom } from '../board/layout';
import { LANE_HEAD } from '../board/spot';
import type { BoardState } from '../board/state.svelte';
import { signed } from '../board/words';
import * as doing from './doing';
import { link, nextLink } from './linking';
import { liftLevel, nextCurve, setLevel, toggleMark, turnTruth } from './saying';
import { duplicate, moveSideways, moveToCell, moveUpright, reach } from './shifting';

export type Group = 'make' | 'change' | 'move' | 'say' | 'see';

export interface Command {
  readonly id: string;
  readonly group: Group;
  label(): string;
  /** `Mod` is Ctrl, or Cmd on a Mac: `Mod+Alt+ArrowLeft`, `m`. A single letter or digit can be switched off. */
  readonly keys: readonly string[];
  when(state: BoardState): boolean;
  run(state: BoardState): void;
}

type When = (state: BoardState) => boolean;

const always: When = () => true;
const edits: When = (state) => state.mayEdit;
const focused: When = (state) => state.mayEdit && state.focus !== null;
const chose = (...kinds: string[]): When => {
  return (state) => state.mayEdit && state.chosen.some((address) => kinds.includes(address.split('/', 1)[0] ?? ''));
};
const onCard = chose('cards');
const onStep: When = (state) => focused(state) && state.column(state.focus?.column ?? '')?.kind === 'step';
const onPhase: When = (state) => focused(state) && state.focus?.row === 'phases' && chose('phases')(state);
const inRow = (role: string): When => {
  return (state) => onStep(state) && state.row(state.focus?.row ?? '')?.role === role;
};
const onEmotion = inRow('emotion');
const offEmotion: When = (state) => focused(state) && !onEmotion(state);
const several: When = (state) => onEmotion(state) && state.document.items('personas').length > 1;

/** Commands of one group, each as: its name, its key or keys, when it means something, what it does. Its words are `command_{name}`. */
function group(
  name: Group,
  given: readonly [id: Named, keys: string | readonly string[], when: When, run: (state: BoardState) => void][],
): Command[] {
  return given.map(([id, keys, when, run]) => {
    const label = named[`command_${id.replaceAll('-', '_')}` as Message];
    return { id, group: name, label: () => label(), keys: typeof keys === 'string' ? (keys ? [keys] : []) : keys, when, run };
  });
}

type Message = Exclude<Extract<keyof typeof named, `command_${string}`>, 'command_level'>;
type Dashed<T extends string> = T extends `${infer One}_${infer Rest}` ? `${One}-${Dashed<Rest>}` : T;
type Named = Message extends `command_${infer Name}` ? Dashed<Name> : never;

const make = group('make', [
  ['edit', ['Enter', 'F2'], focused, (state) => doing.begin(state)],
  ['another-card', 'Mod+Enter', focused, (state) => doing.startAnother(state)],
  ['thinks', 'q', onStep, (state) => typeIn(state, 'thinks')],
  ['need', 'n', onPhase, (state) => typeIn(state, 'need')],
  ['step-before', 'Mod+Alt+ArrowLeft', focused, (state) => doing.insertBeside(state, 'left')],
  ['step-after', 'Mod+Alt+ArrowRight', focused, (state) => doing.insertBeside(state, 'right')],
  ['phase', '', edits, (state) => doing.insertPhase(state)],
  ['lane', '', focused, (state) => doing.insertLane(state)],
  ['duplicate', 'Mod+d', chose('cards', 'steps'), duplicate],
  ['link', 'l', (state) => state.linking !== null || chose('cards', 'steps')(state), link],
]);

const levels = [1, 2, 3, 4, 5].map((digit): Command => {
  const label = (): string => named.command_level({ level: signed(digit - 3) });
  return { id: `level-${digit}`, group: 'say', label, keys: [String(digit)], when: onEmotion, run: (state) => setLevel(state, digit - 3) };
});

const say = [
  ...group('say', [
    ['truth', 'm', onStep, turnTruth],
    ['fail', 'f', chose('cards', 'steps', 'phases'), (state) => toggleMark(state, 'fail')],
    ['wait', 'w', chose('cards', 'steps', 'phases'), (state) => toggleMark(state, 'wait')],
  ]),
  ...levels,
  ...group('say', [
    ['better', 'Alt+ArrowUp', onEmotion, (state) => liftLevel(state, 1)],
    ['worse', 'Alt+ArrowDown', onEmotion, (state) => liftLevel(state, -1)],
    ['curve', 'p', several, nextCurve],
    ['time', 't', onStep, (state) => doing.openTime(state)],
    ['by', 'b', onCard, (state) => open(state, 'by')],
    ['via', 'v', onCard, (state) => open(state, 'via')],
    ['uses', 's', onCard, (state) => open(state, 'uses')],
  ]),
];

const change = group('change', [
  ['undo', 'Mod+z', (state) => state.session.editing.canUndo, (state) => state.undo()],
  ['redo', ['Mod+Shift+z', 'Mod+y'], (state) => state.session.editing.canRedo, (state) => state.redo()],
  ['remove', ['Delete', 'Backspace'], focused, doing.takeAway],
]);

const move = group('move', [
  ['step-left', 'Alt+ArrowLeft', focused, (state) => moveSideways(state, 'left')],
  ['step-right', 'Alt+ArrowRight', focused, (state) => moveSideways(state, 'right')],
  ['card-up', 'Alt+ArrowUp', offEmotion, (state) => moveUpright(state, 'up')],
  ['card-down', 'Alt+ArrowDown', offEmotion, (state) => moveUpright(state, 'down')],
  ['card-to-left', 'Mod+Shift+ArrowLeft', onCard, (state) => moveToCell(state, 'left')],
  ['card-to-right', 'Mod+Shift+ArrowRight', onCard, (state) => moveToCell(state, 'right')],
  ['card-to-up', 'Mod+Shift+ArrowUp', onCard, (state) => moveToCell(state, 'up')],
  ['card-to-down', 'Mod+Shift+ArrowDown', onCard, (state) => moveToCell(state, 'down')],
  ['reach-further', 'Alt+Shift+ArrowRight', onCard, (state) => reach(state, 'right')],
  ['reach-less', 'Alt+Shift+ArrowLeft', onCard, (state) => reach(state, 'left')],
]);

const zoom = (to: Zoom) => (state: BoardState) => void (state.zoom = to);
const view = (to: View) => (state: BoardState) => void (state.view = to);

const see = group('see', [
  ['all', 'Mod+a', (state) => state.focus !== null, chooseAll],
  ['next-link', 'n', (state) => state.focus !== null && linked(state), nextLink],
  ['fold', '', (state) => state.focus !== null, fold],
  ['unfold', '', (state) => state.foldedPhases.size + state.foldedLanes.size > 0, unfold],
  ['fit-all', 'Shift+Digit1', always, (state) => state.fit('all')],
  ['fit-chosen', 'Shift+Digit2', always, (state) => state.fit('chosen')],
  ['fit-none', 'Shift+Digit0', always, (state) => state.fit('none')],
  ['zoom-overview', '', always, zoom('overview')],
  ['zoom-normal', '', always, zoom('normal')],
  ['zoom-detail', '', always, zoom('detail')],
  ['view-blueprint', '', (state) => state.view !== 'blueprint', view('blueprint')],
  ['view-journey', '', (state) => state.view !== 'journey', view('journey')],
  ['view-table', '', (state) => state.view !== 'table', view('table')],
  ['letters', '', always, (state) => void (state.letters = !state.letters)],
]);

export const COMMANDS: readonly Command[] = [...make, ...say, ...change, ...move, ...see];

/** What a step's customer thinks, or what a phase is for: typed where it stands. */
function typeIn(state: BoardState, field: 'thinks' | 'need'): void {
  const spot = state.focus;
  const column = spot && state.column(spot.column);
  const item = field === 'need' ? column?.phase : column?.step;
  const customer = state.rows.find(({ role }) => role === 'customer');
  if (!spot || !item) return;
  if (field === 'thinks' && customer) state.go({ row: customer.key, column: spot.column, card: null }, false);
  state.type(item.address, field);
}

function open(state: BoardState, kind: 'by' | 'via' | 'uses'): void {
  const address = state.chosen.find((each) => each.startsWith('cards/'));
  if (address) state.box = { address, kind };
}

function linked(state: BoardState): boolean {
  const address = state.focus ? state.addressAt(state.focus) : '';
  return /^(steps|cards)\//.test(address);
}

/** All cards, all steps or all phases: what the focus stands among. */
function chooseAll(state: BoardState): void {
  const address = state.focus ? state.addressAt(state.focus) : '';
  const kind = address.startsWith('phases/') ? 'phases' : address.startsWith('steps/') ? 'steps' : 'cards';
  state.picked = state.document.items(kind).map((item) => item.address);
}

function fold(state: BoardState): void {
  const spot = state.focus;
  if (!spot) return;
  if (spot.column === LANE_HEAD) return state.foldLane(spot.row);
  const phase = state.column(spot.column)?.phase;
  if (phase) state.foldPhase(phase.key);
}

function unfold(state: BoardState): void {
  state.foldedPhases.clear();
  state.foldedLanes.clear();
}
