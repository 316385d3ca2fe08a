/** Ways for arrows: straight down where nothing stands between, else through the gutters between columns and under rows. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Point = readonly [x: number, y: number];

/** One end of an arrow: its box, and the free line under the row it stands in. */
export interface End extends Box {
  readonly floor: number;
}

/** What stands on the board, and which ways are taken already. */
export class Scene {
  readonly #boxes: readonly Box[];
  readonly #gutter: number;
  readonly #taken = new Map<string, number>();

  /** `gutter`: half of what lies free between the cards of two columns. */
  constructor(boxes: readonly Box[], gutter: number) {
    this.#boxes = boxes;
    this.#gutter = gutter;
  }

  /** The way from one element to another. */
  route(from: End, to: End): Point[] {
    const together = from.left < to.right - 8 && to.left < from.right - 8;
    if (together) return this.#straight(from, to) ?? this.#around(from, to);
    const right = to.left > from.left;
    const [start, end] = right ? [from.right, to.left] : [from.left, to.right];
    const sign = right ? 1 : -1;
    const [y1, y2] = [middle(from), middle(to)];
    const beside = (end - start) * sign <= 2 * this.#gutter + 4;
    if (beside && Math.abs(y1 - y2) < 2) return [[start, y1], [end, y1]]; // prettier-ignore
    const out = start + sign * this.#gutter + this.#free(`x${Math.round(start + sign * this.#gutter)}`);
    if (beside) return [[start, y1], [out, y1], [out, y2], [end, y2]]; // prettier-ignore
    const into = end - sign * this.#gutter + this.#free(`x${Math.round(end - sign * this.#gutter)}`);
    // along the row that both have to pass: under the source's own, or under the target's where that lies higher
    const floor = Math.min(from.floor, to.floor) < from.top ? to.floor : from.floor;
    const along = floor + this.#free(`y${Math.round(floor)}`);
    return [[start, y1], [out, y1], [out, along], [into, along], [into, y2], [end, y2]]; // prettier-ignore
  }

  /** Straight down, along the left where both have room for it; null where something stands between. */
  #straight(from: End, to: End): Point[] | null {
    if (to.top < from.bottom) return null;
    const left = Math.max(from.left, to.left);
    const right = Math.min(from.right, to.right);
    const x = left + Math.min(18 + this.#free(`s${Math.round(left)}`), (right - left) / 2);
    const between = this.#boxes.some((box) => box.left < x && box.right > x && box.top >= from.bottom - 1 && box.bottom <= to.top + 1);
    return between ? null : [[x, from.bottom], [x, to.top]]; // prettier-ignore
  }

  /** Out at a side and in again, past what stands between: down on the right, up on the left. */
  #around(from: End, to: End): Point[] {
    const down = to.top >= from.top;
    const edge = down ? Math.max(from.right, to.right) + this.#gutter : Math.min(from.left, to.left) - this.#gutter;
    const x = edge + this.#free(`x${Math.round(edge)}`);
    const [start, end] = down ? [from.right, to.right] : [from.left, to.left];
    return [[start, middle(from)], [x, middle(from)], [x, middle(to)], [end, middle(to)]]; // prettier-ignore
  }

  /** The next free place beside what runs there already. */
  #free(where: string): number {
    const count = this.#taken.get(where) ?? 0;
    this.#taken.set(where, count + 1);
    const step = this.#gutter * 0.32;
    return [0, step, -step, 2 * step, -2 * step][count % 5] ?? 0;
  }
}

function middle(box: Box): number {
  return Math.round(Math.min(box.top + 17, (box.top + box.bottom) / 2));
}

/** A path with rounded corners; it stops short of the last point, where the arrowhead stands. */
export function pathOf(points: readonly Point[], short: number): string {
  const last = points.at(-1) as Point;
  const before = points.at(-2) ?? last;
  const drawn = [...points.slice(0, -1), toward(last, before, Math.min(short, far(last, before)))];
  let d = `M${n(drawn[0]?.[0] ?? 0)} ${n(drawn[0]?.[1] ?? 0)}`;
  for (let at = 1; at < drawn.length - 1; at++) {
    const [back, here, on] = [drawn[at - 1], drawn[at], drawn[at + 1]] as [Point, Point, Point];
    const r = Math.min(5, far(back, here) / 2, far(here, on) / 2);
    const [a, b] = [toward(here, back, r), toward(here, on, r)];
    d += `L${n(a[0])} ${n(a[1])}Q${n(here[0])} ${n(here[1])} ${n(b[0])} ${n(b[1])}`;
  }
  const end = drawn.at(-1) as Point;
  return `${d}L${n(end[0])} ${n(end[1])}`;
}

/** How far a point lies from a way. */
export function distance([x, y]: Point, points: readonly Point[]): number {
  let least = Infinity;
  for (let at = 1; at < points.length; at++) {
    const [[x1, y1], [x2, y2]] = [points[at - 1], points[at]] as [Point, Point];
    const dx = Math.max(Math.min(x1, x2) - x, 0, x - Math.max(x1, x2));
    const dy = Math.max(Math.min(y1, y2) - y, 0, y - Math.max(y1, y2));
    least = Math.min(least, Math.hypot(dx, dy));
  }
  return least;
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
