/** One value for each of many elements: whoever reads one of them hears of that one only. */

import { Box } from '../document/pulse.svelte';

export class Keyed<T> {
  readonly #boxes = new Map<string, Box<T>>();
  readonly #usual: T;

  constructor(usual: T) {
    this.#usual = usual;
  }

  get(key: string): T {
    let box = this.#boxes.get(key);
    if (!box) this.#boxes.set(key, (box = new Box(this.#usual)));
    return box.value;
  }

  set(key: string, value: T): void {
    const box = this.#boxes.get(key);
    if (box) box.value = value;
    else this.#boxes.set(key, new Box(value));
  }

  /** Whether a key holds this. Listens to nothing. */
  has(key: string, value: T): boolean {
    return (this.#boxes.get(key)?.peek() ?? this.#usual) === value;
  }

  /** Exactly these keys hold something; all others what is usual. */
  assign(values: ReadonlyMap<string, T>): void {
    for (const [key, box] of this.#boxes) if (!values.has(key)) box.value = this.#usual;
    for (const [key, value] of values) this.set(key, value);
  }
}
