/** Which columns and rows the board shows, and where they stand: worked out, never measured. */

import { type BoardDocument, type Item, type Key, type Row } from '../document';
import { CARD_ROLES } from '../generated/model';

/** The plan has no board: what reads it here sees what a table would. */
/** `picture`: a view that the server draws; which one is in the board's `picture`. */
export type View = 'blueprint' | 'journey' | 'table' | 'plan' | 'picture';
export const VIEWS: readonly View[] = ['blueprint', 'journey', 'table', 'plan', 'picture'];
export type Zoom = 'overview' | 'normal' | 'detail';

/** One column: a step, the one place of an empty phase, a folded phase, or the place where the next step is begun. */
export interface Column {
  readonly key: string;
  readonly kind: 'step' | 'empty' | 'folded' | 'next';
  readonly phase: Item | null;
  readonly step: Item | null;
  /** The number shown at the step's head, 0 for what is no step. */
  readonly number: number;
  /** How many steps a folded phase holds. */
  readonly holds: number;
  readonly x: number;
  readonly width: number;
}

/** How wide a step is, in px; in a narrow window two of them are to be seen. */
const WIDE: Record<Zoom, number> = { overview: 104, normal: 188, detail: 264 };
const NARROW: Record<Zoom, number> = { overview: 88, normal: 146, detail: 216 };
/** How wide the lanes' heads are, in px: the longest of their words fits. */
export const LANES_WIDTH = { wide: 168, narrow: 96 };
export const FOLDED_WIDTH = 56;
const NEXT_WIDTH = 132;
const FIRST_WIDTH = 248;

export function stepWidth(zoom: Zoom, narrow: boolean): number {
  return (narrow ? NARROW : WIDE)[zoom];
}

/** The rows that an empty board offers, beside those in use; a journey has only those the customer sees. */
const OFFERED: Record<Exclude<View, 'table' | 'plan' | 'picture'>, readonly string[]> = {
  blueprint: ['evidence', 'customer', 'emotion', 'frontstage', 'backstage', 'support', 'time'],
  journey: ['evidence', 'customer', 'emotion'],
};
const JOURNEY_ROLES: readonly string[] = ['evidence', 'customer', 'emotion', 'metric', 'note'];
const ORDER: readonly string[] = [
  'evidence',
  'customer',
  'emotion',
  'frontstage',
  'backstage',
  'support',
  'policy',
  'metric',
  'note',
  'time',
];

export interface Looks {
  readonly zoom: Zoom;
  readonly narrow: boolean;
  readonly folded: ReadonlySet<Key>;
  /** Whether there is a place to begin the next step. */
  readonly open: boolean;
}

export function columnsOf(document: BoardDocument, { zoom, narrow, folded, open }: Looks): Column[] {
  const found: Column[] = [];
  const wide = stepWidth(zoom, narrow);
  let x = 0;
  let number = 0;
  const put = (column: Omit<Column, 'x'>): void => {
    found.push({ ...column, x });
    x += column.width;
  };
  for (const phase of document.phases()) {
    const steps = document.stepsOf(phase.key);
    if (folded.has(phase.key)) {
      put({ key: `folded:${phase.key}`, kind: 'folded', phase, step: null, number: 0, holds: steps.length, width: FOLDED_WIDTH });
      number += steps.length;
    } else if (steps.length === 0) {
      put({ key: `empty:${phase.key}`, kind: 'empty', phase, step: null, number: 0, holds: 0, width: wide });
    } else {
      for (const step of steps) {
        number += 1;
        put({ key: step.key, kind: 'step', phase, step, number, holds: 0, width: wide });
      }
    }
  }
  if (open)
    put({
      key: 'next',
      kind: 'next',
      phase: null,
      step: null,
      number: 0,
      holds: 0,
      width: found.length ? Math.min(wide, NEXT_WIDTH) : FIRST_WIDTH,
    });
  return found;
}

/** The rows of a view from top to bottom: those of the document, and those that are offered to begin with. */
export function rowsIn(document: BoardDocument, view: View, open: boolean): Row[] {
  const shown = document.rows().filter((row) => view !== 'journey' || JOURNEY_ROLES.includes(row.role));
  if (!open || view === 'table' || view === 'plan' || view === 'picture') return shown;
  const roles = new Set(shown.map((row) => row.role));
  const offered = OFFERED[view].filter((role) => !roles.has(role)).map((role): Row => ({ key: role, role, declared: null }));
  return [...shown, ...offered].sort((one, two) => ORDER.indexOf(one.role) - ORDER.indexOf(two.role));
}

export function holdsCards(row: Row): boolean {
  return (CARD_ROLES as readonly string[]).includes(row.role);
}

/** Whether a row stands above the line of interaction, where the customer is. */
export function isAbove(row: Row): boolean {
  return ['evidence', 'customer', 'emotion'].includes(row.role);
}
