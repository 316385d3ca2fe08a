/** Saying something of what is chosen: how it feels, how much rides on it, what goes wrong there. */

import type { Item } from '../document';
import { addMark, remove, setFeeling, setField } from '../edits';
import { m } from '../generated/paraglide/messages.js';
import type { BoardState } from '../board/state.svelte';
import { feelingWord } from '../board/words';

/** The steps that are meant: those chosen, else the one in whose column the focus is. */
function stepsMeant(state: BoardState): Item[] {
  const chosen = state.picked.flatMap((address) => (address.startsWith('steps/') ? (state.document.at(address) ?? []) : []));
  const own = state.focus && state.column(state.focus.column)?.step;
  return chosen.length ? chosen : own ? [own] : [];
}

/** How the chosen steps feel, for the persona whose curve has the focus; null takes it away. */
export function setLevel(state: BoardState, level: number | null): void {
  const { editing } = state.session;
  const { persona } = state;
  editing.run('set-feeling', () => {
    for (const step of stepsMeant(state)) setFeeling(editing, step.key, persona, level);
  });
  state.say(level === null ? m.board_no_feeling() : feelingWord(level));
}

/** Raise or lower how the focused step feels, by a whole level. */
export function liftLevel(state: BoardState, by: 1 | -1): void {
  const [step] = stepsMeant(state);
  if (!step) return;
  const feelings = step.feelings();
  const now = (feelings.find(({ persona }) => persona === state.persona) ?? feelings.find(({ persona }) => persona === null))?.level;
  setLevel(state, now === undefined ? 0 : Math.max(-2, Math.min(2, by > 0 ? Math.floor(now) + 1 : Math.ceil(now) - 1)));
}

/** The keys speak of the next persona's curve from now on. */
export function nextCurve(state: BoardState): void {
  const personas = state.document.items('personas');
  const at = personas.findIndex(({ key }) => key === state.persona);
  const who = personas[(at + 1) % personas.length];
  if (!who) return;
  state.curve = who.key;
  state.say(who.title() || who.id);
}

/** A fail point, wait point and so on at the chosen elements; when all have it already, it goes from all. */
export function toggleMark(state: BoardState, kind: string): void {
  const { editing } = state.session;
  const had = (address: string): readonly Item[] => state.document.marksOn(address).filter((mark) => mark.place[1] === kind);
  const addresses = state.chosen.filter((address) => !address.startsWith('links/') && !address.startsWith('lanes/'));
  const all = addresses.every((address) => had(address).length > 0);
  editing.run('toggle-mark', () => {
    for (const address of addresses) {
      const there = had(address);
      if (all)
        remove(editing, there.map((mark) => mark.address)); // prettier-ignore
      else if (there.length === 0) addMark(editing, { on: address, kind });
    }
  });
}

/** How much rides on the chosen steps: none, then 1 to 4, then none again. */
export function turnTruth(state: BoardState): void {
  const { editing } = state.session;
  const steps = stepsMeant(state);
  const now = Number(steps[0]?.value('moment_of_truth') ?? 0);
  const grade = now >= 4 ? null : now + 1;
  editing.run('set-field', () => {
    for (const step of steps) setField(editing, step.address, 'moment_of_truth', grade);
  });
  if (steps.length) state.say(grade === null ? m.board_no_truth() : m.board_truth({ grade }));
}
