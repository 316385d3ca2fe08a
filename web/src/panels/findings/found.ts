/** What the checks found, as the server tells it, and what became of each by the ledger that stands in the document. */

import type { BoardDocument, Item } from '../../document';
import type { Found, FoundAnswer } from '../server';

export const SEVERITIES = ['error', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];
export type Status = Found['status'];

/** A finding and what became of it. */
export interface Judged {
  readonly found: Found;
  readonly status: Status;
  /** Why it was set aside, or is allowed. */
  readonly reason: string;
  /** What stands about it among the blueprint's findings. */
  readonly record: Item | undefined;
}

/** Which finding a fingerprint speaks of: what stands before its last `~`. */
export function identityOf(fingerprint: string): string {
  const at = fingerprint.lastIndexOf('~');
  return at < 0 ? fingerprint : fingerprint.slice(0, at);
}

/** The records of the ledger by the identity of their findings; of two, the later in the list counts. */
export function ledgerOf(document: BoardDocument): ReadonlyMap<string, Item> {
  const records = new Map<string, Item>();
  for (const item of document.items('findings')) {
    const fingerprint = item.value('fingerprint');
    if (typeof fingerprint === 'string' && fingerprint) records.set(identityOf(fingerprint), item);
  }
  return records;
}

/** What became of a finding: the document knows it sooner than the server. Only what an element allows is the server's word. */
export function judge(found: Found, ledger: ReadonlyMap<string, Item>): Judged {
  const record = ledger.get(found.identity);
  if (found.status === 'allowed') return { found, status: 'allowed', reason: found.reason ?? '', record };
  if (!record) return { found, status: 'open', reason: '', record };
  const status = record.value('status') ?? 'open';
  const written = String(record.value('fingerprint'));
  const same = written === found.fingerprint || !written.includes('~');
  const reason = record.text('reason');
  if (status === 'dismissed') return { found, status: same ? 'dismissed' : 'reopened', reason, record };
  return { found, status: status === 'accepted' ? 'accepted' : 'open', reason: '', record };
}

export interface Sorted {
  /** Nobody has judged these, or they have come back. */
  readonly standing: readonly Judged[];
  readonly taken: readonly Judged[];
  readonly aside: readonly Judged[];
}

const ASIDE: readonly Status[] = ['dismissed', 'allowed'];

/** An answer of the server in its three heaps, as the document has it now. What is at an element that is gone is left out. */
export function sorted(answer: FoundAnswer | null, document: BoardDocument): Sorted {
  const ledger = ledgerOf(document);
  const all = answer ? [...answer.shown, ...answer.taken, ...answer.aside] : [];
  const judged = all.filter(({ at }) => there(document, at)).map((found) => judge(found, ledger));
  return {
    standing: judged.filter(({ status }) => status === 'open' || status === 'reopened'),
    taken: judged.filter(({ status }) => status === 'accepted'),
    aside: judged.filter(({ status }) => ASIDE.includes(status)),
  };
}

/** A role's own row is there without standing in the document. */
function there(document: BoardDocument, at: string): boolean {
  return at.startsWith('lanes/') || document.at(at) !== undefined;
}

/** Where on the board one looks for a finding: at the phase, step, card or row itself, or at what a mark, link or promise is about. */
export function placeOf(document: BoardDocument, at: string): string {
  const item = document.at(at);
  if (!item) return '';
  if (item.collection === 'marks' || item.collection === 'links') return item.place[0] ?? '';
  if (item.collection === 'promises') return item.ref('from') ?? '';
  return ['phases', 'steps', 'cards', 'lanes'].includes(item.collection) ? at : '';
}

/** The heaviest standing finding at each place of the board, with the titles of all. */
export function signs(document: BoardDocument, standing: readonly Judged[]): Map<string, { severity: Severity; titles: string }> {
  const found = new Map<string, { severity: Severity; titles: string }>();
  for (const { found: each } of standing) {
    const place = placeOf(document, each.at);
    if (!/^(phases|steps|cards)\//.test(place)) continue;
    const before = found.get(place);
    const heavier = !before || SEVERITIES.indexOf(each.severity) < SEVERITIES.indexOf(before.severity);
    found.set(place, {
      severity: heavier ? each.severity : before.severity,
      titles: before ? `${before.titles} · ${each.title}` : each.title,
    });
  }
  return found;
}

export type Grouping = 'severity' | 'element';

export interface Group {
  readonly key: string;
  readonly findings: readonly Judged[];
}

/** Findings under headings: by severity, the heaviest first; or by where they are, in reading order, the blueprint itself first. */
export function grouped(document: BoardDocument, findings: readonly Judged[], by: Grouping): Group[] {
  const groups = new Map<string, Judged[]>();
  for (const each of findings) {
    const key = by === 'severity' ? each.found.severity : placeOf(document, each.found.at) || each.found.at;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const order: readonly string[] = by === 'severity' ? SEVERITIES : reading(document);
  const places = new Map<string, number>(order.map((key, at) => [key, at]));
  const at = (key: string): number => places.get(key) ?? order.length;
  return [...groups].map(([key, found]) => ({ key, findings: found })).sort((one, two) => at(one.key) - at(two.key));
}

/** Every address in the order in which a board is read: a card at its step. */
function reading(document: BoardDocument): readonly string[] {
  const cards = new Map<string, string[]>();
  for (const card of document.items('cards')) {
    const step = card.place[0] ?? '';
    cards.set(step, [...(cards.get(step) ?? []), card.address]);
  }
  const order = ['head'];
  for (const phase of document.phases()) {
    order.push(phase.address);
    for (const step of document.stepsOf(phase.key)) order.push(step.address, ...(cards.get(step.key) ?? []));
  }
  return order;
}
