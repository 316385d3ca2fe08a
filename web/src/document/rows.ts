/** The rows of the board and the lines between them: both follow from the lanes' roles. As `footlights.model.rows`. */

import { CARD_ROLES, ROLES, ZONES } from '../generated/model';
import type { Item, Key } from './item';

export interface Row {
  /** The lane's key; a role's own row that nobody declared has the role's name. */
  readonly key: Key;
  readonly role: string;
  readonly zone?: string;
  readonly declared: Item | null;
}

/** A line, drawn below the row with number `below`; 0 is the top row. */
export interface BoardLine {
  readonly kind: string;
  readonly below: number;
}

export interface Shown {
  customer: boolean;
  emotion: boolean;
  time: boolean;
}

const ZONE_ORDER: Record<string, number> = { independent: 1, management: 2 };
const CARRIES: readonly string[] = CARD_ROLES;

/** A declared lane as a row. One called after a role has that role; one whose role says nothing we know works back stage. */
export function rowOf(lane: Item): Row {
  const roles: readonly unknown[] = ROLES;
  const role = roles.includes(lane.key) ? lane.key : lane.value('role');
  const zone = lane.value('zone');
  const known = roles.includes(role) ? (role as string) : 'backstage';
  const row: Row = { key: lane.key, role: known, declared: lane };
  return (ZONES as readonly unknown[]).includes(zone) ? { ...row, zone: zone as string } : row;
}

/** The rows from top to bottom: by role, then as declared; a role's own row is added where cards stand in it. */
export function rowsOf(declared: readonly Row[], used: ReadonlySet<string>, shown: Shown): Row[] {
  const keys = new Set(declared.map((row) => row.key));
  const wantedByRole: Record<string, boolean> = { ...shown };
  const found: Row[] = [];
  for (const role of ROLES) {
    const here = declared.filter((row) => row.role === role);
    const wanted = wantedByRole[role] || (CARRIES.includes(role) && used.has(role));
    const drawn = here.length > 0 && (role === 'emotion' || role === 'time');
    if (!keys.has(role) && wanted && !drawn) here.unshift({ key: role, role, declared: null });
    if (role === 'support') here.sort((one, two) => zoneAt(one) - zoneAt(two));
    found.push(...here);
  }
  return found;
}

function zoneAt(row: Row): number {
  return ZONE_ORDER[row.zone ?? ''] ?? 0;
}

const SIDES: readonly [kind: string, above: readonly string[], below: readonly string[]][] = [
  ['interaction', ['customer'], ['frontstage', 'backstage', 'support']],
  ['visibility', ['customer', 'frontstage'], ['backstage', 'support']],
  ['internal-interaction', ['customer', 'frontstage', 'backstage'], ['support']],
];
const AUDIENCE = ['evidence', 'customer', 'emotion'];
const BY_ZONE: readonly [kind: string, zone: string][] = [
  ['order-penetration', 'independent'],
  ['implementation', 'management'],
];

/** The lines that the rows' roles ask for, top to bottom; a line needs acting rows on both of its sides. */
export function linesBetween(rows: readonly Row[]): BoardLine[] {
  const found: BoardLine[] = [];
  for (const [kind, above, below] of SIDES) {
    const upper = rows.flatMap((row, at) => (above.includes(row.role) || AUDIENCE.includes(row.role) ? [at] : []));
    const reaches = rows.some((row) => below.includes(row.role)) && rows.some((row) => above.includes(row.role));
    if (upper.length && reaches) found.push({ kind, below: Math.max(...upper) });
  }
  for (const [kind, zone] of BY_ZONE) {
    const start = rows.findIndex((row) => row.role === 'support' && row.zone === zone);
    if (start > 0) found.push({ kind, below: start - 1 });
  }
  return found;
}

export function sameRow(one: Row, two: Row): boolean {
  return one.key === two.key && one.role === two.role && one.zone === two.zone && one.declared === two.declared;
}
