/** Dragging cards, steps, phases and lanes to another place; a line shows where they land. */

import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { BoardState } from '../grid/state.svelte';
import { holdsCards } from '../grid/layout';
import { moveCard, moveLane, movePhase, moveStep } from '../edits';
import { spotAt } from './pointer';

type Kind = 'card' | 'step' | 'phase' | 'lane';

interface Load {
  readonly kind: Kind;
  /** The key of what is dragged. */
  readonly key: string;
}

/** Where something would land: on which element of the page, and on which side of what. */
interface Landing {
  readonly node: HTMLElement;
  readonly side: 'before' | 'after' | 'in';
  readonly drop: () => void;
}

/** Let what stands on the board be dragged. Elements are made draggable when the pointer first comes over them. */
export function dragging(board: HTMLElement, scroller: HTMLElement, state: BoardState): () => void {
  const known = new Map<HTMLElement, () => void>();
  const over = (event: Event): void => {
    if (!state.mayEdit) return;
    const node = (event.target as Element).closest<HTMLElement>('[data-draggable], .card[data-address]');
    if (node && !known.has(node)) known.set(node, handled(node, state));
  };
  const shown: { node: HTMLElement | null } = { node: null };
  const show = (landing: Landing | null): void => {
    if (shown.node) delete shown.node.dataset['drop'];
    shown.node = landing?.node ?? null;
    if (landing) landing.node.dataset['drop'] = landing.side;
  };
  board.addEventListener('pointerover', over);
  const stop = [
    () => board.removeEventListener('pointerover', over),
    dropTargetForElements({ element: board, canDrop: ({ source }) => 'kind' in source.data }),
    autoScrollForElements({ element: scroller }),
    monitorForElements({
      onDrag: ({ source, location }) => show(landing(state, source.data as unknown as Load, location.current.input)),
      onDrop: ({ source, location }) => {
        const found = location.current.dropTargets.length ? landing(state, source.data as unknown as Load, location.current.input) : null;
        show(null);
        found?.drop();
      },
    }),
  ];
  return () => {
    for (const each of [...stop, ...known.values()]) each();
  };
}

function handled(node: HTMLElement, state: BoardState): () => void {
  return draggable({
    element: node,
    canDrag: ({ input }) => {
      const under = document.elementFromPoint(input.clientX, input.clientY);
      return state.mayEdit && !under?.closest('textarea, button, [data-handle]');
    },
    getInitialData: () => loadOf(node) as unknown as Record<string, unknown>,
    onDragStart: () => node.setAttribute('data-dragged', ''),
    onDrop: () => node.removeAttribute('data-dragged'),
  });
}

function loadOf(node: HTMLElement): Load {
  const { draggable: kind = 'card', phase, lane, column } = node.dataset;
  const card = node.dataset['address']?.slice('cards/'.length) ?? '';
  return { kind: kind as Kind, key: { card, step: column, phase, lane }[kind] ?? '' };
}

function landing(state: BoardState, load: Load, input: { clientX: number; clientY: number }): Landing | null {
  const under = document.elementFromPoint(input.clientX, input.clientY);
  if (!under) return null;
  if (load.kind === 'card') return cardLanding(state, load.key, under, input.clientY);
  if (load.kind === 'lane') return laneLanding(state, load.key, under, input.clientY);
  const spot = spotAt(under);
  const column = spot && state.column(spot.column);
  if (!column?.phase) return null;
  const head = document.querySelector<HTMLElement>(load.kind === 'step' ? `[data-column="${CSS.escape(column.key)}"]` : `[data-phase="${CSS.escape(column.phase.key)}"]`);
  if (!head) return null;
  const box = head.getBoundingClientRect();
  const side = input.clientX < box.left + box.width / 2 ? 'before' : 'after';
  const { editing } = state.session;
  const phase = column.phase.key;
  if (load.kind === 'phase') return { node: head, side, drop: () => void (phase !== load.key && movePhase(editing, load.key, { [side]: phase })) };
  const step = column.step?.key;
  return { node: head, side, drop: () => void (step !== load.key && moveStep(editing, load.key, step ? { phase, [side]: step } : { phase })) };
}

function cardLanding(state: BoardState, key: string, under: Element, y: number): Landing | null {
  const spot = spotAt(under);
  const row = spot && state.row(spot.row);
  const step = spot && state.column(spot.column)?.step;
  const cell = spot && document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${spot.row}|${spot.column}`)}"]`);
  if (!row || !step || !cell || !holdsCards(row)) return null;
  const cards = [...cell.querySelectorAll<HTMLElement>('.card')];
  const below = cards.find((card) => y < card.getBoundingClientRect().top + card.offsetHeight / 2);
  const moved = state.picked.includes(`cards/${key}`) ? state.picked.filter((address) => address.startsWith('cards/')).map((address) => address.slice(6)) : [key];
  const before = below?.dataset['address']?.slice('cards/'.length);
  return {
    node: cell,
    side: 'in',
    drop: () =>
      void state.session.editing.run('move-card', () => {
        const wish = before && !moved.includes(before) ? { before } : {};
        for (const card of moved) moveCard(state.session.editing, card, { step: step.key, lane: row.key, ...wish });
        state.go({ row: row.key, column: step.key, card: key });
      }),
  };
}

function laneLanding(state: BoardState, key: string, under: Element, y: number): Landing | null {
  const spot = spotAt(under);
  const row = spot && state.row(spot.row);
  const own = state.row(key);
  const head = row && document.querySelector<HTMLElement>(`[data-lane="${CSS.escape(row.key)}"]`);
  if (!row?.declared || !head || row.role !== own?.role || row.key === key) return null;
  const box = head.getBoundingClientRect();
  const side = y < box.top + box.height / 2 ? 'before' : 'after';
  return { node: head, side, drop: () => void moveLane(state.session.editing, key, { [side]: row.key }) };
}
