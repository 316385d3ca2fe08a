/** How work and customer move on: the links people drew, and those the form implies. As `footlights.model.flow`. */

import { ACTING_ROLES } from '../generated/model';
import type { Item } from './item';

/** One way on between two addresses (`steps/k`, `cards/k`). `link` is the one people drew, null where it is implied. */
export interface Flow {
  readonly source: string;
  readonly target: string;
  readonly kind: string;
  readonly link: Item | null;
}

/** What flows are worked out from. */
export interface Ways {
  /** All steps, in board order. */
  steps: readonly Item[];
  links: readonly Item[];
  /** All cards that stand on the board, in reading order: by step, row and rank. */
  cards: readonly Item[];
  /** The role of a card's lane, '' when it has none. */
  roleOf(lane: string): string;
}

/** Every way on: drawn links first, then implied ones (step to step; customer, front, back, support within a step). */
export function flowsOf(ways: Ways): Flow[] {
  const drawn = ways.links.map((link): Flow => {
    const [source = '', target = ''] = link.place;
    const kind = link.value('kind');
    return { source, target, kind: typeof kind === 'string' ? kind : 'trigger', link };
  });
  return [...drawn, ...along(ways, drawn), ...down(ways, drawn)];
}

function along(ways: Ways, drawn: readonly Flow[]): Flow[] {
  const at = new Map(ways.steps.map((step, number) => [step.address, number]));
  const ahead = (flow: Flow): boolean => (at.get(flow.target) ?? -1) > (at.get(flow.source) ?? at.size);
  const waysOn = new Set(drawn.filter((flow) => flow.kind !== 'loop' && ahead(flow)).map((flow) => flow.source));
  const found: Flow[] = [];
  for (let number = 0; number + 1 < ways.steps.length; number++) {
    const source = (ways.steps[number] as Item).address;
    if (!waysOn.has(source)) found.push({ source, target: (ways.steps[number + 1] as Item).address, kind: 'next', link: null });
  }
  return found;
}

interface Standing {
  step: string;
  role: string;
  depth: number;
}

function down(ways: Ways, drawn: readonly Flow[]): Flow[] {
  const standing = new Map<string, Standing>();
  const bySteps = new Map<string, Map<string, Item[]>>();
  for (const card of ways.cards) {
    const [step = '', lane = ''] = card.place;
    const role = ways.roleOf(lane);
    standing.set(card.address, { step: `steps/${step}`, role, depth: depthOf(role) });
    let byRole = bySteps.get(step);
    if (!byRole) bySteps.set(step, (byRole = new Map()));
    const there = byRole.get(role);
    if (there) there.push(card);
    else byRole.set(role, [card]);
  }
  const held = heldBy(standing, drawn);
  const found: Flow[] = [];
  for (const [step, byRole] of bySteps) {
    let above = `steps/${step}`;
    for (const role of ACTING_ROLES) {
      if (role === 'customer') continue;
      const cards = byRole.get(role) ?? [];
      for (const card of cards) if (!held.has(card.address)) found.push({ source: above, target: card.address, kind: 'chain', link: null });
      above = cards[0]?.address ?? above;
    }
  }
  return found;
}

/** The cards that drawn links already tie into the flow. */
function heldBy(standing: ReadonlyMap<string, Standing>, drawn: readonly Flow[]): Set<string> {
  const held = new Set<string>();
  for (const flow of drawn) {
    if (flow.kind === 'loop') continue;
    const one = standing.get(flow.source);
    const two = standing.get(flow.target);
    const together = (one?.step ?? flow.source) === (two?.step ?? flow.target);
    const reached = !one || (two?.role === 'frontstage' ? one.role === 'frontstage' && together : two !== undefined);
    if (reached) held.add(flow.target);
    const upward = together && (two?.depth ?? 0) < (one?.depth ?? 0);
    if (one?.role === 'frontstage' ? !two : upward) held.add(flow.source);
  }
  return held;
}

/** How far a role stands from the customer; rows that do not act stand nowhere. */
function depthOf(role: string): number {
  return Math.max(0, (ACTING_ROLES as readonly string[]).indexOf(role));
}
