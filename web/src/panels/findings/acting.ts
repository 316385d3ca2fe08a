/** What is done about a finding: taken on, set aside for a reason, brought back, mended, made an action. Each is one step of undo. */

import type { Item } from '../../document';
import { addElement, addMark, remove, setField, type Editing, type SimpleCollection } from '../../edits';
import type { Outcome } from '../desk.svelte';
import type { PlainEdit } from '../server';
import type { Judged } from './found';

const READ_ONLY: Outcome = { ok: false, why: 'read-only', facts: {} };

/** Take a finding on: from now on it stands among the blueprint's findings. */
export function takeOn(editing: Editing, judged: Judged): Outcome {
  return editing.run('take-on', () => record(editing, judged, 'accepted')) ?? READ_ONLY;
}

/** Set a finding aside until what it rests on changes. Without a reason it is refused. */
export function setAside(editing: Editing, judged: Judged, reason: string): Outcome {
  if (!reason.trim()) return { ok: false, why: 'nothing-to-say', facts: {} };
  return editing.run('set-aside', () => record(editing, judged, 'dismissed', reason.trim())) ?? READ_ONLY;
}

/** Take back that it was set aside, or taken on. */
export function bringBack(editing: Editing, { record: there }: Judged): Outcome {
  if (!there) return { ok: true };
  return (
    editing.run('bring-back', () => all([() => set(editing, there, 'status', 'open'), () => unset(editing, there, 'reason')])) ?? READ_ONLY
  );
}

/** An action that answers a finding, which is taken on by it; its owner and day are people's to say. */
export function makeAction(editing: Editing, judged: Judged): Outcome & { address?: string } {
  const made = editing.run('make-action', (): Outcome & { address?: string } => {
    const taken = record(editing, judged, 'accepted');
    if (!taken.ok) return taken;
    const fields = { closes: [taken.key], status: 'open' };
    const action = addElement(editing, 'actions', { title: judged.found.todo, fields });
    return action.ok ? { ok: true, address: `actions/${action.key}` } : action;
  });
  return made ?? READ_ONLY;
}

/** The edits that mend a finding. */
export function mend(editing: Editing, { found }: Judged): Outcome {
  const edits = found.mend ?? [];
  return editing.run('mend', () => all(edits.map((edit) => () => plain(editing, edit)))) ?? READ_ONLY;
}

function plain(editing: Editing, edit: PlainEdit): Outcome {
  switch (edit.edit) {
    case 'set':
      return setField(editing, edit.address, edit.field === 'from_' ? 'from' : edit.field, edit.value);
    case 'mark':
      return addMark(editing, { on: edit.address, kind: edit.kind, ...(edit.title ? { title: edit.title } : {}) });
    case 'add':
      return addElement(editing, edit.collection as SimpleCollection, { fields: edit.fields });
    case 'remove':
      return remove(editing, [edit.address]);
  }
}

/** Write down what became of a finding, as `footlights.checks.ledger` does. */
function record(editing: Editing, judged: Judged, status: string, reason?: string): (Outcome & { ok: false }) | { ok: true; key: string } {
  const { found, record: there } = judged;
  if (there) {
    const done = all([
      () => set(editing, there, 'status', status),
      () => set(editing, there, 'fingerprint', found.fingerprint),
      () => (reason === undefined ? unset(editing, there, 'reason') : setField(editing, there.address, 'reason', reason)),
    ]);
    return done.ok ? { ok: true, key: there.key } : done;
  }
  return addElement(editing, 'findings', {
    title: found.said,
    fields: {
      on: editing.document.at(found.at) && found.at !== 'head' ? [found.at] : [],
      severity: found.severity === 'error' ? 'high' : found.severity,
      status,
      fingerprint: found.fingerprint,
      ...(reason === undefined ? {} : { reason }),
    },
  });
}

/** Writes only what differs, so that others' edits are not touched for nothing. */
function set(editing: Editing, item: Item, field: string, value: string): Outcome {
  return item.value(field) === value ? { ok: true } : setField(editing, item.address, field, value);
}

/** A text taken away, in every language it has. */
function unset(editing: Editing, item: Item, field: string): Outcome {
  const languages = item.languages(field);
  if (!languages.length) return item.text(field) ? setField(editing, item.address, field, null) : { ok: true };
  return all(languages.map((language) => () => setField(editing, item.address, field, null, language)));
}

function all(edits: readonly (() => Outcome)[]): Outcome {
  for (const edit of edits) {
    const outcome = edit();
    if (!outcome.ok) return outcome;
  }
  return { ok: true };
}
