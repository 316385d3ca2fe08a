/** Places for what arrows say: beside the way, where nothing stands. */

import type { Box, Point } from './routes';

export interface Label extends Box {
  readonly text: string;
}

const HIGH = 16;
const LETTER = 5.5;
const SIDES = 10;
const GAP = 4;

/** The first of the texts, from the longest to the shortest, that finds a free place along the way; null when none does. */
export function labelFor(texts: readonly string[], points: readonly Point[], taken: readonly Box[]): Label | null {
  for (const text of texts) {
    const wide = text.length * LETTER + SIDES;
    const found = places(points, wide).find((place) => !taken.some((box) => meet(box, place)));
    if (found) return { ...found, text };
  }
  return null;
}

/** Where a label of a width may stand: over what runs across, beside what runs down, from the middle outwards. */
function places(points: readonly Point[], wide: number): Box[] {
  const found: Box[] = [];
  for (let at = 1; at < points.length; at++) {
    const [[x1, y1], [x2, y2]] = [points[at - 1], points[at]] as [Point, Point];
    for (const part of [0.5, 0.25, 0.75, 0.08, 0.92]) {
      const [x, y] = [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
      if (y1 === y2 && Math.abs(x2 - x1) > wide) found.push(boxAt(x - wide / 2, y - HIGH - 1, wide), boxAt(x - wide / 2, y + 1, wide));
      else if (x1 === x2 && Math.abs(y2 - y1) > HIGH) {
        found.push(boxAt(x + GAP, y - HIGH / 2, wide), boxAt(x - GAP - wide, y - HIGH / 2, wide), boxAt(x - wide / 2, y - HIGH / 2, wide));
      }
    }
  }
  return found;
}

function boxAt(left: number, top: number, wide: number): Box {
  return { left, top, right: left + wide, bottom: top + HIGH };
}

function meet(one: Box, two: Box): boolean {
  return one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom;
}
