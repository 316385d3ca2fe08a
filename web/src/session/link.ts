/** The connection to the server: everybody's changes in, ours out and counted, tried again for as long as it takes. */

import * as Y from 'yjs';
import { waitFor } from './backoff';
import { awarenessFrame, readFrame, step1Frame, step2Frame, updateFrame, type Frame, type ServerMessage } from './frames';
import type { Keeping } from './keeping';
import { inPieces, together } from './pieces';
import type { GoneWhy } from './saving';

/** What the link needs of a WebSocket; a test gives its own. */
export interface Socket {
  binaryType: string;
  readonly readyState: number;
  readonly bufferedAmount: number;
  onopen: ((event: never) => unknown) | null;
  onmessage: ((event: { data: unknown }) => unknown) | null;
  onclose: ((event: { code: number }) => unknown) | null;
  send(data: Uint8Array): void;
  close(code?: number): void;
}

export interface LinkOptions {
  readonly doc: Y.Doc;
  readonly keeping: Keeping;
  readonly open: () => Socket;
  /** Whether an update with this origin was made here. */
  readonly isOurs: (origin: unknown) => boolean;
  /** Changes of ours from before, which the server may not have. */
  readonly unsent: readonly Uint8Array[];
  /** The whole document came; `take` takes it in. */
  readonly onWhole: (update: Uint8Array, take: () => void) => void;
  readonly onAwareness: (update: Uint8Array) => void;
  readonly onMessage: (message: ServerMessage) => void;
  /** Our own presence, to be said when the connection stands; null for none. */
  readonly presence: () => Uint8Array | null;
  /** Whether the server still knows us; asked when it does not let us in. */
  readonly signedIn: () => Promise<boolean>;
}

const OPEN = 1;
const GATHER_MS = 15;
const ANSWER_MS = 10_000;
const QUIET_MS = 30_000;
/** The server takes a frame of 1 MiB; what is larger goes in pieces. */
const LARGEST = 700_000;
const CROWDED = 4_000_000;

const GONE: Readonly<Record<number, GoneWhy>> = { 4401: 'not-signed-in', 4404: 'no-such-document', 4409: 'replaced', 4426: 'too-old' };
const TROUBLE: Readonly<Record<number, string>> = { 4400: 'unreadable', 4413: 'too-large', 4503: 'server-cannot-save' };

export class Link {
  readonly #options: LinkOptions;
  #socket: Socket | null = null;
  #tries = 0;
  #stopped = false;
  #sent = 0;
  #answered = false;
  #received = false;
  #queue: Uint8Array[] = [];
  /** Changes of ours that are not acknowledged, with the number of the change. */
  #open: { made: number; update: Uint8Array }[];
  #waiters: { n: number; resolve: (ok: boolean) => void }[] = [];
  #gather: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  readonly #listen = (update: Uint8Array, origin: unknown): void => this.#changed(update, origin);

