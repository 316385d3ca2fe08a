/** A new step. */

import { newKey, type Key } from '../document';
import { addPhase } from './add-phase';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { refused, type Made, type Refusal } from './outcome';
import { rankFor } from './placing';
import { wished, type Fields } from './wishes';

export interface NewStep {
  /** None: the phase of the step given as `before` or `after`, or the last phase; a first phase is made where there is none. */
  phase?: Key;
  before?: Key;
  after?: Key;
  /** What the customer does; without it they wait. */
  does?: string;
  fields?: Fields;
}

/** Put a step in a phase, before or after another of its steps (neither: last). */
export function addStep(editing: Editing, { phase, before, after, does, fields }: NewStep = {}): Made | Refusal {
  const { document } = editing;
  if (phase !== undefined && !document.item('phases', phase)) return refused('no-such-element');
  const wish = wished(document, 'steps', { does, ...fields });
  if (!wish.ok) return wish;
  return attempt(editing, 'add-step', (write) => {
    const neighbour = document.item('steps', before ?? after ?? '');
    const home = phase ?? neighbour?.place[0] ?? document.phases().at(-1)?.key;
    const parent = home !== undefined && document.item('phases', home) ? home : firstPhase(editing);
    const rank = rankFor(write, document.stepsOf(parent), { before, after });
    const { key } = write.create('steps', newKey(), [parent, rank], wish.values, wish.texts);
    return { ok: true, key };
  });
}

function firstPhase(editing: Editing): Key {
  const made = addPhase(editing);
  return made.ok ? made.key : '';
}
