/** Values worked out from the structure of the whole board, again only when it has changed. */

import { Pulse, unheard } from './pulse.svelte';

/** One such value. Whoever reads it hears of it only when it came out different. */
export class Worked<T> {
  readonly #work: () => T;
  readonly #same: (one: T, two: T) => boolean;
  readonly #pulse = new Pulse();
  #value: T | undefined;
  #told: T | undefined;
  #stale = true;

  constructor(work: () => T, same: (one: T, two: T) => boolean = () => false) {
    this.#work = work;
    this.#same = same;
  }

  get value(): T {
    this.#pulse.read();
    const value = this.#fresh();
    this.#told ??= value;
    return value;
  }

  #fresh(): T {
    if (this.#stale) {
      const old = this.#value;
      const value = unheard(this.#work);
      this.#value = old !== undefined && this.#same(old, value) ? old : value;
      this.#stale = false;
    }
    return this.#value as T;
  }

  /** The structure is changing: work it out again when next asked for, and tell nobody yet. */
  spoil(): void {
    this.#stale = true;
  }

  /** The structure has changed, and everything is spoilt: tell the readers if this came out different. */
  review(): void {
    if (!this.#pulse.heard) return;
    const value = this.#fresh();
    if (this.#told !== undefined && (value === this.#told || this.#same(value, this.#told))) return;
    this.#told = value;
    this.#pulse.beat();
  }
}

export function sameList<T>(one: readonly T[], two: readonly T[]): boolean {
  return one.length === two.length && one.every((each, at) => each === two[at]);
}