  constructor(options: LinkOptions) {
    this.#options = options;
    const { made } = options.keeping.now;
    this.#open = options.unsent.map((update, at) => ({ made: made - options.unsent.length + at + 1, update }));
    options.doc.on('update', this.#listen);
  }

  /** Connect, and stay connected. */
  start(): void {
    if (this.#stopped || this.#socket) return;
    clearTimeout(this.#again);
    this.#options.keeping.tell({ type: 'opening' });
    const socket = this.#options.open();
    this.#socket = socket;
    this.#sent = 0;
    this.#answered = this.#received = false;
    let opened = false;
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      opened = true;
      socket.send(step1Frame(Y.encodeStateVector(this.#options.doc)));
      this.#expect(ANSWER_MS);
    };
    socket.onmessage = ({ data }) => {
      if (socket === this.#socket && data instanceof ArrayBuffer) this.#heard(new Uint8Array(data));
    };
    socket.onclose = ({ code }) => {
      if (socket === this.#socket) this.#closed(code, opened);
    };
    this.#expect(ANSWER_MS);
  }

  /** Try at once: the network is back, somebody looks at the page, or asks for it. A standing connection is asked for a sign of life. */
  retry(): void {
    if (this.#stopped) return;
    this.#tries = 0;
    if (!this.#socket) this.start();
    else if (this.#socket.readyState === OPEN) this.#ask();
  }

  /** Send what has gathered without waiting for more. */
  hurry(): void {
    this.#flush();
  }

  /** The network is gone: don't wait for the connection to notice. */
  drop(): void {
    this.#abandon(1006);
  }

  stop(): void {
    this.#flush();
    this.#stopped = true;
    this.#options.doc.off('update', this.#listen);
    clearTimeout(this.#again);
    const socket = this.#socket;
    this.#release();
    socket?.close(1000);
  }

  sendAwareness(update: Uint8Array): void {
    if (this.#socket?.readyState === OPEN && this.#socket.bufferedAmount < CROWDED) this.#socket.send(awarenessFrame(update));
  }

  #changed(update: Uint8Array, origin: unknown): void {
    const { keeping, isOurs } = this.#options;
    if (!isOurs(origin)) return;
    keeping.tell({ type: 'changed' });
    this.#open.push({ made: keeping.now.made, update });
    this.#queue.push(update);
    if (!this.#gather) this.#flush();
  }

  /** Send what has gathered, and gather for a moment before sending more. */
  #flush(): void {
    clearTimeout(this.#gather);
    this.#gather = undefined;
    if (!this.#joined || this.#queue.length === 0) return;
    if ((this.#socket?.bufferedAmount ?? 0) < CROWDED) {
      const { made } = this.#options.keeping.now;
      const pieces = inPieces(this.#queue);
      this.#queue = [];
      pieces.forEach((piece, at) => this.#send(updateFrame(piece), at === pieces.length - 1 ? made : this.#options.keeping.now.kept));
    }
    this.#gather = setTimeout(() => this.#flush(), GATHER_MS);
  }

  get #joined(): boolean {
    return this.#answered && this.#received && this.#socket?.readyState === OPEN;
  }

  /** Send a frame that the server counts; when it is acknowledged, it has all our changes up to number `made`. */
  #send(frame: Uint8Array, made: number): number {
    this.#socket?.send(frame);
    this.#sent += 1;
    this.#options.keeping.tell({ type: 'sent', n: this.#sent, made });
    this.#expect(ANSWER_MS);
    return this.#sent;
  }

  #heard(bytes: Uint8Array): void {
    this.#expect(this.#options.keeping.now.frames.length ? ANSWER_MS : QUIET_MS);
    let frame: Frame | null;
    try {
      frame = readFrame(bytes);
    } catch {
      return this.#abandon(4400);
    }
    if (frame) this.#take(frame);
  }

  #take(frame: Frame): void {
    const { doc, onAwareness, onMessage, presence } = this.#options;
    if (frame.type === 'step1') void this.#answer(frame.vector);
    else if (frame.type === 'awareness') onAwareness(frame.update);
    else if (frame.type === 'ours') {
      this.#note(frame.message);
      onMessage(frame.message);
    } else if (frame.type === 'query-awareness') {
      const update = presence();
      if (update) this.sendAwareness(update);
    } else {
      if (frame.type === 'step2' && !this.#options.keeping.now.loaded) this.#takeWhole(frame.update);
      else Y.applyUpdate(doc, frame.update, this);
      if (frame.type === 'step2') this.#join('received');
    }
  }

  /** Take in all there is, with nobody listening for updates: Yjs would write it anew for them. Nothing can be edited yet. */
  #takeWhole(update: Uint8Array): void {
    const { doc, onWhole } = this.#options;
    doc.off('update', this.#listen);
    onWhole(update, () => Y.applyUpdate(doc, update, this));
    doc.on('update', this.#listen);
  }

  #note(message: ServerMessage): void {
    const { keeping } = this.#options;
    if (message.t === 'hello') {
      keeping.tell({ type: 'hello', may: message.may });
      if (message.format > 1) this.#end('too-old');
    } else if (message.t === 'saved') {
      keeping.tell({ type: 'acknowledged', n: message.n });
      const { kept } = keeping.now;
      this.#open = this.#open.filter((change) => change.made > kept);
      this.#release(message.n);
    } else if (message.t === 'refused') keeping.tell({ type: 'refused', n: message.n, why: message.why });
    else if (message.t === 'cannot-save') keeping.tell({ type: 'cannot-save', why: message.why });
    else if (message.t === 'can-save') keeping.tell({ type: 'can-save' });
  }

  /** The server says what it has: send what it lacks. */
  async #answer(vector: Uint8Array): Promise<void> {
    const { doc, keeping } = this.#options;
    const socket = this.#socket;
    if (keeping.now.may === 'view') return this.#join('answered');
    let known = vector;
    let update = Y.encodeStateAsUpdate(doc, known);
    if (update.length > LARGEST && this.#open.length > 1) {
      const pieces = inPieces(this.#open.map((change) => change.update));
      for (const piece of pieces) if (!(await this.#acknowledged(this.#send(updateFrame(piece), keeping.now.kept)))) return;
      known = together(known, Y.encodeStateVectorFromUpdate(Y.mergeUpdates(pieces)));
      update = Y.encodeStateAsUpdate(doc, known);
    }
    if (socket !== this.#socket) return;
    this.#queue = [];
    this.#send(step2Frame(update), keeping.now.made);
    this.#join('answered');
  }

  /** Resolves once a frame is acknowledged; false when the connection is lost before. */
  #acknowledged(n: number): Promise<boolean> {
    return new Promise((resolve) => this.#waiters.push({ n, resolve }));
  }

  #join(half: 'answered' | 'received'): void {
    const before = this.#joined;
    if (half === 'answered') this.#answered = true;
    else this.#received = true;
    if (before || !this.#joined) return;
    this.#tries = 0;
    this.#options.keeping.tell({ type: 'joined' });
    const update = this.#options.presence();
    if (update) this.sendAwareness(update);
    this.#flush();
  }

  /** Something must be heard in this time; a connection that stays silent is asked once, then given up. */
  #expect(ms: number): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      if (ms === QUIET_MS && this.#socket?.readyState === OPEN) this.#ask();
      else this.#abandon(1006);
    }, ms);
  }

  #ask(): void {
    this.#socket?.send(step1Frame(Y.encodeStateVector(this.#options.doc)));
    this.#expect(ANSWER_MS);
  }

  /** Give the connection up without waiting for its end. */
  #abandon(code: number): void {
    const socket = this.#socket;
    if (!socket) return;
    this.#closed(code, true);
    socket.close();
  }

  #release(upTo?: number): void {
    const freed = this.#waiters.filter(({ n }) => upTo === undefined || n <= upTo);
    this.#waiters = this.#waiters.filter((waiter) => !freed.includes(waiter));
    for (const { resolve } of freed) resolve(upTo !== undefined);
    if (upTo !== undefined) return;
    this.#socket = null;
    clearTimeout(this.#watch);
    clearTimeout(this.#gather);
    this.#gather = undefined;
  }

  #closed(code: number, opened: boolean): void {
    const { keeping, signedIn } = this.#options;
    this.#release();
    if (this.#stopped) return;
    const gone = GONE[code];
    if (gone) return this.#end(gone);
    const trouble = TROUBLE[code];
    if (trouble !== undefined && keeping.now.trouble === null) keeping.tell({ type: 'cannot-save', why: trouble });
    if (code === 4403) keeping.tell({ type: 'hello', may: 'view' });
    keeping.tell({ type: 'closed' });
    this.#tries += 1;
    if (!opened && this.#tries >= 2) void signedIn().then((known) => known || this.#end('not-signed-in'));
    const slow = code === 4429 || code === 4400 || code === 4413 ? 2 : 0;
    this.#again = setTimeout(() => this.start(), waitFor(this.#tries - 1 + slow));
  }

  #end(why: GoneWhy): void {
    this.#stopped = true;
    clearTimeout(this.#again);
    const socket = this.#socket;
    this.#release();
    socket?.close(1000);
    this.#options.keeping.tell({ type: 'gone', why });
  }
}
