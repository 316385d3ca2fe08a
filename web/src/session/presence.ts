/** Who else is here, where they are, and what they are doing. */

import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { Box } from '../document/pulse.svelte';
import type { At, Person } from './types';

const TELL_MS = 40;
const COLOURS = 8;

interface State {
  user?: { name?: unknown; colour?: unknown; id?: unknown };
  at?: unknown;
  typing?: unknown;
  drag?: unknown;
  view?: unknown;
}

function isAt(value: unknown): value is At {
  return typeof value === 'object' && value !== null && 'address' in value && typeof value.address === 'string';
}

/** A colour that stays the same for the same person. */
export function colourOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum % COLOURS;
}

function personFrom(clientId: number, state: State, self: boolean): Person {
  const { user = {}, at, typing, drag, view } = state;
  const name = typeof user.name === 'string' ? user.name.slice(0, 80) : '';
  const id = typeof user.id === 'string' ? user.id : '';
  const colour = typeof user.colour === 'number' && user.colour >= 0 ? Math.floor(user.colour) % COLOURS : colourOf(id || name);
  const place = isAt(at) ? { ...at, field: typeof at.field === 'string' ? at.field : null } : null;
  return {
    clientId,
    id,
    name,
    colour,
    at: place,
    typing: typing === true,
    drag: drag ?? null,
    view: typeof view === 'string' ? view : '',
    self,
  };
}

export class Presence {
  readonly #awareness: Awareness;
  readonly #people: Box<readonly Person[]>;
  readonly #send: (update: Uint8Array) => void;
  readonly #known = new Map<number, { state: State; person: Person }>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = false;

  constructor(doc: Y.Doc, name: string, send: (update: Uint8Array) => void) {
    this.#awareness = new Awareness(doc);
    this.#send = send;
    this.#awareness.setLocalState({ user: this.#user(name), at: null, typing: false, drag: null, view: '' });
    this.#people = new Box(this.#list());
    this.#awareness.on('change', () => (this.#people.value = this.#list()));
    // 'update' comes also when nothing changed but the time: that is how others know that one is still here
    this.#awareness.on('update', (_: unknown, origin: unknown) => origin === 'local' && this.#tell());
  }

  #user(name: string): { name: string; colour: number } {
    return { name, colour: colourOf(name || String(this.#awareness.clientID)) };
  }

  #list(): readonly Person[] {
    const found: Person[] = [];
    for (const [clientId, state] of this.#awareness.getStates() as Map<number, State>) {
      const known = this.#known.get(clientId);
      const person = known?.state === state ? known.person : personFrom(clientId, state, clientId === this.#awareness.clientID);
      this.#known.set(clientId, { state, person });
      found.push(person);
    }
    return found.sort((one, two) => Number(two.self) - Number(one.self) || one.clientId - two.clientId);
  }

  /** Everybody who is here, oneself first. */
  get people(): readonly Person[] {
    return this.#people.value;
  }

  get self(): Person {
    return this.people.find((person) => person.self) ?? personFrom(this.#awareness.clientID, {}, true);
  }

  /** Say something of oneself; nothing is sent when it was said already. */
  say(part: 'at' | 'typing' | 'drag' | 'view' | 'user', value: unknown): void {
    const state = this.#awareness.getLocalState() ?? {};
    if (JSON.stringify(state[part]) !== JSON.stringify(value)) this.#awareness.setLocalStateField(part, value);
  }

  setName(name: string): void {
    this.say('user', this.#user(name));
  }

  /** At most one message in a moment; the last one always goes out. */
  #tell(): void {
    this.#due = true;
    if (this.#timer !== undefined) return;
    this.#flush();
  }

  #flush(): void {
    this.#timer = undefined;
    if (!this.#due) return;
    this.#due = false;
    const update = this.update();
    if (update) this.#send(update);
    this.#timer = setTimeout(() => this.#flush(), TELL_MS);
  }

  /** What there is to say of oneself; null when nothing. */
  update(): Uint8Array | null {
    return this.#awareness.getLocalState() === null ? null : encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID]);
  }

  heard(update: Uint8Array): void {
    applyAwarenessUpdate(this.#awareness, update, 'remote');
  }

  /** The connection is gone: nobody else can be seen. */
  alone(): void {
    const others = [...this.#awareness.getStates().keys()].filter((client) => client !== this.#awareness.clientID);
    removeAwarenessStates(this.#awareness, others, 'gone');
    // whoever comes back may say the same as before
    for (const client of others) this.#awareness.meta.delete(client);
  }

  /** Say goodbye and stop. */
  close(): void {
    clearTimeout(this.#timer);
    this.#awareness.setLocalState(null);
    this.#send(encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID]));
    clearTimeout(this.#timer);
    this.#awareness.destroy();
  }
}
