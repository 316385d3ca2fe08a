/** Ways for arrows through the gutters between columns and under rows, so that none runs over a text. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Half of what lies free between the cards of two columns. */
const GUTTER = 10;

export interface Route {
  readonly d: string;
  /** Where a label may stand. */
  readonly label: { x: number; y: number };
}

/** The way from one element to another. `floor` is the free line under the row of the source; `lane` tells arrows apart. */
export function routeOf(from: Box, to: Box, floor: number, lane: number): Route {
  const shift = ((lane % 5) - 2) * 2.5;
  const y1 = middle(from);
  const y2 = middle(to);
  const below = Math.abs(from.left - to.left) < 4;
  if (below) return besides(from, to, y1, y2, from.right + GUTTER + shift);
  const out = to.left > from.left ? from.right + GUTTER + shift : from.left - GUTTER + shift;
  const into = to.left > from.left ? to.left - GUTTER + shift : to.right + GUTTER + shift;
  const start = to.left > from.left ? from.right : from.left;
  const end = to.left > from.left ? to.left - 5 : to.right + 5;
  if (Math.abs(out - into) <= 2 * GUTTER + 6 && Math.abs(y1 - y2) < 2) return { d: `M${n(start)} ${n(y1)}H${n(end)}`, label: { x: (start + end) / 2, y: y1 - 4 } };
  if (Math.abs(out - into) <= 2 * GUTTER + 6) {
    return { d: soft([start, y1], [out, y1], [out, y2], [end, y2]), label: { x: out, y: (y1 + y2) / 2 } };
  }
  const along = floor + shift;
  return { d: soft([start, y1], [out, y1], [out, along], [into, along], [into, y2], [end, y2]), label: { x: (out + into) / 2, y: along - 4 } };
}

/** To something in the same column: out at the side and in again, past whatever stands between. */
function besides(from: Box, to: Box, y1: number, y2: number, x: number): Route {
  return { d: soft([from.right, y1], [x, y1], [x, y2], [to.right + 5, y2]), label: { x, y: (y1 + y2) / 2 } };
}

function middle(box: Box): number {
  return Math.round(Math.min(box.top + 18, (box.top + box.bottom) / 2));
}

type Point = readonly [x: number, y: number];

/** A path with rounded corners. */
function soft(...points: Point[]): string {
  let d = `M${n(points[0]?.[0] ?? 0)} ${n(points[0]?.[1] ?? 0)}`;
  for (let at = 1; at < points.length - 1; at++) {
    const [before, here, after] = [points[at - 1], points[at], points[at + 1]] as [Point, Point, Point];
    const r = Math.min(5, far(before, here) / 2, far(here, after) / 2);
    const [a, b] = [toward(here, before, r), toward(here, after, r)];
    d += `L${n(a[0])} ${n(a[1])}Q${n(here[0])} ${n(here[1])} ${n(b[0])} ${n(b[1])}`;
  }
  const last = points.at(-1) as Point;
  return `${d}L${n(last[0])} ${n(last[1])}`;
}

function far(one: Point, two: Point): number {
  return Math.abs(one[0] - two[0]) + Math.abs(one[1] - two[1]);
}

function toward(from: Point, to: Point, by: number): Point {
  const length = far(from, to) || 1;
  return [from[0] + ((to[0] - from[0]) * by) / length, from[1] + ((to[1] - from[1]) * by) / length];
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
