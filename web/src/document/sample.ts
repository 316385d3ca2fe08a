/** A small board to develop and test with, written as the editor writes. Not part of the product. */

import * as Y from 'yjs';
import { textFields, type Kind } from './shapes';

type Given = Record<string, unknown>;

function write(map: Y.Map<unknown>, kind: Kind, given: Given): void {
  const texts = textFields(kind);
  for (const field of texts) map.set(field, new Y.Text(String(given[field] ?? '')));
  for (const [name, value] of Object.entries(given)) {
    if (texts.includes(name)) continue;
    map.set(name, /@./.test(name) && typeof value === 'string' ? new Y.Text(value) : value);
  }
}

/** Elements as the shared document holds them: `{ cards: { answer: { pos: [...], does: '…' } }, head: { title: '…' } }`. */
export function fromValues(values: Partial<Record<Kind, Record<string, unknown>>>, doc = new Y.Doc()): Y.Doc {
  doc.transact(() => {
    doc.getMap('meta').set('format', 1);
    write(doc.getMap('head'), 'head', values.head ?? {});
    for (const [kind, elements] of Object.entries(values)) {
      if (kind === 'head') continue;
      for (const [key, given] of Object.entries(elements)) {
        const map = new Y.Map<unknown>();
        write(map, kind as Kind, given as Given);
        doc.getMap<unknown>(kind).set(key, map);
      }
    }
  });
  return doc;
}

/** A help desk call: two phases, four steps, feelings, cards on both sides of the line of visibility, marks and links. */
export function sampleDoc(): Y.Doc {
  return fromValues({
    head: { title: 'A call to the help desk', language: 'en', scenario: 'My laptop does not start' },
    personas: { mia: { pos: ['a0'], name: 'Mia, works from home' }, tom: { pos: ['a1'], name: 'Tom, in the office' } },
    actors: { agent: { pos: ['a0'], name: 'Agent' }, expert: { pos: ['a1'], name: 'Expert' } },
    systems: { tickets: { pos: ['a0'], name: 'Tickets' } },
    channels: { phone: { pos: ['a0'], name: 'Phone', icon: 'phone', class_: 'offline' } },
    phases: { report: { pos: ['a0'], title: 'Report', need: 'Being heard at once', met: 0.6 }, repair: { pos: ['a1'], title: 'Repair' } },
    lanes: { second: { pos: ['a0'], role: 'backstage', name: 'Second line' } },
    steps: {
      notices: { pos: ['report', 'a0'], does: 'Notices the laptop is dead', thinks: 'Not now', 'feels/*': -1 },
      calls: {
        pos: ['report', 'a1'],
        does: 'Calls the help desk',
        'feels/*': -2,
        'feels/tom': 0,
        moment_of_truth: 3,
        'time.wait': '4 min',
      },
      waits: { pos: ['repair', 'a0'], does: 'Waits for a courier', 'feels/*': 0 },
      works: { pos: ['repair', 'a1'], does: 'Works again', 'feels/*': 2 },
    },
    cards: {
      answer: {
        pos: ['calls', 'frontstage', 'a0'],
        does: 'Answers the call',
        'by/agent': 'a0',
        'via/phone': 'a0',
        mode: 'manual',
        'time.work': '3 min',
      },
      note: { pos: ['calls', 'frontstage', 'a1'], does: 'Writes the ticket', 'by/agent': 'a0', 'uses/tickets': 'a0' },
      judge: { pos: ['calls', 'second', 'a0'], does: 'Judges the cause', 'by/expert': 'a0' },
      send: { pos: ['waits', 'support', 'a0'], does: 'Sends a new laptop', until: 'works' },
      mail: { pos: ['waits', 'evidence', 'a0'], does: 'A mail with the time of delivery' },
    },
    marks: {
      queue: { pos: ['steps/calls', 'wait', 'a0'], title: 'Ten people before you' },
      wrong: { pos: ['cards/note', 'fail', 'a0'], title: 'Wrong address' },
    },
    links: {
      onwards: { pos: ['cards/note', 'cards/judge', 'a0'], kind: 'handover' },
      back: { pos: ['cards/send', 'steps/calls', 'a0'], kind: 'loop', share: 0.1 },
    },
    promises: { day: { pos: ['a0'], title: 'Next day', from: 'steps/calls', to: 'steps/works', within: '1 day' } },
  });
}
