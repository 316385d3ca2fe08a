/** How long it takes: per station, and along the longest path the customer waits for. As `footlights.measures.path_time`. */

import { parseDuration, seconds as secondsOf, type BoardDocument, type Item } from '../document';
import { ACTING_ROLES } from '../generated/model';
import { childrenFirst, longest, withoutCircles, type Score, type Ways } from './ways';

/** One station's figures in seconds; null is unknown, and never zero. */
export interface Station {
  readonly step: Item;
  readonly work: number | null;
  readonly wait: number | null;
  readonly standard: number | null;
  readonly tolerance: number | null;
  /** The weakest of what the figures rest on; null where there are none. */
  readonly basis: string | null;
}

export interface PathTime {
  readonly total: number | null;
  readonly customer: number | null;
  readonly company: number | null;
  readonly path: readonly string[];
  /** How many stations nobody knows the time of. */
  readonly unknown: number;
  readonly stations: readonly Station[];
}

const LIVED: readonly string[] = ['customer', 'frontstage'];
const PARTS = ['work', 'wait', 'standard', 'tolerance'] as const;
type Part = (typeof PARTS)[number];
type Times = Partial<Record<Part, number>> & { readonly basis: string };
/** What figures rest on, from the weakest up; what nobody has said rests on an assumption. */
const STRENGTH: readonly unknown[] = ['assumed', 'proposed', 'observed', 'measured'];
/** What a figure may take to spell; the rest is none, as on the server. */
const LONGEST = 100;

/** The time of every station and of the longest path; nodes are addresses (`steps/k`, `cards/k`). For work outside of reactions. */
export function pathTime(document: BoardDocument): PathTime {
  const graph = graphOf(document);
  const order = childrenFirst(graph.ways);
  const score = new Map<string, Score>();
  const seconds = new Map<string, number | null>();
  for (const node of graph.ways.keys()) {
    const found = total(graph.times.get(node));
    seconds.set(node, found);
    const step = node.startsWith('steps/');
    score.set(node, [found ?? 0, found === null ? 0 : 1, step ? 1 : 0, step ? 0 : -1]);
  }
  const lived = new Set([...graph.ways.keys()].filter((node) => node.startsWith('steps/') || LIVED.includes(graph.roles.get(node) ?? '')));
  const path = longest(graph.ways, order, score, lived);
  const mine = (node: string): boolean => node.startsWith('steps/') || graph.roles.get(node) === 'customer';
  const stations = stationsOf(document, graph, order);
  return {
    total: sum(path.map((node) => seconds.get(node) ?? null)),
    customer: sum(path.filter(mine).map((node) => seconds.get(node) ?? null)),
    company: sum(path.filter((node) => !mine(node)).map((node) => seconds.get(node) ?? null)),
    path,
    unknown: stations.filter(({ work, wait, standard }) => work === null && wait === null && standard === null).length,
    stations,
  };
}

interface Graph {
  ways: Ways;
  times: Map<string, Times>;
  roles: Map<string, string>;
  column: Map<string, number>;
}

/** What an element says of its time: its figures, or only what they are to rest on. */
function timesOf(item: Item): Times | undefined {
  const { map } = item;
  const found: Partial<Record<Part, number>> = {};
  for (const part of PARTS) {
    const text = map.get(`time.${part}`);
    const duration = typeof text === 'string' && text.length <= LONGEST ? parseDuration(text) : null;
    if (duration) found[part] = secondsOf(duration);
  }
  const own = map.get('time.basis');
  const said = STRENGTH.includes(own);
  if (Object.keys(found).length === 0 && !said && item.refs('time.source').length === 0) return undefined;
  const basis = said ? own : map.get('basis');
  return { ...found, basis: STRENGTH.includes(basis) ? String(basis) : 'assumed' };
}

function total(times: Times | undefined): number | null {
  const known = sum([times?.work ?? null, times?.wait ?? null]);
  return known ?? times?.standard ?? null;
}

function sum(figures: readonly (number | null)[]): number | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length ? known.reduce((one, two) => one + two, 0) : null;
}

function graphOf(document: BoardDocument): Graph {
  const roleOf = new Map(document.rows().map((row) => [row.key, row.role]));
  const all = document.flows();
  const passing = all.filter(({ kind }) => kind !== 'loop');
  const ends = new Set(passing.flatMap(({ source, target }) => [source, target]));
  const acting: readonly string[] = ACTING_ROLES;
  const cards = document.items('cards').filter((card) => acting.includes(roleOf.get(card.place[1] ?? '') ?? '') || ends.has(card.address));
  const steps = document.steps();
  const column = new Map<string, number>();
  const byStep = new Map<string, Item[]>();
  for (const card of cards) byStep.set(card.place[0] ?? '', [...(byStep.get(card.place[0] ?? '') ?? []), card]);
  steps.forEach((step, at) => [step, ...(byStep.get(step.key) ?? [])].forEach((node) => column.set(node.address, at)));
  const roles = new Map(cards.map((card) => [card.address, roleOf.get(card.place[1] ?? '') ?? '']));
  const times = new Map<string, Times>();
  for (const node of [...steps, ...cards]) {
    const found = timesOf(node);
    if (found) times.set(node.address, found);
  }
  const position = new Map([...column.keys()].map((node, at) => [node, at]));
  let pairs = passing
    .map(({ source, target }): [string, string] => [source, target])
    .filter((pair) => pair.every((end) => position.has(end)));
  pairs = [...pairs, ...ledOn(pairs, cards, { roles, column })];
  const goesUp = pairs.some(([source, target]) => (position.get(target) ?? 0) <= (position.get(source) ?? 0));
  if (goesUp) pairs = pairsOf(withoutCircles(waysOf(pairs, position), column));
  let ways = waysOf([...pairs, ...begun(pairs, cards, roles)], position);
  if (goesUp) ways = withoutCircles(ways, column);
  return { ways, times, roles, column };
}

