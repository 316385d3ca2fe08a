/** The ways through a blueprint as a graph without circles, and the longest way through it. As `footlights.measures.ways`. */

/** Every node in reading order, with the nodes it leads to. */
export type Ways = Map<string, string[]>;
/** Seconds first; among equals the way that knows more, has more steps and then fewer cards. */
export type Score = readonly [seconds: number, known: number, steps: number, lessCards: number];

/** Every node behind all that it leads to: reading order from its end, or walked depth-first where ways go up. */
export function childrenFirst(ways: Ways): string[] {
  if (goesDown(ways)) return [...ways.keys()].reverse();
  const seen = new Set<string>();
  const found: string[] = [];
  for (const root of ways.keys()) {
    if (seen.has(root)) continue;
    seen.add(root);
    const stack: [string, number][] = [[root, 0]];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const child = ways.get(top[0])?.[top[1]];
      top[1] += 1;
      if (child === undefined) {
        stack.pop();
        found.push(top[0]);
      } else if (!seen.has(child)) {
        seen.add(child);
        stack.push([child, 0]);
      }
    }
  }
  return found;
}

function goesDown(ways: Ways): boolean {
  const rank = new Map([...ways.keys()].map((node, at) => [node, at]));
  return [...ways.values()].every((targets, at) => targets.every((target) => (rank.get(target) ?? 0) > at));
}

/** Which nodes lie on circles together: those with the same name of a circle (Kosaraju's two walks). */
function circles(ways: Ways): Map<string, string> {
  const back: Ways = new Map([...ways.keys()].map((node) => [node, []]));
  for (const [node, targets] of ways) for (const target of targets) back.get(target)?.push(node);
  const circle = new Map<string, string>();
  for (const root of childrenFirst(ways).reverse()) {
    const waiting = circle.has(root) ? [] : [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (circle.has(node)) continue;
      circle.set(node, root);
      waiting.push(...(back.get(node) ?? []));
    }
  }
  return circle;
}

/** The ways without those that close a circle: ways back to an earlier column first, then what closes one within a column. */
export function withoutCircles(ways: Ways, column: ReadonlyMap<string, number>): Ways {
  if (goesDown(ways)) return ways;
  const at = (node: string): number => column.get(node) ?? 0;
  if ([...ways].some(([node, targets]) => targets.some((target) => at(target) < at(node)))) {
    const circle = circles(ways);
    ways = kept(ways, (here, to) => at(to) >= at(here) || circle.get(here) !== circle.get(to));
  }
  const rank = new Map(childrenFirst(ways).map((node, number) => [node, number]));
  return kept(ways, (here, to) => (rank.get(to) ?? 0) < (rank.get(here) ?? 0));
}

function kept(ways: Ways, keep: (here: string, to: string) => boolean): Ways {
  return new Map([...ways].map(([node, targets]) => [node, targets.filter((target) => keep(node, target))]));
}

/** The longest way that ends at one of `ends`; [] when there is none. `order` is what `childrenFirst` gave. */
export function longest(ways: Ways, order: readonly string[], score: ReadonlyMap<string, Score>, ends: ReadonlySet<string>): string[] {
  const best = new Map<string, Score>();
  const onward = new Map<string, string>();
  for (const node of order) {
    let reach: Score | null = ends.has(node) ? [0, 0, 0, 0] : null;
    for (const target of ways.get(node) ?? []) {
      const far = best.get(target);
      if (far && (reach === null || further(far, reach))) {
        reach = far;
        onward.set(node, target);
      }
    }
    if (reach) best.set(node, plus(score.get(node) ?? [0, 0, 0, 0], reach));
  }
  let from: string | undefined;
  for (const node of ways.keys()) {
    const far = best.get(node);
    if (far && (from === undefined || further(far, best.get(from) as Score))) from = node;
  }
  const path: string[] = [];
  for (let node = from; node !== undefined; node = onward.get(node)) path.push(node);
  return path;
}

function further(one: Score, two: Score): boolean {
  for (let at = 0; at < one.length; at++) {
    const [a, b] = [one[at] as number, two[at] as number];
    if (a !== b) return a > b;
  }
  return false;
}

function plus(one: Score, two: Score): Score {
  return [one[0] + two[0], one[1] + two[1], one[2] + two[2], one[3] + two[3]];
}
