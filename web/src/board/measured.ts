/** Where the elements stand on the sheet, as the browser has laid them out. */

import type { Box, End } from './routes';
import { spotNode } from './spot';
import type { BoardState } from './state.svelte';

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
/** Where the first card of a cell stands, and how much of it there is at least. */
const INSET = { left: 10, top: 8, height: 34 };

/**
 * Measures the columns from `first` to `last` at once, and others when an arrow leads there. All in the sheet's own pixels.
 * On a large board what is out of sight is not laid out: of that only the cell is measured, since asking for more would lay it out.
 */
export function measured(sheet: HTMLElement, board: BoardState, first: number, last: number): Measured {
  const { scale, columns, rows } = board;
  const origin = sheet.getBoundingClientRect();
  const boxes = new Map<string, End | null>();
  const feet = new Map<Element, number>();
  const obstacles: Box[] = [];
  const customer = rows.find(({ role }) => role === 'customer')?.key ?? '';
  const foot = (cell: Element): number => {
    const known = feet.get(cell) ?? (cell.getBoundingClientRect().bottom - origin.top) / scale - FOOT;
    feet.set(cell, known);
    return known;
  };
  const measure = (node: HTMLElement): End | null => {
    const found = node.getBoundingClientRect();
    const cell = node.parentElement;
    return found.width && cell ? { ...inside(found, origin, scale), floor: foot(rowOf(cell)) } : null;
  };
  const look = (node: HTMLElement, address: string | undefined): void => {
    if (address === undefined || boxes.has(address)) return;
    const box = measure(node);
    boxes.set(address, box);
    if (box) obstacles.push(box);
  };
  for (const { row, from, to, card } of reaching(board)) {
    const node = from <= last && to >= first && spotNode({ row, column: columns[from]?.key ?? '', card });
    if (node) look(node, node.dataset['address']);
  }
  for (const { key: column } of columns.slice(first, last + 1)) {
    for (const { key: row } of rows) {
      const cell = spotNode({ row, column, card: null });
      for (const node of (cell?.children ?? []) as Iterable<HTMLElement>) {
        if (node.classList.contains('card')) look(node, node.dataset['address']);
        else if (node.classList.contains('does')) look(node, cell?.dataset['address']);
      }
    }
  }
  /** An element in a column that is not looked at. */
  const outlying = (address: string): End | null => {
    const spot = address.startsWith('steps/')
      ? { row: customer, column: address.slice('steps/'.length), card: null }
      : board.spotOf(address);
    if (!spot) return null;
    const cell = spotNode({ ...spot, card: null });
    const node = spot.card === null ? cell?.querySelector<HTMLElement>('.does') : spotNode(spot);
    if (node && (!board.large || node.parentElement !== cell)) return measure(node);
    if (!cell) return null;
    const box = inside(cell.getBoundingClientRect(), origin, scale);
    const top = box.top + INSET.top;
    return { left: box.left + INSET.left, right: box.right - INSET.left, top, bottom: top + INSET.height, floor: foot(cell) };
  };
  return {
    obstacles,
    faces: [...sheet.querySelectorAll('.face')].map((node) => inside(node.getBoundingClientRect(), origin, scale)),
    boxOf(address) {
      const known = boxes.get(address);
      if (known !== undefined) return known;
      const box = outlying(address);
      boxes.set(address, box);
      return box;
    },
  };
}

function reaching({ spans }: BoardState): { row: string; from: number; to: number; card: string }[] {
  return [...spans].flatMap(([row, { reaches }]) => reaches.map(({ from, to, card }) => ({ row, from, to, card: card.key })));
}

function inside(box: Box, origin: Box, scale: number): Box {
  return {
    left: (box.left - origin.left) / scale,
    top: (box.top - origin.top) / scale,
    right: (box.right - origin.left) / scale,
    bottom: (box.bottom - origin.top) / scale,
  };
}

/** What reaches down to the foot of the row: the row itself for cards that stand in a track of their own. */
function rowOf(cell: Element): Element {
  return cell.classList.contains('reach') ? (cell.parentElement ?? cell) : cell;
}
