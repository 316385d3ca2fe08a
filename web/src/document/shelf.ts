/** Elements by what they stand in, each place kept in order and heard on its own. */

import type { Item } from './item';
import { compareRanked } from './order';
import { Pulse, unheard } from './pulse.svelte';

class Bin {
  readonly items = new Set<Item>();
  readonly pulse = new Pulse();
  sorted: Item[] | null = null;
}

const NOTHING: readonly Item[] = Object.freeze([]);

/** Some elements, by the place they stand in. Whoever reads one place hears of that place only. */
export class Shelf {
  readonly #bins = new Map<string, Bin>();
  readonly #stale = new Set<Bin>();

  #bin(place: string): Bin {
    const found = this.#bins.get(place);
    if (found) return found;
    const made = new Bin();
    this.#bins.set(place, made);
    return made;
  }

  put(item: Item, place: string): void {
    const bin = this.#bin(place);
    bin.items.add(item);
    this.#spoil(bin);
  }

  take(item: Item, place: string): void {
    const bin = this.#bins.get(place);
    if (bin?.items.delete(item)) this.#spoil(bin);
  }

  #spoil(bin: Bin): void {
    bin.sorted = null;
    this.#stale.add(bin);
  }

  /** Tell the readers of every place that changed since last time. */
  tell(): void {
    for (const bin of this.#stale) bin.pulse.beat();
    this.#stale.clear();
  }

  /** The elements in a place, in order. The list is replaced when it changes, never changed. */
  at(place: string): readonly Item[] {
    const bin = this.#bin(place);
    bin.pulse.read();
    if (bin.items.size === 0) return NOTHING;
    bin.sorted ??= unheard(() => [...bin.items].sort(compareRanked));
    return bin.sorted;
  }

  /** How many stand in a place, without putting them in order. Hears of that place, as `at` does. */
  count(place: string): number {
    const bin = this.#bin(place);
    bin.pulse.read();
    return bin.items.size;
  }

  /** Every place that has something in it. Listens to nothing. */
  *places(): Iterable<[string, ReadonlySet<Item>]> {
    for (const [place, bin] of this.#bins) if (bin.items.size) yield [place, bin.items];
  }
}
