/** Another role for a row. */

import { newKey, type Item, type Key } from '../document';
import { CARD_ROLES, ROLES } from '../generated/model';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { refused, type Made, type Refusal } from './outcome';
import { ranksAt, rankFor } from './placing';
import { letGo } from './pointing';
import { storedFields, type Write } from './write';

/**
 * Give a row another role; its cards stay in it. A role's own row can't change its role: a lane with the new role is declared,
 * which takes its cards and its name over; `name` is that of a row that was never declared. Gives the key of the row.
 */
export function changeLaneRole(editing: Editing, lane: Key, role: string, name = ''): Made | Refusal {
  const { document } = editing;
  if (!(ROLES as readonly string[]).includes(role)) return refused('no-such-role');
  const bearing: readonly string[] = CARD_ROLES;
  const declared = document.item('lanes', lane);
  if (!declared && !bearing.includes(lane)) return refused('no-such-element');
  const cards = [...document.everything('cards')].filter((card) => !card.gone && card.place[1] === lane);
  if (cards.length && !bearing.includes(role)) return refused('lane-holds-cards');
  const own = (ROLES as readonly string[]).includes(lane);
  return attempt(editing, 'change-lane-role', (write) => {
    if (declared && !own) write.set(declared, 'role', role);
    if (!own || role === (declared?.value('role') ?? lane)) return { ok: true, key: lane };
    const made = declared ? copyOf(write, declared, role) : fresh(write, role, name);
    for (const card of cards) write.set(card, 'pos', [card.place[0] ?? '', made.key, card.rank]);
    if (declared) {
      letGo(write, new Set([declared.address]), made.address);
      write.set(declared, 'gone', true);
    }
    return { ok: true, key: made.key };
  });
}

function fresh(write: Write, role: string, name: string): Item {
  return write.create('lanes', newKey(), [rankFor(write, write.document.items('lanes'), {})], { role }, { name });
}

function copyOf(write: Write, lane: Item, role: string): Item {
  const lanes = write.document.items('lanes');
  const rank = ranksAt(write, lanes, lanes.indexOf(lane) + 1, 1)[0] as string;
  const { pos: _pos, id: _id, name, role: _role, ...rest } = storedFields(lane.map);
  const values = Object.fromEntries(Object.entries(rest).filter(([key]) => !/^name@./.test(key)));
  const made = write.create('lanes', newKey(), [rank], { ...values, role }, { name: typeof name === 'string' ? name : '' });
  for (const [key, text] of Object.entries(rest)) if (/^name@./.test(key) && typeof text === 'string') write.text(made, key, text);
  return made;
}
