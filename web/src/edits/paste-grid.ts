/** A table of text onto the board: what would happen, and doing it. */

import { parseDuration, type BoardDocument, type Key, type Row } from '../document';
import { CARD_ROLES } from '../generated/model';
import { addCard } from './add-card';
import { addLane } from './add-lane';
import { addStep } from './add-step';
import type { Editing } from './editing';
import { refused, type MadeMany, type Refusal } from './outcome';
import { setFeeling } from './set-feeling';
import { setText } from './set-text';
import { setTime } from './set-time';

/** The cell that the table's first cell goes to. */
export interface PasteTarget {
  /** null: new steps, behind the last one. */
  step: Key | null;
  /** A row's key; `steps` for the heads of the columns. */
  lane: Key | 'steps';
  /** Whether the table's first column holds the names of the rows. */
  named?: boolean;
  /** The rows that are shown, where they are more than the document's own; none: the document's. */
  rows?: readonly Row[];
}

type CellKind = 'step' | 'card' | 'feeling' | 'time';

export interface PasteCell {
  readonly kind: CellKind;
  /** The number of the table's column and row, the names of the rows not counted. */
  readonly column: number;
  readonly row: number;
  readonly text: string;
}

/** What pasting would do, for a preview. */
export interface PastePlan {
  /** The step that each column goes to; null is a new one. */
  readonly columns: readonly (Key | null)[];
  /** The row that each line goes to; null is a new lane of that name. */
  readonly rows: readonly { readonly lane: Key | 'steps' | null; readonly name: string }[];
  readonly cells: readonly PasteCell[];
  readonly newSteps: number;
  readonly newLanes: number;
  readonly newCards: number;
  /** Steps whose text is replaced. */
  readonly changedSteps: number;
  readonly feelings: number;
  readonly times: number;
  /** Cells that the emotion or time row can't take. */
  readonly unfit: readonly { readonly column: number; readonly row: number; readonly text: string }[];
}

const PART = 200;

/** What pasting a table there would do. Columns go to the right over the steps, rows down over the lanes; both grow at their ends. */
export function planPaste(document: BoardDocument, grid: readonly (readonly string[])[], at: PasteTarget): PastePlan {
  const named = at.named === true;
  const table = named ? grid.map((row) => row.slice(1)) : grid;
  const names = grid.map((row) => (named ? (row[0] ?? '') : ''));
  const width = Math.max(0, ...table.map((row) => row.length));
  const steps = document.steps().map((step) => step.key);
  const from = at.step === null ? steps.length : Math.max(0, steps.indexOf(at.step));
  const columns = Array.from({ length: width }, (_, number) => steps[from + number] ?? null);
  const rows = rowsFor(document, at.rows ?? document.rows(), names, at.lane, named);
  const cells: PasteCell[] = [];
  const unfit: PastePlan['unfit'][number][] = [];
  table.forEach((line, row) => {
    const kind = kindOf(document, rows[row]?.lane ?? null);
    line.forEach((text, column) => {
      if (text === '') return;
      if (fits(kind, text)) cells.push({ kind, column, row, text });
      else unfit.push({ column, row, text });
    });
  });
  const count = (kind: CellKind): number => cells.filter((cell) => cell.kind === kind).length;
  const used = new Set(cells.map((cell) => cell.column));
  const usedRows = new Set(cells.map((cell) => cell.row));
  return {
    columns,
    rows,
    cells,
    newSteps: columns.filter((step, number) => step === null && Math.max(-1, ...used) >= number).length,
    newLanes: rows.filter((row, number) => row.lane === null && usedRows.has(number)).length,
    newCards: count('card'),
    changedSteps: cells.filter((cell) => cell.kind === 'step' && document.item('steps', columns[cell.column] ?? '')?.text('does')).length,
    feelings: count('feeling'),
    times: count('time'),
    unfit,
  };
}

