/** Keeps a floating box beside what it belongs to, inside the window. */

export type Placement = 'bottom-start' | 'bottom-end';

export interface Anchoring {
  anchor: HTMLElement | null | undefined;
  placement?: Placement;
  /** As wide as the anchor at least. */
  wide?: boolean;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const GAP = 4;
const MARGIN = 8;
const LEAST = 120;
const MOST = 448;

/** Where a box of a size goes: below its anchor, or above it where there is more room; and how high it may be. */
export function placed(
  anchor: Box,
  size: { width: number; height: number },
  room: { width: number; height: number },
  placement: Placement,
) {
  const below = room.height - anchor.bottom - GAP - MARGIN;
  const above = anchor.top - GAP - MARGIN;
  const under = size.height <= below || below >= above;
  const most = Math.max(LEAST, Math.min(MOST, under ? below : above));
  const height = Math.min(size.height, most);
  const wished = placement === 'bottom-end' ? anchor.right - size.width : anchor.left;
  const x = Math.max(MARGIN, Math.min(wished, room.width - size.width - MARGIN));
  return { x: Math.round(x), y: Math.round(under ? anchor.bottom + GAP : anchor.top - GAP - height), most };
}

/**
 * Svelte action for the floating box; its position is fixed, so no scrolling parent cuts it off. It is never moved by a transform:
 * a box that is would be the window to a box inside it, which then stands elsewhere than it was put.
 */
export function anchored(node: HTMLElement, anchoring: Anchoring): { update(next: Anchoring): void; destroy(): void } {
  let now = anchoring;
  Object.assign(node.style, { position: 'fixed', left: '0', top: '0', width: 'max-content', zIndex: '60' });
  const place = (): void => {
    if (!now.anchor) return;
    const around = now.anchor.getBoundingClientRect();
    node.style.minWidth = now.wide ? `${around.width}px` : '';
    node.style.maxHeight = '';
    const { x, y, most } = placed(
      around,
      node.getBoundingClientRect(),
      { width: innerWidth, height: innerHeight },
      now.placement ?? 'bottom-start',
    );
    node.style.maxHeight = `${most}px`;
    Object.assign(node.style, { left: `${x}px`, top: `${y}px` });
  };
  place();
  const seen = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(place);
  if (now.anchor) seen?.observe(now.anchor);
  seen?.observe(node);
  const moved = (event: Event): void => {
    if (!(event.target instanceof Node && node.contains(event.target))) place();
  };
  addEventListener('scroll', moved, { capture: true, passive: true });
  addEventListener('resize', place);
  return {
    update: (next) => {
      now = next;
      place();
    },
    destroy: () => {
      seen?.disconnect();
      removeEventListener('scroll', moved, { capture: true });
      removeEventListener('resize', place);
    },
  };
}
