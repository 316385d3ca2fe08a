/** How a step feels. */

import { keysOf, type Key } from '../document';
import { BASES } from '../generated/model';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { DONE, refused, type Done, type Refusal } from './outcome';

/** Set the level (-2 to 2) at a step for a persona, or for everyone (null); level null takes it away, with what it rested on. */
export function setFeeling(editing: Editing, step: Key, persona: Key | null, level: number | null): Done | Refusal {
  const { document } = editing;
  const item = document.item('steps', step);
  if (!item || (persona !== null && !document.item('personas', persona))) return refused('no-such-element');
  if (level !== null && !(level >= -2 && level <= 2)) return refused('out-of-range', { field: 'feels', low: -2, high: 2 });
  return attempt(editing, 'set-feeling', (write) => {
    const name = `feels/${persona ?? '*'}`;
    write.set(item, name, level === null ? undefined : Number(level.toFixed(6)));
    const parts = keysOf(item.map).filter((key) => level === null && (key === `${name}.basis` || key.startsWith(`${name}.source/`)));
    for (const part of parts) write.set(item, part, undefined);
    return DONE;
  });
}

/** What a feeling rests on: its basis; null takes it away. */
export function setFeelingBasis(editing: Editing, step: Key, persona: Key | null, basis: string | null): Done | Refusal {
  const item = editing.document.item('steps', step);
  const name = `feels/${persona ?? '*'}`;
  if (!item || item.map.get(name) === undefined) return refused('no-such-element');
  if (basis !== null && !(BASES as readonly string[]).includes(basis)) return refused('takes-choice', { field: 'basis' });
  return attempt(editing, 'set-feeling', (write) => {
    write.set(item, `${name}.basis`, basis ?? undefined);
    return DONE;
  });
}
