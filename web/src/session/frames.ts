/** The frames on the wire: y-websocket's, and our own messages as JSON. */

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { BoundFile } from './types';

const SYNC = 0;
const AWARENESS = 1;
const QUERY_AWARENESS = 3;
const OURS = 4;

/** What the server says beside the document itself. */
export type ServerMessage =
  | {
      readonly t: 'hello';
      readonly client: string;
      readonly seq: number;
      readonly may: 'edit' | 'view';
      readonly name: string;
      readonly format: number;
      readonly version: string;
    }
  | { readonly t: 'saved'; readonly n: number; readonly seq: number }
  | { readonly t: 'refused'; readonly n: number; readonly why: string }
  | { readonly t: 'cannot-save'; readonly why: string }
  | { readonly t: 'can-save' }
  | ({ readonly t: 'file' } & BoundFile);

export type Frame =
  | { readonly type: 'step1'; readonly vector: Uint8Array }
  | { readonly type: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly update: Uint8Array }
  | { readonly type: 'query-awareness' }
  | { readonly type: 'ours'; readonly message: ServerMessage };

function framed(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function sync(kind: number, content: Uint8Array): Uint8Array {
  return framed((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, content);
  });
}

export function step1Frame(vector: Uint8Array): Uint8Array {
  return sync(0, vector);
}

export function step2Frame(update: Uint8Array): Uint8Array {
  return sync(1, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return sync(2, update);
}

export function awarenessFrame(update: Uint8Array): Uint8Array {
  return framed((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** A message of ours as the server writes it; the editor itself sends none. */
export function oursFrame(message: ServerMessage): Uint8Array {
  return framed((encoder) => {
    encoding.writeVarUint(encoder, OURS);
    encoding.writeVarString(encoder, JSON.stringify(message));
  });
}

/** What a frame says; null for one of a kind we don't know, which a newer server may send. Throws when it is broken. */
export function readFrame(bytes: Uint8Array): Frame | null {
  const decoder = decoding.createDecoder(bytes);
  switch (decoding.readVarUint(decoder)) {
    case SYNC:
      return readSync(decoder);
    case AWARENESS:
      return { type: 'awareness', update: decoding.readVarUint8Array(decoder) };
    case QUERY_AWARENESS:
      return { type: 'query-awareness' };
    case OURS: {
      const message: unknown = JSON.parse(decoding.readVarString(decoder));
      const ours = typeof message === 'object' && message !== null && 't' in message;
      return ours ? { type: 'ours', message: message as ServerMessage } : null;
    }
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): Frame | null {
  const kind = decoding.readVarUint(decoder);
  const content = decoding.readVarUint8Array(decoder);
  if (kind === 0) return { type: 'step1', vector: content };
  if (kind === 1) return { type: 'step2', update: content };
  return kind === 2 ? { type: 'update', update: content } : null;
}
