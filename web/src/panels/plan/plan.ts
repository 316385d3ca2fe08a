/** The plan as rows: what is done about findings, by whom, by when; what stands out in it. As `footlights.plan` has it. */

import type { BoardDocument, Item } from '../../document';
import { shortName } from '../inspector/names';

/** The states through which work passes. */
export const STATES = ['open', 'planned', 'doing', 'done', 'dropped'] as const;
export type State = (typeof STATES)[number];

const CLOSED: readonly State[] = ['done', 'dropped'];
const WEIGHTS = ['low', 'medium', 'high'];
const DAY_MS = 86_400_000;

/** One action of the plan. */
export interface Row {
  readonly item: Item;
  readonly key: string;
  readonly title: string;
  readonly state: State;
  /** The key of whoever answers for it, and what people call them; '' for nobody. */
  readonly owner: string;
  readonly ownerName: string;
  /** The day, as 2027-03-01; '' for none. */
  readonly due: string;
  /** Days past its day; 0 for what is not late, done or dropped. */
  readonly late: number;
  readonly open: boolean;
  readonly unowned: boolean;
  readonly impact: number | null;
  readonly effort: number | null;
  readonly cost: string;
  readonly closes: readonly Item[];
  /** The highest severity among what it answers, '' when none is said. */
  readonly severity: string;
}

/** A day as people here have it, as 2027-03-01. */
export function dayOf(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** How many days the second day comes after the first. */
function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(second) - Date.parse(first)) / DAY_MS);
}

function rowOf(document: BoardDocument, item: Item, today: string): Row {
  const said = item.value('status');
  const state: State = STATES.find((each) => each === said) ?? 'open';
  const open = !CLOSED.includes(state);
  const owner = item.ref('owner') ?? '';
  const actor = owner ? document.item('actors', owner) : undefined;
  const due = String(item.value('due') ?? '');
  const grade = (field: string): number | null => {
    const value = item.value(field);
    return typeof value === 'number' && value >= 1 && value <= 5 ? value : null;
  };
  const closes = item.refs('closes').flatMap((key) => document.item('findings', key) ?? []);
  const weight = Math.max(-1, ...closes.map((finding) => WEIGHTS.indexOf(String(finding.value('severity') ?? ''))));
  return {
    item,
    key: item.key,
    title: item.title(),
    state,
    owner,
    ownerName: actor ? shortName(document, actor) : '',
    due,
    late: open && due ? Math.max(0, daysBetween(due, today)) : 0,
    open,
    unowned: open && !owner,
    impact: grade('impact'),
    effort: grade('effort'),
    cost: String(item.value('cost') ?? ''),
    closes,
    severity: WEIGHTS[weight] ?? '',
  };
}

/** The rows of a plan: what is late first, then by day, then what has no day; at the end what is done or dropped. */
export function rowsOf(document: BoardDocument, today: string): Row[] {
  const order = (row: Row): readonly (string | number)[] => [
    row.open ? 0 : 1,
    row.late ? 0 : 1,
    row.due || '9999',
    STATES.indexOf(row.state),
  ];
  return document
    .items('actions')
    .map((item) => rowOf(document, item, today))
    .map((row) => ({ row, order: order(row) }))
    .sort((one, two) => compared(one.order, two.order))
    .map(({ row }) => row);
}

function compared(one: readonly (string | number)[], two: readonly (string | number)[]): number {
  const at = one.findIndex((part, index) => part !== two[index]);
  return at < 0 ? 0 : (one[at] ?? 0) < (two[at] ?? 0) ? -1 : 1;
}

/** Rows in the order they were held in; what came since stands at the end. */
export function held(rows: readonly Row[], order: readonly string[] | null): readonly Row[] {
  if (!order) return rows;
  const places = new Map(order.map((key, at) => [key, at]));
  const at = ({ key }: Row): number => places.get(key) ?? order.length;
  return [...rows].sort((one, two) => at(one) - at(two));
}

/** What is still to be done under the month in which it is due (2027-03), in their order; '' for what has no day. */
export function months(rows: readonly Row[]): { month: string; rows: Row[] }[] {
  const found = new Map<string, Row[]>();
  for (const row of rows.filter(({ open }) => open)) {
    const month = row.due.slice(0, 7);
    found.set(month, [...(found.get(month) ?? []), row]);
  }
  return [...found].sort(([one], [two]) => ((one || '9999') < (two || '9999') ? -1 : 1)).map(([month, rows]) => ({ month, rows }));
}

export const QUADRANTS = ['now', 'big', 'small', 'later'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Where impact and effort part: 3 of 5 helps much, and is not much work. */
export const HELPS_FROM = 2.5;
export const WORK_FROM = 3.5;

/** In which quarter of the chart an action stands; null without impact or effort. */
export function quadrantOf({ impact, effort }: Pick<Row, 'impact' | 'effort'>): Quadrant | null {
  if (impact === null || effort === null) return null;
  if (impact > HELPS_FROM) return effort < WORK_FROM ? 'now' : 'big';
  return effort < WORK_FROM ? 'small' : 'later';
}

/** How many findings were written down, and not set aside, that no action answers. */
export function unanswered(document: BoardDocument): number {
  const actions = document.items('actions').filter((action) => action.value('status') !== 'dropped');
  const answered = new Set(actions.flatMap((action) => action.refs('closes')));
  return document.items('findings').filter((each) => !answered.has(each.key) && each.value('status') !== 'dismissed').length;
}
