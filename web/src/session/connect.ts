/** Open a document: what this device keeps of it, then the server's, then everybody's changes as they come. */

import * as Y from 'yjs';
import { Device } from './device';
import { Keeping } from './keeping';
import { Link, type Socket } from './link';
import { LiveSession } from './live';
import type { Session } from './types';

export interface ConnectOptions {
  /** How one is called; the server may know better. */
  name?: string;
  /** For tests: another way to reach the server. */
  open?: () => Socket;
  /** Keep nothing on this device. */
  forgetful?: boolean;
}

const FROM_DEVICE = { by: 'device' };

/** Open a document; the session is there at once, and says `loading` until there is something to show. */
export function connect(documentId: string, { name = '', open, forgetful = false }: ConnectOptions = {}): Session {
  const keeping = new Keeping();
  const doc = new Y.Doc();
  const session = new LiveSession(documentId, doc, keeping, name);
  const connection = new Connection(session, doc, keeping, open ?? (() => socketTo(documentId)), forgetful);
  session.onClose = () => connection.close();
  session.onRetry = () => connection.retry();
  void connection.begin();
  return session;
}

function socketTo(documentId: string): Socket {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return new WebSocket(`${scheme}://${location.host}/api/documents/${encodeURIComponent(documentId)}/live`) as unknown as Socket;
}

async function signedIn(): Promise<boolean> {
  try {
    const { status } = await fetch('/api/session', { headers: { accept: 'application/json' } });
    return status !== 401 && status !== 403;
  } catch {
    return true; // nobody answers: that says nothing about us
  }
}

class Connection {
  #device: Device | null = null;
  #link: Link | null = null;
  #closed = false;
  readonly #awake = (): void => {
    if (document.visibilityState === 'visible') this.retry();
    else this.#part();
  };
  /** The page goes, perhaps for good: nothing stays in its hands. */
  readonly #part = (): void => {
    this.#link?.hurry();
    this.#device?.part();
  };
  readonly #online = (): void => this.retry();
  readonly #offline = (): void => this.#link?.drop();
  readonly #keep = (update: Uint8Array, origin: unknown): void => {
    if (origin !== FROM_DEVICE) this.#device?.keep(update, this.#isOurs(origin));
  };

  constructor(
    readonly session: LiveSession,
    readonly doc: Y.Doc,
    readonly keeping: Keeping,
    readonly open: () => Socket,
    readonly forgetful: boolean,
  ) {}

  #isOurs(origin: unknown): boolean {
    return origin !== FROM_DEVICE && !(origin instanceof Link);
  }

  async begin(): Promise<void> {
    const unsent = this.forgetful ? [] : await this.#load();
    if (this.#closed) return;
    this.doc.on('update', this.#keep);
    const { session, doc, keeping, open } = this;
    const link = new Link({
      doc,
      keeping,
      open,
      unsent,
      signedIn,
      isOurs: (origin) => this.#isOurs(origin),
      onWhole: (update, take) => {
        doc.off('update', this.#keep);
        take();
        doc.on('update', this.#keep);
        this.#device?.keep(update, false);
      },
      onAwareness: (update) => session.presence.heard(update),
      onMessage: (message) => {
        if (message.t !== 'file') return;
        const { t: _, ...file } = message;
        session.file = file;
      },
      presence: () => session.presence.update(),
    });
    this.#link = link;
    session.sendAwareness = (update) => link.sendAwareness(update);
    keeping.watch((now, before) => {
      if (now.kept > before.kept) void this.#device?.acknowledged(now.kept - before.kept);
      if (before.link === 'up' && now.link !== 'up') session.presence.alone();
      if (now.gone === 'replaced' && before.gone === null) void this.#putBy();
    });
    window.addEventListener('online', this.#online);
    window.addEventListener('offline', this.#offline);
    window.addEventListener('pagehide', this.#part);
    document.addEventListener('visibilitychange', this.#awake);
    link.start();
  }

  /** What this device has; the changes among it that the server may lack. */
  async #load(): Promise<readonly Uint8Array[]> {
    try {
      const device = await Device.open(this.session.id);
      this.#device = device;
      device.onTrouble = (why) => this.keeping.tell({ type: 'device-trouble', why });
      const { update, mine } = await device.load();
      if (this.#closed || !update) return [];
      Y.applyUpdate(this.doc, update, FROM_DEVICE);
      this.keeping.tell({ type: 'loaded', unsaved: mine.length });
      return mine;
    } catch {
      this.keeping.tell({ type: 'device-trouble', why: 'device-unavailable' });
      return [];
    }
  }

  /** The document on the server is another one now: what was not saved is kept apart, the rest is not needed. */
  async #putBy(): Promise<void> {
    const { made, kept } = this.keeping.now;
    this.doc.off('update', this.#keep);
    if (made > kept) await this.#device?.setAside('replaced', new Date().toISOString());
    else await this.#device?.forget();
  }

  retry(): void {
    this.#link?.retry();
  }

  close(): void {
    this.#closed = true;
    window.removeEventListener('online', this.#online);
    window.removeEventListener('offline', this.#offline);
    window.removeEventListener('pagehide', this.#part);
    document.removeEventListener('visibilitychange', this.#awake);
    this.#link?.stop();
    this.doc.off('update', this.#keep);
    this.#device?.close();
  }
}
