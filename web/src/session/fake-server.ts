/** A server for tests: speaks the wire as the real one does, and can be told to lose, hold, repeat and refuse. Not part of the product. */

import * as Y from 'yjs';
import { awarenessFrame, oursFrame, readFrame, step1Frame, step2Frame, updateFrame, type ServerMessage } from './frames';
import type { Socket } from './link';

export class FakeServer {
  readonly doc = new Y.Doc();
  readonly connections: FakeSocket[] = [];
  /** Nobody gets in. */
  away = false;
  may: 'edit' | 'view' = 'edit';
  /** Frames are taken in, and not acknowledged. */
  holding = false;
  /** Frames from clients are lost, as on a connection that has died and does not know it. */
  deaf = false;
  /** Every frame to a client comes twice. */
  twice = false;
  refuse: string | null = null;
  format = 1;
  /** Updates that came in, by connection. */
  received = 0;
  step2s = 0;

  constructor(doc?: Y.Doc) {
    if (doc) Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(doc));
  }

  readonly open = (): Socket => {
    const socket = new FakeSocket(this);
    this.connections.push(socket);
    setTimeout(() => (this.away ? socket.end(1006) : socket.accept()));
    return socket;
  };

  get live(): FakeSocket[] {
    return this.connections.filter((socket) => socket.readyState === 1);
  }

  /** A change made by somebody else. */
  change(change: (doc: Y.Doc) => void): void {
    const before = Y.encodeStateVector(this.doc);
    this.doc.transact(() => change(this.doc));
    this.tell(updateFrame(Y.encodeStateAsUpdate(this.doc, before)));
  }

  tell(frame: Uint8Array, but?: FakeSocket): void {
    for (const socket of this.live) if (socket !== but) socket.give(frame);
  }

  say(message: ServerMessage): void {
    this.tell(oursFrame(message));
  }

  /** Acknowledge everything that was held. */
  release(): void {
    this.holding = false;
    for (const socket of this.live) socket.acknowledge();
  }

  drop(code = 1006): void {
    for (const socket of [...this.live]) socket.end(code);
  }
}

export class FakeSocket implements Socket {
  binaryType = '';
  readyState = 0;
  bufferedAmount = 0;
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  taken = 0;
  readonly awareness: Uint8Array[] = [];
  readonly #server: FakeServer;
  #left = false;

  constructor(server: FakeServer) {
    this.#server = server;
  }

  accept(): void {
    if (this.readyState !== 0) return;
    this.readyState = 1;
    this.onopen?.({} as never);
    const { may, format } = this.#server;
    this.give(oursFrame({ t: 'hello', client: '1', seq: 0, may, name: 'Ann', format, version: '0' }));
    this.give(step1Frame(Y.encodeStateVector(this.#server.doc)));
  }

  give(frame: Uint8Array): void {
    for (let time = 0; time < (this.#server.twice ? 2 : 1); time++) {
      setTimeout(() => this.readyState === 1 && this.onmessage?.({ data: frame.slice().buffer }));
    }
  }

  send(data: Uint8Array): void {
    if (this.readyState !== 1) throw new Error('not open');
    // what was sent before leaving still arrives
    if (!this.#server.deaf) setTimeout(() => (this.readyState === 1 || this.#left) && this.#take(data));
  }

  #take(data: Uint8Array): void {
    const frame = readFrame(data);
    const server = this.#server;
    if (frame?.type === 'step1') this.give(step2Frame(Y.encodeStateAsUpdate(server.doc, frame.vector)));
    if (frame?.type === 'awareness') {
      this.awareness.push(frame.update);
      server.tell(awarenessFrame(frame.update), this);
    }
    if (frame?.type !== 'step2' && frame?.type !== 'update') return;
    this.taken += 1;
    server.received += 1;
    if (frame.type === 'step2') server.step2s += 1;
    if (server.refuse !== null) return this.give(oursFrame({ t: 'refused', n: this.taken, why: server.refuse }));
    Y.applyUpdate(server.doc, frame.update);
    server.tell(updateFrame(frame.update), this);
    if (!server.holding) this.acknowledge();
  }

  acknowledge(): void {
    this.give(oursFrame({ t: 'saved', n: this.taken, seq: this.taken }));
  }

  end(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.onclose?.({ code });
  }

  close(): void {
    this.#left = true;
    this.end(1000);
  }
}
