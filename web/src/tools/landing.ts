/** Where something that is dragged would land: what is shown there, and what letting go does. */

import type { Key } from '../document';
import { moveCard, moveLane, movePhase, moveStep } from '../edits';
import { holdsCards, type Column } from '../board/layout';
import { LANE_HEAD, type Spot } from '../board/spot';
import type { BoardState } from '../board/state.svelte';
import type { Shown } from './drag';
import { spotAt } from './pointer';

export type Kind = 'card' | 'step' | 'phase' | 'lane';

export interface Load {
  readonly kind: Kind;
  /** The key of what is dragged. */
  readonly key: Key;
}

export interface Landing {
  readonly shown: Shown;
  readonly drop: () => void;
}

interface Hand {
  readonly clientX: number;
  readonly clientY: number;
}

/** Where it would land under the pointer; null where it can't. */
export function landingFor(sheet: HTMLElement, state: BoardState, load: Load, hand: Hand): Landing | null {
  const under = document.elementFromPoint(hand.clientX, hand.clientY);
  const spot = spotAt(under);
  if (!under || !spot || !sheet.contains(under)) return null;
  const on = new Sheet(sheet, state.scale);
  if (load.kind === 'card') return cardLanding(on, state, load.key, spot, hand.clientY);
  if (load.kind === 'lane') return laneLanding(on, state, load.key, spot, hand.clientY);
  return columnLanding(on, state, load, spot, hand.clientX);
}

/** Boxes of elements in the sheet's own pixels. */
class Sheet {
  readonly node: HTMLElement;
  readonly #scale: number;
  readonly #origin: DOMRect;

  constructor(node: HTMLElement, scale: number) {
    this.node = node;
    this.#scale = scale;
    this.#origin = node.getBoundingClientRect();
  }

  find(selector: string): HTMLElement | null {
    return this.node.querySelector<HTMLElement>(selector);
  }

  shown(box: { left: number; top: number; width: number; height: number }, kind: Shown['kind'] = 'line'): Shown {
    const { left, top } = this.#origin;
    const scale = this.#scale;
    return { kind, left: (box.left - left) / scale, top: (box.top - top) / scale, width: box.width / scale, height: box.height / scale };
  }
}

const THICK = 3;

function cardLanding(sheet: Sheet, state: BoardState, key: Key, spot: Spot, y: number): Landing | null {
  const row = state.row(spot.row);
  const step = state.column(spot.column)?.step;
  const cell = sheet.find(`[data-cell="${CSS.escape(`${spot.row}|${spot.column}`)}"]`);
  if (!row || !step || !cell || !holdsCards(row) || state.foldedLanes.has(row.key)) return null;
  const picked = state.picked.filter((address) => address.startsWith('cards/')).map((address) => address.slice('cards/'.length));
  const moved = picked.includes(key) ? picked : [key];
  const others = [...cell.querySelectorAll<HTMLElement>('.card')].filter(({ dataset }) => !moved.includes(keyIn(dataset['address'])));
  const below = others.find((card) => y < card.getBoundingClientRect().top + card.offsetHeight / 2);
  const box = cell.getBoundingClientRect();
  const last = others.at(-1)?.getBoundingClientRect();
  const top = below ? below.getBoundingClientRect().top - 5 : (last?.bottom ?? box.top + 4) + 2;
  const before = below ? { before: keyIn(below.dataset['address']) } : {};
  return {
    shown: others.length
      ? sheet.shown({ left: box.left + 8, top, width: box.width - 16, height: THICK })
      : sheet.shown({ left: box.left + 3, top: box.top + 3, width: box.width - 6, height: box.height - 6 }, 'area'),
    drop: () => {
      state.session.editing.run('move-card', () => {
        for (const card of moved) moveCard(state.session.editing, card, { step: step.key, lane: row.key, ...before });
      });
      state.go({ row: row.key, column: step.key, card: key });
      if (moved.length > 1) state.picked = moved.map((each) => `cards/${each}`);
    },
  };
}

function keyIn(address = ''): Key {
  return address.slice('cards/'.length);
}

function columnLanding(sheet: Sheet, state: BoardState, { kind, key }: Load, spot: Spot, x: number): Landing | null {
  const column = spot.column === LANE_HEAD ? undefined : state.column(spot.column);
  if (!column?.phase) return null;
  const phase = column.phase.key;
  const selector = kind === 'step' ? `[data-column="${CSS.escape(column.key)}"]` : `[data-phase="${CSS.escape(phase)}"]`;
  const box = sheet.find(selector)?.getBoundingClientRect();
  if (!box) return null;
  const side = x < box.left + box.width / 2 ? 'before' : 'after';
  const whole = sheet.node.getBoundingClientRect();
  const shown = sheet.shown({
    left: (side === 'before' ? box.left : box.right) - 1,
    top: box.top,
    width: THICK,
    height: whole.bottom - box.top,
  });
  return { shown, drop: () => (kind === 'step' ? dropStep(state, key, column, side) : dropPhase(state, key, phase, side)) };
}

function dropStep(state: BoardState, key: Key, column: Column, side: 'before' | 'after'): void {
  const { editing } = state.session;
  const phase = column.phase?.key;
  const goal = column.step?.key;
  if (goal === key) return;
  const chosen = state.picked.filter((address) => address.startsWith('steps/')).map((address) => address.slice('steps/'.length));
  const moved = chosen.includes(key) ? state.document.steps().map((step) => step.key).filter((step) => chosen.includes(step)) : [key]; // prettier-ignore
  if (goal !== undefined && moved.includes(goal)) return;
  editing.run('move-step', () => {
    for (const step of side === 'after' ? [...moved].reverse() : moved) moveStep(editing, step, goal ? { phase, [side]: goal } : { phase });
  });
  state.go({ row: 'steps', column: key, card: null });
}

function dropPhase(state: BoardState, key: Key, goal: Key, side: 'before' | 'after'): void {
  if (goal === key) return;
  movePhase(state.session.editing, key, { [side]: goal });
  state.goTo(`phases/${key}`);
}

function laneLanding(sheet: Sheet, state: BoardState, key: Key, spot: Spot, y: number): Landing | null {
  const row = state.row(spot.row);
  const own = state.row(key);
  const head = row && sheet.find(`[data-lane="${CSS.escape(row.key)}"]`);
  if (!row?.declared || !head || row.role !== own?.role || row.key === key) return null;
  const box = head.getBoundingClientRect();
  const side = y < box.top + box.height / 2 ? 'before' : 'after';
  const whole = sheet.node.getBoundingClientRect();
  const shown = sheet.shown({ left: whole.left, top: (side === 'before' ? box.top : box.bottom) - 1, width: whole.width, height: THICK });
  const drop = (): void => {
    moveLane(state.session.editing, key, { [side]: row.key });
    state.go({ row: key, column: LANE_HEAD, card: null });
  };
  return { shown, drop };
}