function pairsOf(ways: Ways): [string, string][] {
  return [...ways].flatMap(([node, targets]) => targets.map((target): [string, string] => [node, target]));
}

/** What the customer lives through in a step, or up to the last step a card spans, holds up the steps it leads to. */
function ledOn(
  pairs: readonly [string, string][],
  cards: readonly Item[],
  { roles, column }: Pick<Graph, 'roles' | 'column'>,
): [string, string][] {
  const onward = new Map<string, string[]>();
  for (const [source, target] of pairs) {
    if (source.startsWith('steps/') && target.startsWith('steps/')) onward.set(source, [...(onward.get(source) ?? []), target]);
  }
  return cards
    .filter((card) => LIVED.includes(roles.get(card.address) ?? ''))
    .flatMap((card) => {
      const [own, until] = [`steps/${card.place[0] ?? ''}`, `steps/${String(card.map.get('until'))}`];
      // a span whose end is gone, or stands before its beginning, is none
      const last = (column.get(until) ?? -1) > (column.get(own) ?? 0) ? until : own;
      return (onward.get(last) ?? []).map((target): [string, string] => [card.address, target]);
    });
}

/** The front stage answers the customer; a card that nothing leads to begins when its step does. */
function begun(pairs: readonly [string, string][], cards: readonly Item[], roles: Map<string, string>): [string, string][] {
  const before = new Map<string, string[]>();
  for (const [source, target] of pairs) before.set(target, [...(before.get(target) ?? []), source]);
  const found: [string, string][] = [];
  for (const card of cards) {
    const step = `steps/${card.place[0] ?? ''}`;
    const earlier = before.get(step) ?? [];
    if (LIVED.includes(roles.get(card.address) ?? '') && !earlier.includes(card.address)) found.push([step, card.address]);
    else if (!before.has(card.address)) found.push(...earlier.map((node): [string, string] => [node, card.address]));
  }
  return found;
}

function waysOf(pairs: readonly (readonly [string, string])[], position: Map<string, number>): Ways {
  const ways: Ways = new Map([...position.keys()].map((node) => [node, []]));
  for (const [source, target] of pairs) if (source !== target) ways.get(source)?.push(target);
  for (const [node, targets] of ways) {
    if (targets.length > 1)
      ways.set(
        node,
        [...new Set(targets)].sort((one, two) => (position.get(one) ?? 0) - (position.get(two) ?? 0)),
      );
  }
  return ways;
}

function stationsOf(document: BoardDocument, graph: Graph, order: readonly string[]): Station[] {
  const [work, wait, standard, tolerance] = PARTS.map((part) => through(graph, order, part)) as [Figures, Figures, Figures, Figures];
  const bases = new Map<number, string[]>();
  for (const [node, { basis }] of graph.times) {
    const at = graph.column.get(node) ?? 0;
    bases.set(at, [...(bases.get(at) ?? []), basis]);
  }
  return document.steps().map((step, at) => ({
    step,
    work: work.get(at) ?? null,
    wait: wait.get(at) ?? null,
    standard: standard.get(at) ?? null,
    // what a step may take at most is said of the whole station; only where nobody says so do the cards' limits add up
    tolerance: graph.times.get(step.address)?.tolerance ?? tolerance.get(at) ?? null,
    basis: weakest(bases.get(at) ?? []),
  }));
}

function weakest(bases: readonly string[]): string | null {
  const at = Math.min(...bases.map((basis) => STRENGTH.indexOf(basis)));
  return bases.length ? String(STRENGTH[at]) : null;
}

type Figures = Map<number, number>;

/** The longest way through each column by one figure; columns that do not know it are left out. */
function through(graph: Graph, order: readonly string[], part: Part): Figures {
  const found: Figures = new Map();
  for (const [node, times] of graph.times) if (times[part] !== undefined) found.set(graph.column.get(node) ?? 0, 0);
  const best = new Map<string, number>();
  for (const node of order) {
    const at = graph.column.get(node) ?? 0;
    if (!found.has(at)) continue;
    const onward = (graph.ways.get(node) ?? []).filter((target) => graph.column.get(target) === at).map((target) => best.get(target) ?? 0);
    const here = (graph.times.get(node)?.[part] ?? 0) + Math.max(0, ...onward);
    best.set(node, here);
    found.set(at, Math.max(found.get(at) ?? 0, here));
  }
  return found;
}
