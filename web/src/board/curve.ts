/** The emotion curves: who feels what at which column, and the line through it. As `footlights.layout.emotion`. */

import type { BoardDocument, Item, Key } from '../document';
import { MOUTHS, OUTLINES, RADIUS } from '../generated/faces';
import type { Column } from './layout';

export { RADIUS };
export const PADDING = 20;

export interface Spot {
  readonly step: Item;
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly level: number;
  /** Observed or measured rather than assumed. */
  readonly firm: boolean;
  readonly basis: string;
}

export interface Curve {
  readonly persona: Key | null;
  /** Whose curve it is; null: everyone's. Its name is read where it is shown. */
  readonly who: Item | null;
  readonly colour: number;
  readonly spots: readonly Spot[];
}

/** How high a level stands in a lane of this height, in px from its top. */
export function yOf(level: number, height: number): number {
  return PADDING + ((height - 2 * PADDING) * (2 - Math.max(-2, Math.min(2, level)))) / 4;
}

/** The whole level nearest to a height. */
export function levelAt(y: number, height: number): number {
  const level = 2 - ((y - PADDING) * 4) / (height - 2 * PADDING);
  return Math.max(-2, Math.min(2, Math.round(level)));
}

/** A curve for each persona that has feelings of its own or shares those of everyone; one for everyone without personas. */
export function curvesOf(document: BoardDocument, columns: readonly Column[], height: number): Curve[] {
  const personas = document.items('personas');
  const people: (Item | null)[] = personas.length ? [...personas] : [null];
  const found: { who: Item | null; spots: Spot[] }[] = [];
  for (const who of people) {
    const spots = columns.flatMap((column, at) => spotOf(column, at, who?.key ?? null, height));
    if (spots.length) found.push({ who, spots });
  }
  return found.map(({ who, spots }, number) => {
    // personas stand beside each other in a column, so that no face covers another
    const shift = (number - (found.length - 1) / 2) * (2 * RADIUS + 4);
    return {
      persona: who?.key ?? null,
      who,
      colour: (number % 5) + 1,
      spots: spots.map((spot) => ({ ...spot, x: spot.x + shift })),
    };
  });
}

function spotOf(column: Column, at: number, persona: Key | null, height: number): Spot[] {
  const step = column.step;
  if (!step) return [];
  const feelings = step.feelings();
  const feeling = feelings.find((each) => each.persona === persona) ?? feelings.find((each) => each.persona === null);
  if (!feeling) return [];
  const basis = feeling.basis ?? String(step.value('basis') ?? '');
  const firm = basis === 'observed' || basis === 'measured';
  return [{ step, at, x: column.x + column.width / 2, y: yOf(feeling.level, height), level: feeling.level, firm, basis }];
}

/** The slope at every point of a curve through them all that never swings beyond them (Fritsch and Carlson 1980). */
export function slopes(points: readonly { x: number; y: number }[]): number[] {
  if (points.length < 2) return points.map(() => 0);
  const steps = points.slice(1).map((point, at) => (point.y - (points[at]?.y ?? 0)) / (point.x - (points[at]?.x ?? 0)));
  const inner = steps.slice(1).map((after, at) => {
    const before = steps[at] ?? 0;
    // a turning point is flat; elsewhere the harmonic mean keeps the curve between its neighbours
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
  const first = steps.length > 1 && (steps[0] ?? 0) * (steps[1] ?? 0) < 0 ? 0 : (steps[0] ?? 0);
  return [first, ...inner, steps.at(-1) ?? 0];
}

export interface Stretch {
  readonly d: string;
  readonly kind: 'firm' | 'assumed' | 'gap';
}

/** The pieces of a curve, each drawn in its own dash. */
export function stretches(spots: readonly Spot[]): Stretch[] {
  const slope = slopes(spots);
  return spots.slice(1).map((to, at) => {
    const from = spots[at] as Spot;
    const third = (to.x - from.x) / 3;
    const n = (value: number): string => String(Math.round(value * 100) / 100);
    const one = `${n(from.x + third)} ${n(from.y + (slope[at] ?? 0) * third)}`;
    const two = `${n(to.x - third)} ${n(to.y - (slope[at + 1] ?? 0) * third)}`;
    const d = `M${n(from.x)} ${n(from.y)}C${one} ${two} ${n(to.x)} ${n(to.y)}`;
    return { d, kind: to.at - from.at > 1 ? 'gap' : from.firm && to.firm ? 'firm' : 'assumed' };
  });
}

/** The outline of a face around 0, 0: it says whose it is without colour. */
export function outline({ colour }: Curve): string | undefined {
  return OUTLINES[colour - 1];
}

/** The mouth of a face around 0, 0: it says the level without colour. */
export function mouth(level: number): string {
  const [drop, bend] = MOUTHS[Math.max(-2, Math.min(2, Math.round(level)))] ?? [3.4, 0];
  return `M-3.5 ${drop}C-1.2 ${drop + bend} 1.2 ${drop + bend} 3.5 ${drop}`;
}
