/** The one list of commands: keys, palette, menus and help all read it, so that they never differ. */

import type { BoardState } from '../grid/state.svelte';
import { holdsCards, type Zoom } from '../grid/layout';
import { m } from '../generated/paraglide/messages.js';
import * as doing from './doing';
import { LANE_HEAD } from './moving';

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

const edits = (state: BoardState): boolean => state.mayEdit && state.focus !== null;
const onCard = (state: BoardState): boolean => state.mayEdit && state.chosen.some((address) => address.startsWith('cards/'));
const onElement = (state: BoardState): boolean => state.mayEdit && state.chosen.length > 0;
const onStep = (state: BoardState): boolean => edits(state) && stepFocused(state);
const onEmotion = (state: BoardState): boolean => onStep(state) && state.row(state.focus?.row ?? '')?.role === 'emotion';
const always = (): boolean => true;

function stepFocused(state: BoardState): boolean {
  return state.focus !== null && state.column(state.focus.column)?.kind === 'step';
}

function command(id: string, group: Group, label: () => string, keys: string | readonly string[], when: Command['when'], run: Command['run']): Command {
  return { id, group, label, keys: typeof keys === 'string' ? (keys ? [keys] : []) : keys, when, run };
}

const levels = [1, 2, 3, 4, 5].map((digit) =>
  command(`level-${digit}`, 'say', () => m.command_level({ level: levelText(digit - 3) }), String(digit), onEmotion, (state) => doing.setLevel(state, digit - 3)),
);

function levelText(level: number): string {
  return level > 0 ? `+${level}` : String(level).replace('-', '\u2212');
}

const zooms = (['overview', 'normal', 'detail'] as const).map((zoom: Zoom) =>
  command(`zoom-${zoom}`, 'see', m[`command_zoom_${zoom}`], [], always, (state) => void (state.zoom = zoom)),
);

