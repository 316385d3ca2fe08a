/** Who is here: the link's token becomes a cookie, and a name is remembered. */

import { api, type Visitor } from './api';
import { keep, recall } from './keep';
import { Problem } from './problem';

/** The token behind the # of an address, or null. */
export function tokenOf(fragment: string): string | null {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('token');
}

type State = 'starting' | 'here' | 'stranger' | 'alone';

class Guest {
  /** alone: the server does not answer, so only what this device keeps can be opened. */
  state: State = $state('starting');
  name = $state('');
  may: 'edit' | 'view' = $state('edit');
  mode: 'open' | 'serve' = $state('open');
  version = $state('');
  trouble: unknown = $state(null);

  /** Trades the token for a cookie and takes it out of the address, so that it is not copied along with a link. */
  async start(): Promise<void> {
    this.trouble = null;
    this.name = recall('name') ?? '';
    const token = tokenOf(location.hash);
    if (token !== null) history.replaceState(null, '', location.pathname + location.search);
    try {
      this.#welcome(await (token === null ? api.visitor() : api.enter(token, this.name)));
    } catch (trouble) {
      this.#refused(trouble);
    }
  }

  /** What colleagues see; an empty name keeps the one there was. */
  async callMe(name: string): Promise<void> {
    const plain = name.trim().slice(0, 60);
    keep('name', plain);
    this.name = plain || this.name;
    if (plain && this.state === 'here') {
      try {
        await api.callMe(plain);
      } catch {
        // it is kept here and goes along with the next sign-in
      }
    }
  }

  get asked(): boolean {
    return recall('name') !== null;
  }

  #welcome(visitor: Visitor): void {
    this.name ||= visitor.who.name;
    this.may = visitor.may;
    this.mode = visitor.mode;
    this.version = visitor.version;
    this.state = 'here';
  }

  #refused(trouble: unknown): void {
    this.trouble = trouble;
    const status = trouble instanceof Problem ? trouble.status : -1;
    this.state = status === 401 || status === 403 ? 'stranger' : 'alone';
  }
}

export const guest = new Guest();
