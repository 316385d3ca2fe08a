/** Which elements stand on the board, and their reading order. What the server leaves out of the blueprint stands nowhere here either. */

import { AGREEMENT_KINDS, MARK_KINDS } from '../generated/model';
import type { BoardDocument } from './board';
import type { Item } from './item';
import { compareRanked, compareText } from './order';
import { parseDuration } from './quantities';

const PLACE = /^(phases|steps|cards)\//;
const END = /^(steps|cards)\//;

/** Whether a live element has a place: its parent, its lane, its ends are there. */
export function stands(document: BoardDocument, item: Item): boolean {
  const [one = '', two = ''] = item.place;
  switch (item.collection) {
    case 'steps':
      return document.item('phases', one) !== undefined;
    case 'cards':
      return standsAt(document, `steps/${one}`) && document.bears(two);
    case 'marks': {
      const misplaced = two === 'policy' && one.startsWith('steps/'); // a policy at a step is a card in the policy row
      return kindAt(item) < MARK_KINDS.length && !misplaced && PLACE.test(one) && standsAt(document, one);
    }
    case 'promises':
      return keeps(document, item);
    case 'agreements':
      return (AGREEMENT_KINDS as readonly string[]).includes(one);
    case 'expect':
      return Boolean(item.value('says'));
    default:
      return true;
  }
}

function standsAt(document: BoardDocument, address: string): boolean {
  const item = document.at(address);
  return item !== undefined && stands(document, item);
}

function keeps(document: BoardDocument, promise: Item): boolean {
  const within = promise.value('within');
  const ends = [promise.value('from'), promise.value('to')].map(String);
  return typeof within === 'string' && parseDuration(within) !== null && ends.every((end) => END.test(end) && standsAt(document, end));
}

/** The place of a mark's kind among the kinds; behind them for one we don't know. */
export function kindAt(mark: Item): number {
  const at = (MARK_KINDS as readonly string[]).indexOf(mark.place[1] ?? '');
  return at < 0 ? MARK_KINDS.length : at;
}

/** Where an address comes in reading order; -1 for what does not stand on the board. */
export type ReadingOrder = (address: string | undefined) => number;

/** The number of every phase, step and card in reading order. */
export function readingOrder(document: BoardDocument): ReadingOrder {
  const order = new Map<string, number>();
  for (const list of [document.phases(), document.steps(), document.items('cards')]) {
    for (const item of list) order.set(item.address, order.size);
  }
  return (address) => order.get(address ?? '') ?? -1;
}

export function sortedMarks(marks: readonly Item[], at: ReadingOrder): readonly Item[] {
  return [...marks].sort((one, two) => at(one.place[0]) - at(two.place[0]) || kindAt(one) - kindAt(two) || compareRanked(one, two));
}

/** The links whose ends both stand, in the order of their ends. */
export function sortedLinks(links: readonly Item[], at: ReadingOrder): readonly Item[] {
  return links
    .map((link) => ({ link, name: link.id || link.key, from: at(link.place[0]), to: at(link.place[1]) }))
    .filter(({ link, from, to }) => from >= 0 && to >= 0 && link.place.every((end) => END.test(end)))
    .sort((one, two) => one.from - two.from || one.to - two.to || compareText(one.name, two.name))
    .map(({ link }) => link);
}
