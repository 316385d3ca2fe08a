/** Two phases into one. */

import type { Item, Key } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, refused, type Done, type Refusal } from './outcome';
import { ranksAt } from './placing';
import { letGo } from './pointing';
import type { Write } from './write';

/**
 * Make two phases that stand beside each other one: the first takes over the other's steps and marks, and a need only the other
 * has. Where both have one, `need` says which stands.
 */
export function mergePhases(editing: Editing, first: Key, second: Key, need?: string): Done | Refusal {
  const { document } = editing;
  const phases = document.phases();
  const at = [first, second].map((key) => phases.findIndex((phase) => phase.key === key)).sort((one, two) => one - two);
  const [here = -1, there = -1] = at;
  if (here < 0) return refused('no-such-element');
  if (there - here !== 1) return refused('not-neighbours');
  const kept = phases[here] as Item;
  const gone = phases[there] as Item;
  const [one, two] = [kept.text('need'), gone.text('need')];
  if (need === undefined && one && two && one !== two) return refused('both-have-a-need');
  return attempt(editing, 'merge-phases', (write) => {
    if (need !== undefined) write.text(kept, document.textName(kept.map, 'need'), need);
    else if (!one && two) takeOver(write, kept, gone);
    moveSteps(write, kept, gone);
    moveMarks(write, kept, gone);
    letGo(write, new Set([gone.address]), kept.address);
    write.set(gone, 'gone', true);
    return DONE;
  });
}

/** The need, how far it is met and what that rests on; whatever the first phase says itself stays. */
function takeOver(write: Write, kept: Item, gone: Item): void {
  const sourced = kept.refs('source').length > 0;
  for (const [name, value] of [...gone.map.entries()]) {
    if (name === 'need' || name.startsWith('need@')) {
      if (Array.isArray(value)) write.set(kept, name, value);
      else write.text(kept, name, String(value));
    }
    const free = kept.map.get(name) === undefined;
    if ((name === 'met' || name === 'basis') && free) write.set(kept, name, value);
    if (name.startsWith('source/') && !sourced) write.set(kept, name, value);
  }
}

function moveSteps(write: Write, kept: Item, gone: Item): void {
  const there = write.document.stepsOf(kept.key);
  const moving = write.document.stepsOf(gone.key);
  const ranks = ranksAt(write, there, there.length, moving.length);
  moving.forEach((step, at) => write.set(step, 'pos', [kept.key, ranks[at]]));
}

function moveMarks(write: Write, kept: Item, gone: Item): void {
  for (const mark of write.document.marksOn(gone.address)) {
    const kind = mark.place[1] ?? '';
    const there = write.document.marksOn(kept.address).filter((each) => each.place[1] === kind);
    write.set(mark, 'pos', [kept.address, kind, ranksAt(write, there, there.length, 1)[0]]);
  }
}
