/** Where the elements stand on the sheet, as the browser has laid them out. */

import type { Box, End } from './routes';

export interface Measured {
  /** The box of a step's text or a card, with the free line under its row; null when it is not to be seen. */
  boxOf(address: string): End | null;
  /** Every card and text in the columns looked at. */
  readonly obstacles: readonly Box[];
  /** The faces on the curves: no label stands over them. */
  readonly faces: readonly Box[];
}

/** How far above the foot of a cell arrows run. */
const FOOT = 7;

/** Measures the columns that are asked for at once, and others when an arrow leads there. All in the sheet's own pixels. */
export function measured(sheet: HTMLElement, scale: number, there: (column: number) => boolean): Measured {
  const origin = sheet.getBoundingClientRect();
  const nodes = new Map<string, HTMLElement>();
  const boxes = new Map<string, End | null>();
  const feet = new Map<Element, number>();
  const obstacles: Box[] = [];
  const foot = (cell: Element): number => {
    const known = feet.get(cell) ?? (cell.getBoundingClientRect().bottom - origin.top) / scale - FOOT;
    feet.set(cell, known);
    return known;
  };
  const measure = (node: HTMLElement): End | null => {
    const found = node.getBoundingClientRect();
    const cell = node.parentElement;
    if (!found.width || !cell) return null;
    return { ...inside(found, origin, scale), floor: foot(rowOf(cell)) };
  };
  for (const node of sheet.querySelectorAll<HTMLElement>('.card, .does')) {
    const cell = node.parentElement;
    const address = node.dataset['address'] ?? cell?.dataset['address'];
    if (!cell || address === undefined) continue;
    nodes.set(address, node);
    const first = Number(cell.getAttribute('aria-colindex')) - 2;
    const last = first + Number(cell.getAttribute('aria-colspan') ?? 1) - 1;
    let seen = false;
    for (let at = first; at <= last; at++) seen ||= there(at);
    if (!seen) continue;
    const box = measure(node);
    boxes.set(address, box);
    if (box) obstacles.push(box);
  }
  const faces = [...sheet.querySelectorAll('.face')].map((node) => inside(node.getBoundingClientRect(), origin, scale));
  return {
    obstacles,
    faces,
    boxOf(address) {
      const known = boxes.get(address);
      if (known !== undefined) return known;
      const node = nodes.get(address);
      const box = node ? measure(node) : null;
      boxes.set(address, box);
      return box;
    },
  };
}

function inside(box: Box, origin: Box, scale: number): Box {
  return {
    left: (box.left - origin.left) / scale,
    top: (box.top - origin.top) / scale,
    right: (box.right - origin.left) / scale,
    bottom: (box.bottom - origin.top) / scale,
  };
}

/** The part of the row that reaches down to its foot: the band, for cards that stand in a track of their own. */
function rowOf(cell: Element): Element {
  return cell.classList.contains('reach') ? (cell.parentElement?.firstElementChild ?? cell) : cell;
}