function rowsFor(
  document: BoardDocument,
  board: readonly Row[],
  names: readonly string[],
  lane: Key | 'steps',
  named: boolean,
): PastePlan['rows'] {
  let next = lane === 'steps' ? -1 : board.findIndex((row) => row.key === lane);
  if (next < 0 && lane !== 'steps') next = board.length;
  return names.map((name, number) => {
    const known = named && name ? board.find((row) => called(row, name)) : undefined;
    const at = next + number;
    if (known) return { lane: known.key, name };
    if (at < 0) return { lane: 'steps', name };
    const below: Row | undefined = named && name ? undefined : board[at];
    // a role's own row that is not shown yet is a place too
    const undeclared = number === 0 && at >= board.length && document.bears(lane) ? lane : null;
    return { lane: below?.key ?? undeclared, name };
  });
}

function called(row: Row, name: string): boolean {
  const wanted = name.trim().toLowerCase();
  return row.key.toLowerCase() === wanted || row.declared?.title().trim().toLowerCase() === wanted;
}

function kindOf(document: BoardDocument, lane: Key | 'steps' | null): CellKind {
  if (lane === 'steps') return 'step';
  const role = lane === null ? 'backstage' : (document.rows().find((row) => row.key === lane)?.role ?? lane);
  return role === 'emotion' ? 'feeling' : role === 'time' ? 'time' : 'card';
}

function fits(kind: CellKind, text: string): boolean {
  if (kind === 'feeling') return level(text) !== null;
  return kind !== 'time' || parseDuration(text) !== null;
}

function level(text: string): number | null {
  const value = /^[+\-−]?\d(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.').replace('−', '-')) : NaN;
  return value >= -2 && value <= 2 ? value : null;
}

/** Paste a table: one step of undo, however large. Gives the keys of the new cards. */
export function pasteGrid(editing: Editing, grid: readonly (readonly string[])[], at: PasteTarget): MadeMany | Refusal {
  const plan = planPaste(editing.document, grid, at);
  if (!editing.mayEdit) return refused('read-only');
  if (plan.cells.length === 0) return refused('nothing-to-say');
  const keys: Key[] = [];
  const columns = [...plan.columns];
  const lanes = plan.rows.map((row) => row.lane);
  editing.runInParts('paste', parts(editing, plan, columns, lanes, keys));
  return { ok: true, keys };
}

function* parts(editing: Editing, plan: PastePlan, columns: (Key | null)[], lanes: (Key | null)[], keys: Key[]): Iterable<() => void> {
  yield () => ground(editing, plan, columns, lanes);
  for (let from = 0; from < plan.cells.length; from += PART) {
    yield () => plan.cells.slice(from, from + PART).forEach((cell) => paste(editing, cell, columns, lanes, keys));
  }
}

/** The new steps and lanes that the cells need. */
function ground(editing: Editing, plan: PastePlan, columns: (Key | null)[], lanes: (Key | null)[]): void {
  const last = Math.max(-1, ...plan.cells.map((cell) => cell.column));
  columns.forEach((step, number) => {
    if (step !== null || number > last) return;
    const made = addStep(editing);
    if (made.ok) columns[number] = made.key;
  });
  plan.rows.forEach(({ lane, name }, number) => {
    if (lane !== null || !plan.cells.some((cell) => cell.row === number)) return;
    const made = addLane(editing, { role: 'backstage', name });
    if (made.ok) lanes[number] = made.key;
  });
}

function paste(
  editing: Editing,
  { kind, column, row, text }: PasteCell,
  columns: (Key | null)[],
  lanes: (Key | null)[],
  keys: Key[],
): void {
  const step = columns[column] ?? '';
  if (kind === 'step') setText(editing, `steps/${step}`, 'does', text);
  if (kind === 'feeling') setFeeling(editing, step, null, level(text));
  if (kind === 'time') setTime(editing, `steps/${step}`, 'work', text);
  if (kind !== 'card') return;
  const made = addCard(editing, { step, lane: lanes[row] ?? '', does: text });
  if (made.ok) keys.push(made.key);
}

/** Whether a row takes text as cards; for menus. */
export function takesCards(row: Row): boolean {
  return (CARD_ROLES as readonly string[]).includes(row.role);
}