export const COMMANDS: readonly Command[] = [
  command('edit', 'make', m.command_edit, ['Enter', 'F2'], edits, (state) => doing.begin(state)),
  command('another-card', 'make', m.command_another_card, 'Mod+Enter', edits, (state) => another(state)),
  command('step-before', 'make', m.command_step_before, 'Mod+Alt+ArrowLeft', edits, (state) => doing.insertBeside(state, 'left')),
  command('step-after', 'make', m.command_step_after, 'Mod+Alt+ArrowRight', edits, (state) => doing.insertBeside(state, 'right')),
  command('phase', 'make', m.command_phase, [], (state) => state.mayEdit, (state) => newPhase(state)),
  command('lane', 'make', m.command_lane, [], edits, (state) => doing.insertLane(state)),
  command('duplicate', 'make', m.command_duplicate, 'Mod+d', onCard, (state) => doing.duplicate(state)),
  command('link', 'make', m.command_link, 'l', (state) => state.linking !== null || onElement(state), (state) => doing.link(state)),

  command('truth', 'say', m.command_truth, 'm', onStep, (state) => doing.turnTruth(state)),
  command('fail', 'say', m.command_fail, 'f', onElement, (state) => doing.toggleMark(state, 'fail')),
  command('wait', 'say', m.command_wait, 'w', onElement, (state) => doing.toggleMark(state, 'wait')),
  ...levels,
  command('time', 'say', m.command_time, 't', (state) => onStep(state), (state) => doing.openTime(state)),
  command('by', 'say', m.command_by, 'b', onCard, (state) => open(state, 'by')),
  command('via', 'say', m.command_via, 'v', onCard, (state) => open(state, 'via')),
  command('uses', 'say', m.command_uses, 's', onCard, (state) => open(state, 'uses')),

  command('undo', 'change', m.command_undo, 'Mod+z', (state) => state.session.editing.canUndo, (state) => state.undo()),
  command('redo', 'change', m.command_redo, ['Mod+Shift+z', 'Mod+y'], (state) => state.session.editing.canRedo, (state) => state.redo()),
  command('remove', 'change', m.command_remove, ['Delete', 'Backspace'], edits, (state) => doing.takeAway(state)),

  command('step-left', 'move', m.command_step_left, 'Alt+ArrowLeft', edits, (state) => doing.moveSideways(state, 'left')),
  command('step-right', 'move', m.command_step_right, 'Alt+ArrowRight', edits, (state) => doing.moveSideways(state, 'right')),
  command('card-up', 'move', m.command_card_up, 'Alt+ArrowUp', edits, (state) => doing.moveUpright(state, 'up')),
  command('card-down', 'move', m.command_card_down, 'Alt+ArrowDown', edits, (state) => doing.moveUpright(state, 'down')),
  command('card-to-left', 'move', m.command_card_to_left, 'Mod+Shift+ArrowLeft', onCard, (state) => doing.moveToCell(state, 'left')),
  command('card-to-right', 'move', m.command_card_to_right, 'Mod+Shift+ArrowRight', onCard, (state) => doing.moveToCell(state, 'right')),
  command('card-to-up', 'move', m.command_card_to_up, 'Mod+Shift+ArrowUp', onCard, (state) => doing.moveToCell(state, 'up')),
  command('card-to-down', 'move', m.command_card_to_down, 'Mod+Shift+ArrowDown', onCard, (state) => doing.moveToCell(state, 'down')),
  command('reach-further', 'move', m.command_reach_further, 'Alt+Shift+ArrowRight', onCard, (state) => doing.reach(state, 'right')),
  command('reach-less', 'move', m.command_reach_less, 'Alt+Shift+ArrowLeft', onCard, (state) => doing.reach(state, 'left')),

  command('fold', 'see', m.command_fold, '', (state) => state.focus !== null, (state) => fold(state)),
  command('unfold', 'see', m.command_unfold, '', (state) => state.foldedPhases.size + state.foldedLanes.size > 0, (state) => {
    state.foldedPhases.clear();
    state.foldedLanes.clear();
  }),
  command('fit-all', 'see', m.command_fit_all, 'Shift+Digit1', always, (state) => state.fit('all')),
  command('fit-chosen', 'see', m.command_fit_chosen, 'Shift+Digit2', always, (state) => state.fit('chosen')),
  command('fit-none', 'see', m.command_fit_none, 'Shift+Digit0', always, (state) => state.fit('none')),
  ...zooms,
  command('view-blueprint', 'see', m.command_view_blueprint, '', (state) => state.view !== 'blueprint', (state) => void (state.view = 'blueprint')),
  command('view-journey', 'see', m.command_view_journey, '', (state) => state.view !== 'journey', (state) => void (state.view = 'journey')),
  command('view-table', 'see', m.command_view_table, '', (state) => state.view !== 'table', (state) => void (state.view = 'table')),
  command('letters', 'see', m.command_letters, '', always, (state) => void (state.letters = !state.letters)),
];

function another(state: BoardState): void {
  const row = state.focus ? state.row(state.focus.row) : undefined;
  if (row && holdsCards(row) && state.focus?.column !== LANE_HEAD) doing.startCard(state);
  else doing.insertBeside(state, 'right');
}

function newPhase(state: BoardState): void {
  const spot = state.focus;
  state.focus = { row: 'phases', column: spot?.column ?? 'next', card: null };
  doing.insertBeside(state, 'right');
}

function open(state: BoardState, kind: 'by' | 'via' | 'uses'): void {
  const address = state.chosen.find((each) => each.startsWith('cards/'));
  if (address) state.box = { address, kind };
}

function fold(state: BoardState): void {
  const spot = state.focus;
  if (!spot) return;
  if (spot.column === LANE_HEAD) return void state.foldedLanes.add(spot.row);
  const phase = state.column(spot.column)?.phase;
  if (phase) state.foldPhase(phase.key);
}
