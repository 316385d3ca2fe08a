/** The one place where the document meets Svelte: things that are read, and tell their readers when they changed. */

import { untrack } from 'svelte';

class Count {
  value = $state(0);
}

/** Made outside of whatever is running now: a reaction does not listen to state that it made itself. */
function apart<T>(make: () => T): T {
  let made: T | undefined;
  $effect.root(() => {
    made = make();
  })();
  return made as T;
}

const MANY = 256;
let spare: Count[] = [];

/** A count made apart: many at once, since each going apart costs more than all the counts. */
function count(): Count {
  if (spare.length === 0) spare = apart(() => Array.from({ length: MANY }, () => new Count()));
  return spare.pop() as Count;
}

/** Something that can be listened to. It costs nothing until a component reads it. */
export class Pulse {
  #count: Count | undefined;

  /** Whether anybody ever listened. */
  get heard(): boolean {
    return this.#count !== undefined;
  }

  /** Whoever runs this inside an effect or derived value runs again after the next `beat`. */
  read(): void {
    if (!$effect.tracking()) return;
    this.#count ??= count();
    void this.#count.value;
  }

  beat(): void {
    const count = this.#count;
    if (count) untrack(() => (count.value += 1));
  }
}

/** One value that can be listened to. */
export class Box<T> {
  readonly #pulse = new Pulse();
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    this.#pulse.read();
    return this.#value;
  }

  set value(value: T) {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.#pulse.beat();
  }

  /** The value, without listening to it. */
  peek(): T {
    return this.#value;
  }
}

/** What `work` gives, without listening to what it reads. */
export function unheard<T>(work: () => T): T {
  return untrack(work);
}
