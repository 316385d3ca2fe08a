/** Dragging cards, steps, phases and lanes to another place; a line shows where they land. */

import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { spotNamed } from '../board/spot';
import type { BoardState } from '../board/state.svelte';
import { landingFor, type Kind, type Load } from './landing';

/** A line or an area on the sheet, in its own pixels. */
export interface Shown {
  readonly kind: 'line' | 'area';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Let what stands on the board be dragged. Elements are made draggable when the pointer first comes over them. */
export function dragging(sheet: HTMLElement, scroller: HTMLElement, state: BoardState, show: (shown: Shown | null) => void): () => void {
  const known = new WeakSet<HTMLElement>();
  const stop: (() => void)[] = [];
  const over = (event: Event): void => {
    if (!state.mayEdit) return;
    const node = (event.target as Element).closest<HTMLElement>('[data-draggable], .card[data-address]');
    if (!node || known.has(node)) return;
    known.add(node);
    stop.push(handled(node, state));
  };
  sheet.addEventListener('pointerover', over);
  stop.push(
    () => sheet.removeEventListener('pointerover', over),
    dropTargetForElements({ element: sheet, canDrop: ({ source }) => 'kind' in source.data }),
    autoScrollForElements({ element: scroller }),
    monitorForElements({
      onDrag: ({ source, location }) => show(landingFor(sheet, state, loadIn(source.data), location.current.input)?.shown ?? null),
      onDrop: ({ source, location }) => {
        const inside = location.current.dropTargets.length > 0;
        const landing = inside ? landingFor(sheet, state, loadIn(source.data), location.current.input) : null;
        show(null);
        state.session.setDrag(null);
        landing?.drop();
      },
    }),
  );
  return () => {
    for (const each of stop) each();
  };
}

function handled(node: HTMLElement, state: BoardState): () => void {
  let leave = (): void => undefined;
  return draggable({
    element: node,
    canDrag: ({ input }) => {
      const under = document.elementFromPoint(input.clientX, input.clientY);
      return state.mayEdit && !under?.closest('textarea, button, [data-handle]');
    },
    getInitialData: () => ({ ...loadOf(node) }),
    onDragStart: () => {
      const spot = spotNamed(node.id);
      if (spot) leave = state.sight.keep(spot.row, spot.column); // the browser ends a drag whose element is taken away
      node.setAttribute('data-dragged', '');
      state.session.setDrag({ address: node.dataset['address'] ?? '' });
    },
    onDrop: () => {
      node.removeAttribute('data-dragged');
      leave();
    },
  });
}

function loadOf(node: HTMLElement): Load {
  const { draggable: kind = 'card', phase, lane, column, address = '' } = node.dataset;
  const keys: Record<string, string | undefined> = { card: address.slice('cards/'.length), step: column, phase, lane };
  return { kind: kind as Kind, key: keys[kind] ?? '' };
}

function loadIn(data: Record<string | symbol, unknown>): Load {
  return { kind: data['kind'] as Kind, key: String(data['key']) };
}
